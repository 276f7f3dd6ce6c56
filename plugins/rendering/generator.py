"""Our step in Pelican's run: read and check before anything is written, then render.

Pelican's own readers read nothing (docs/decisions/). It gives the settings, the plugins, the run.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import console

from plugins.catalogue.diagnostics import Place, diagnostic, paths_with_errors
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings, SettingsError, from_mapping
from plugins.rendering import outcome, site
from plugins.rendering.engine import ForeignFolder
from plugins.rendering.workers import WorkerDied
from plugins.validation.check import Checked, check
from plugins.validation.report import print_findings

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = "CATALOGUE"
SITE = "SITE"
LEFT_OUT = "LEFT_OUT"


def refuse(message: str, exitcode: int) -> NoReturn:
    """End the run in one line. 1: errors in the content; 2: the tool is not set up to work.

    `SystemExit` and not an exception of ours, because Pelican would print a traceback for that.
    """
    print(message, file=sys.stderr)
    raise SystemExit(exitcode)


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Renders the catalogue that was read at the beginning of the run."""

    def generate_output(self, writer: object) -> None:
        """Write the site. Pelican's writer is not used: it knows pages of blogs only."""
        settings: Settings = self.settings[SITE]
        catalogue: Catalogue = self.settings[CATALOGUE]
        pages = site.planners(self.settings["PLUGINS"])
        theme = Path(self.settings["THEME"])
        try:
            built, unreadable = site.build(
                catalogue, settings, pages, theme, ROOT / ".cache", processes()
            )
        except ForeignFolder as error:
            refuse(outcome.text("foreign", settings, error), exitcode=2)
        except WorkerDied:
            refuse(outcome.text("died", settings), exitcode=2)
        _say_unreadable(unreadable, settings)
        entries = sum(1 for _ in catalogue.entries)
        for line in outcome.lines(built, entries, self.settings[LEFT_OUT], settings):
            print(line, file=sys.stderr)
        if built.failed or (unreadable and settings.strict):
            raise SystemExit(2 if built.failed else 1)
        console.quiet = True  # Pelican's last line would say that it found no articles


def processes() -> int:
    """How many may run at once. Only Linux can safely fork a program that has threads."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _say_unreadable(names: Iterable[str], settings: Settings) -> None:
    """A picture whose header was right but whose inside is not: the page does without it."""
    found = tuple(
        diagnostic(
            f"{settings.shown}/images/{name}", Place(1, 1), "IMG-UNREADABLE", {"value": name}
        )
        for name in names
    )
    print_findings(Checked(Catalogue(), found), settings, stream=sys.stderr)


def generators(pelican: Pelican) -> type[Generator]:
    """Receiver of `get_generators`, which Pelican sends before it touches the output."""
    try:
        settings = from_mapping(pelican.settings, ROOT)
    except SettingsError as error:
        refuse(f"pelican.conf.py: {error}", exitcode=2)
    missing = set(pelican.settings["PIPELINE"]) - set(pelican.settings["PLUGINS"])
    if missing:
        refuse(f"pelican.conf.py: PLUGINS: {', '.join(sorted(missing))}?", exitcode=2)
    checked = check(settings)
    print_findings(checked, settings, stream=sys.stderr)
    if not settings.content.is_dir():
        raise SystemExit(2)
    if settings.strict and checked.has_errors:
        refuse(outcome.text("refused", settings), exitcode=1)
    pelican.settings[CATALOGUE] = checked.catalogue
    pelican.settings[SITE] = settings
    pelican.settings[LEFT_OUT] = sorted(paths_with_errors(checked.diagnostics))
    return SiteGenerator

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
from plugins.rendering import site
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
        pages = site.planners(self.settings["PLUGINS"])
        theme = Path(self.settings["THEME"])
        try:
            built, unreadable = site.build(
                self.settings[CATALOGUE], settings, pages, theme, ROOT / ".cache", processes()
            )
        except ForeignFolder as error:
            refuse(_FOREIGN[settings.language].format(error), exitcode=2)
        except WorkerDied:
            refuse(_DIED[settings.language], exitcode=2)
        _say_unreadable(unreadable, settings)
        message = _DONE[settings.language]
        print(
            message.format(
                entries=sum(1 for _ in self.settings[CATALOGUE].entries),
                pages=built.pages,
                files=built.files,
                unchanged=built.unchanged,
                output=settings.output,
            ),
            file=sys.stderr,
        )
        left_out = self.settings[LEFT_OUT]
        if left_out:
            print(_LEFT_OUT[settings.language].format(", ".join(left_out)), file=sys.stderr)
        for failure in built.failed:
            print(_FAILED[settings.language].format(failure), file=sys.stderr)
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
        refuse(_REFUSED[settings.language], exitcode=1)
    pelican.settings[CATALOGUE] = checked.catalogue
    pelican.settings[SITE] = settings
    pelican.settings[LEFT_OUT] = sorted(paths_with_errors(checked.diagnostics))
    return SiteGenerator


_DONE = {
    "de": "{entries} Einträge, {pages} Seiten, {files} Dateien, {unchanged} unverändert: {output}",
    "en": "{entries} entries, {pages} pages, {files} files, {unchanged} unchanged: {output}",
}
_LEFT_OUT = {
    "de": "Wegen der Fehler oben nicht veröffentlicht: {}",
    "en": "Not published because of the errors above: {}",
}
_DIED = {
    "de": "Abgebrochen: Ein Teil des Programms wurde beendet, vielleicht aus Mangel an Speicher.",
    "en": "Stopped: a part of the program was ended, perhaps for want of memory.",
}
_FAILED = {
    "de": "Nicht gebaut, durch einen Fehler des Programms: {}",
    "en": "Not built, by a fault of the program: {}",
}
_REFUSED = {
    "de": "Nichts gebaut: STRICT=1, und es gibt Fehler in den Einträgen.",
    "en": "Nothing built: STRICT=1, and there are errors in the entries.",
}
_FOREIGN = {
    "de": "In {} liegen Dateien, die nicht von dieser Site sind. Einen leeren Ordner nennen.",
    "en": "{} holds files that are not of this site. Name an empty folder.",
}

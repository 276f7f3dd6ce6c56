"""Our step in Pelican's run: read and check before anything is written, then render.

Pelican's own readers read nothing (docs/decisions/). It gives the settings, the plugins, the run.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import console

from plugins.catalogue.settings import Settings, SettingsError, from_mapping
from plugins.rendering import outcome, run
from plugins.rendering.outcome import Refused
from plugins.validation.output.safe import escape

ROOT = Path(__file__).resolve().parents[2]
CHECKED = "CHECKED"
SITE = "SITE"
BEGAN = "BEGAN"

T = TypeVar("T")


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Renders the catalogue that was read at the beginning of the run."""

    def generate_output(self, writer: object) -> None:
        """Write the site. Pelican's writer is not used: it knows pages of blogs only."""
        settings: Settings = self.settings[SITE]
        plugins, checked = self.settings["PLUGINS"], self.settings[CHECKED]
        result = _or_end(lambda: run.write(settings, checked, plugins))
        seconds = time.perf_counter() - self.settings[BEGAN]
        outcome.say(result, settings, sys.stderr, seconds)
        if result.exitcode:
            raise SystemExit(result.exitcode)
        console.quiet = True  # Pelican's last line would say that it found no articles


def generators(pelican: Pelican) -> type[Generator]:
    """Receiver of `get_generators`, which Pelican sends before it touches the output."""
    pelican.settings[BEGAN] = time.perf_counter()
    settings = _or_end(lambda: _settings(pelican))
    pelican.settings[CHECKED] = _or_end(lambda: run.read(settings))
    pelican.settings[SITE] = settings
    return SiteGenerator


def _settings(pelican: Pelican) -> Settings:
    try:
        settings = from_mapping(pelican.settings, ROOT)
    except SettingsError as error:
        raise Refused(f"pelican.conf.py: {error}", exitcode=2) from None
    missing = set(pelican.settings["PIPELINE"]) - set(pelican.settings["PLUGINS"])
    if missing:
        names = ", ".join(sorted(missing))
        raise Refused(f"pelican.conf.py: PLUGINS: {names}?", exitcode=2)
    return settings


def _or_end(step: Callable[[], T]) -> T:
    """Do a step; where it is refused, end the run in one line.

    With `SystemExit`, because Pelican would print a traceback for an exception of ours.
    """
    try:
        return step()
    except Refused as refused:
        if str(refused):
            print(escape(str(refused)), file=sys.stderr)
        raise SystemExit(refused.exitcode) from None

"""Our step in Pelican's run: read and check before anything is written, then render.

Pelican's own readers read nothing (docs/decisions/). It gives the settings, the plugins, the run.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import console
from pelican.server import ComplexHTTPRequestHandler

from plugins.building import build, outcome
from plugins.building.outcome import BuildRefused
from plugins.catalogue.settings import Settings, SettingsError, from_mapping
from plugins.findings.safe import say

ROOT = Path(__file__).resolve().parents[2]
CHECKED = "CHECKED"
SITE = "SITE"
BEGAN = "BEGAN"
RUNS = "RUNS"


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Renders the catalogue that was read at the beginning of the run."""

    def generate_output(self, writer: object) -> None:
        """Write the site. Pelican's writer is not used: it knows pages of blogs only."""
        with _ending(self.settings[RUNS] == 1):
            settings: Settings = self.settings[SITE]
            result = build.write(settings, self.settings[CHECKED])
            seconds = time.perf_counter() - self.settings[BEGAN]
            outcome.say(result, settings, sys.stderr, seconds)
            if result.exitcode:
                raise BuildRefused("", result.exitcode)
        console.quiet = True  # Pelican's last line would say that it found no articles


def generators(pelican: Pelican) -> type[Generator] | None:
    """Receiver of `get_generators`, which Pelican sends before it touches the output."""
    console.quiet = False
    pelican.settings[BEGAN] = time.perf_counter()
    pelican.settings[RUNS] = pelican.settings.get(RUNS, 0) + 1
    with _ending(pelican.settings[RUNS] == 1):
        settings = _settings(pelican)
        pelican.settings[CHECKED] = build.read(settings)
        pelican.settings[SITE] = settings
        return SiteGenerator
    return None


def serve_under_its_path(pelican: Pelican) -> None:
    """Receiver of `initialized`: `pelican --listen` serves the site below the path of SITEURL.

    Pelican itself knows the root of a host only, where no link of such a site leads.
    """
    base = urlsplit(str(pelican.settings["SITEURL"])).path.rstrip("/")
    if base:
        ComplexHTTPRequestHandler.translate_path = _below(base)


_at_the_root = ComplexHTTPRequestHandler.translate_path


def _below(base: str) -> Callable[[ComplexHTTPRequestHandler, str], str]:
    def translate_path(handler: ComplexHTTPRequestHandler, path: str) -> str:
        is_below = path == base or path.startswith(f"{base}/")
        return str(_at_the_root(handler, path.removeprefix(base) if is_below else path))

    return translate_path


def _settings(pelican: Pelican) -> Settings:
    try:
        settings = from_mapping(pelican.settings, ROOT)
    except SettingsError as error:
        raise BuildRefused(f"pelican.conf.py: {error}", exitcode=2) from None
    missing = set(pelican.settings["PIPELINE"]) - set(pelican.settings["PLUGINS"])
    if missing:
        names = ", ".join(sorted(missing))
        raise BuildRefused(f"pelican.conf.py: PLUGINS: {names}?", exitcode=2)
    return settings


@contextmanager
def _ending(is_first: bool) -> Iterator[None]:
    """Where something is refused, say it in one line and end the run, in a first run the program.

    With `SystemExit`, because Pelican would print a traceback for an exception of ours. Where there
    was a run before, this is `pelican -r`, which goes on at the next change.
    """
    try:
        yield
    except BuildRefused as refused:
        if str(refused):
            say(sys.stderr, str(refused))
        if is_first:
            raise SystemExit(refused.exitcode) from None

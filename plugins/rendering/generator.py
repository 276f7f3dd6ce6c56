"""Our step in Pelican's run: read and check before anything is written, then render.

Pelican's own readers read nothing (docs/decisions/). It gives the settings, the plugins, the run.
"""

import sys
from pathlib import Path

from pelican import Pelican
from pelican.generators import Generator

from plugins.catalogue.settings import Settings, SettingsError, from_mapping
from plugins.rendering import site
from plugins.rendering.engine import ForeignFolder
from plugins.validation.check import check
from plugins.validation.report import print_findings

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = "CATALOGUE"
SITE = "SITE"


class Refused(Exception):
    """Nothing was built. `exitcode` is what the command ends with."""

    def __init__(self, message: str, exitcode: int) -> None:
        """1: errors in the content; 2: the tool cannot work as it is set up."""
        super().__init__(message)
        self.exitcode = exitcode


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Renders the catalogue that was read at the beginning of the run."""

    def generate_output(self, writer: object) -> None:
        """Write the site. Pelican's writer is not used: it knows pages of blogs only."""
        settings: Settings = self.settings[SITE]
        pages = site.planners(self.settings["PLUGINS"])
        theme = Path(self.settings["THEME"])
        try:
            built, _ = site.build(self.settings[CATALOGUE], settings, pages, theme, ROOT / ".cache")
        except ForeignFolder as error:
            raise Refused(_FOREIGN[settings.language].format(error), exitcode=2) from error
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


def generators(pelican: Pelican) -> type[Generator]:
    """Receiver of `get_generators`, which Pelican sends before it touches the output."""
    try:
        settings = from_mapping(pelican.settings, ROOT)
    except SettingsError as error:
        raise Refused(f"pelican.conf.py: {error}", exitcode=2) from error
    checked = check(settings)
    print_findings(checked, settings, stream=sys.stderr)
    if settings.strict and checked.has_errors:
        raise Refused(_REFUSED[settings.language], exitcode=1)
    pelican.settings[CATALOGUE] = checked.catalogue
    pelican.settings[SITE] = settings
    return SiteGenerator


_DONE = {
    "de": "{entries} Einträge, {pages} Seiten, {files} Dateien, {unchanged} unverändert: {output}",
    "en": "{entries} entries, {pages} pages, {files} files, {unchanged} unchanged: {output}",
}
_REFUSED = {
    "de": "Nichts gebaut: STRICT=1, und es gibt Fehler in den Einträgen.",
    "en": "Nothing built: STRICT=1, and there are errors in the entries.",
}
_FOREIGN = {
    "de": "In {} liegen Dateien, die nicht von dieser Site sind. Einen leeren Ordner nennen.",
    "en": "{} holds files that are not of this site. Name an empty folder.",
}

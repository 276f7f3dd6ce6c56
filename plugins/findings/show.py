"""Shows what was found, in the format and language that the settings name."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plugins.catalogue.settings import Settings
from plugins.findings import FORMATS, Display

if TYPE_CHECKING:
    from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage

DOCUMENTS = ("json", "gitlab", "sarif")
"""Formats that programs read: nothing else may stand in standard output."""


def print_findings(
    findings: "Sequence[Diagnostic]",
    settings: Settings,
    stream: TextIO,
    site: Path | None = None,
) -> None:
    """Write all findings to `stream`; as `full` when a page is asked for, which is no stream.

    They are about entries, or about the files of a built `site`.
    """
    name = "full" if settings.format == "html" else settings.format
    colour = wants_colour(stream, os.environ)
    stream.write(FORMATS[name](findings, display_for(settings, colour=colour, site=site)))


def display_for(
    settings: Settings, *, colour: bool = False, summary: str = "", site: Path | None = None
) -> Display:
    """For whom, and about what, findings are shown."""
    shown, folder = (settings.shown, settings.content) if site is None else ("", site)
    return Display(
        language=settings.language,
        lines=lambda path: lines_of(path, shown, folder),
        colour=colour,
        heading=f"{settings.site.name}, {day_shown(settings.today, settings.language)}",
        summary=summary,
    )


def day_shown(day: date, language: "MessageLanguage") -> str:
    """»1.12.2026«, in English 2026-12-01."""
    return f"{day.day}.{day.month}.{day.year}" if language == "de" else day.isoformat()


def lines_of(path: str, shown: str, folder: Path) -> Sequence[str]:
    """The lines of a file of the folder that messages call `shown`, by its name in them.

    Empty for a file that is none, for links, and for what lies outside the folder.
    """
    from plugins.catalogue import characters  # with much of the model: only when needed

    prefix = f"{shown}/" if shown else ""
    file = folder / path.removeprefix(prefix)
    if not path.startswith(prefix) or not file.is_file():
        return ()
    if not file.resolve().is_relative_to(folder.resolve()):
        return ()
    with file.open("rb") as stream:
        data = stream.read(characters.MAX_LIST_BYTES)
    text = data.decode("utf-8", errors="replace")
    return characters.unix(text).split("\n")


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to use colours: on a terminal that has them, unless NO_COLOR is set."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()

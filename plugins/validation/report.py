"""Shows what was found, in the format and language that the settings name."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plugins.catalogue.diagnostics import Diagnostic, Language
from plugins.catalogue.settings import Settings
from plugins.catalogue.store import replace
from plugins.validation.output import FORMATS, View

if TYPE_CHECKING:
    from plugins.validation.check import Checked

PAGE = "bericht.html"
"""What the page is called that can be mailed."""


class CannotWrite(Exception):
    """The page could not be written; the text says which and why."""


def print_findings(findings: Sequence[Diagnostic], settings: Settings, stream: TextIO) -> None:
    """Write all findings to `stream`; as `full` when a page is asked for, which is no stream."""
    name = "full" if settings.format == "html" else settings.format
    stream.write(FORMATS[name](findings, _view(settings, wants_colour(stream, os.environ))))


def write_page(checked: "Checked", settings: Settings, folder: Path) -> None:
    """Write all findings into one page in `folder`, whole or not at all. Raises `CannotWrite`."""
    page = FORMATS["html"](checked.diagnostics, _view(settings, False, checked))
    try:
        replace(folder / PAGE, page.encode())
    except OSError as error:
        raise CannotWrite(f"{PAGE}: {error.strerror}") from error


def _view(settings: Settings, colour: bool, checked: "Checked | None" = None) -> View:
    return View(
        language=settings.language,
        lines=lambda path: lines_of(path, settings.shown, settings.content),
        colour=colour,
        heading=f"{settings.site.name}, {_day(settings.today, settings.language)}",
        summary=summary(checked, settings.language) if checked else "",
    )


def _day(day: date, language: Language) -> str:
    return f"{day.day}.{day.month}.{day.year}" if language == "de" else day.isoformat()


def summary(checked: "Checked", language: Language) -> str:
    """One line: how many entries were looked at, and how much was found."""
    counts = [len(checked.files), *(checked.count(s) for s in ("error", "warning", "notice"))]
    words = [
        (one if n == 1 else many) for n, (one, many) in zip(counts, _NOUNS[language], strict=True)
    ]
    entries, *findings = (f"{n} {word}" for n, word in zip(counts, words, strict=True))
    return f"{entries} {_CHECKED[language]}: {', '.join(findings)}."


_NOUNS: Mapping[Language, Sequence[tuple[str, str]]] = {
    "de": (
        ("Eintrag", "Einträge"),
        ("Fehler", "Fehler"),
        ("Warnung", "Warnungen"),
        ("Hinweis", "Hinweise"),
    ),
    "en": (
        ("entry", "entries"),
        ("error", "errors"),
        ("warning", "warnings"),
        ("notice", "notices"),
    ),
}
_CHECKED: Mapping[Language, str] = {"de": "geprüft", "en": "checked"}


def lines_of(path: str, shown: str, content: Path) -> Sequence[str]:
    """The lines of a file of the content folder, by its name in messages.

    Empty for a file that is none, for links, and for what lies outside the folder.
    """
    from plugins.catalogue import source  # and with it the reader of YAML: only when needed

    prefix = f"{shown}/"
    file = content / path.removeprefix(prefix)
    if not path.startswith(prefix) or not file.is_file():
        return ()
    if not file.resolve().is_relative_to(content.resolve()):
        return ()
    with file.open("rb") as stream:
        data = stream.read(source.MAX_BYTES)
    text = data.decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to use colours: on a terminal that has them, unless NO_COLOR is set."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()

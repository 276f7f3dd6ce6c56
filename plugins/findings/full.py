"""Findings with the line that they are about, and a caret below the place."""

import unicodedata
from collections.abc import Iterable, Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.display import Display
from plugins.findings.excerpt import source
from plugins.findings.safe import escape, width

_COLOURS = {"error": "31", "warning": "33", "notice": "36"}
_BOLD, _DIM = "1", "2"


def render(diagnostics: Sequence[Diagnostic], display: Display) -> str:
    """A paragraph for each finding."""
    return "".join("\n".join(_paragraph(finding, display)) + "\n\n" for finding in diagnostics)


def _paragraph(finding: Diagnostic, display: Display) -> Iterable[str]:
    line, column = finding.place
    place = f"{escape(finding.path)}:{line}:{column}:"
    severity = f"{display.word(finding.severity)} {finding.code}"
    yield f"{_paint(place, _BOLD, display)} {_paint(severity, _COLOURS[finding.severity], display)}"
    yield escape(finding.message(display.language))
    yield from _source(finding, display)
    yield f"{display.word('help')}: {escape(finding.remedy(display.language))}"


def _source(finding: Diagnostic, display: Display) -> Iterable[str]:
    for number, (before, after) in source(finding, display):
        before = _left_to_right(before)
        yield (_margin(str(number), display) + before + after).rstrip()
        if number == finding.place.line:
            caret = _paint("^", _COLOURS[finding.severity], display)
            yield _margin("", display) + " " * width(before) + caret


def _margin(text: str, display: Display) -> str:
    return _paint(f"{text:>5} | ", _DIM, display)


def _left_to_right(text: str) -> str:
    """`text` up to its first letter of a script that runs from right to left.

    A terminal may show such letters in either direction. Only what stands before them is sure to
    keep its columns, and so does the caret.
    """
    for number, letter in enumerate(text):
        if unicodedata.bidirectional(letter) in ("R", "AL", "AN"):
            return text[:number] + "…"
    return text


def _paint(text: str, colour: str, display: Display) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if display.colour else text

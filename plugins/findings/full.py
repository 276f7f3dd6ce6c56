"""Findings with the line that they are about, and a caret below the place."""

import unicodedata
from collections.abc import Iterable, Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.excerpt import source
from plugins.findings.safe import escape, width
from plugins.findings.view import View

_COLOURS = {"error": "31", "warning": "33", "notice": "36"}
_BOLD, _DIM = "1", "2"


def render(diagnostics: Sequence[Diagnostic], view: View) -> str:
    """A paragraph for each finding."""
    return "".join("\n".join(_paragraph(finding, view)) + "\n\n" for finding in diagnostics)


def _paragraph(finding: Diagnostic, view: View) -> Iterable[str]:
    line, column = finding.place
    place = f"{escape(finding.path)}:{line}:{column}:"
    severity = f"{view.word(finding.severity)} {finding.code}"
    yield f"{_paint(place, _BOLD, view)} {_paint(severity, _COLOURS[finding.severity], view)}"
    yield escape(finding.message(view.language))
    yield from _source(finding, view)
    yield f"{view.word('help')}: {escape(finding.remedy(view.language))}"


def _source(finding: Diagnostic, view: View) -> Iterable[str]:
    for number, (before, after) in source(finding, view):
        before = _left_to_right(before)
        yield (_margin(str(number), view) + before + after).rstrip()
        if number == finding.place.line:
            caret = _paint("^", _COLOURS[finding.severity], view)
            yield _margin("", view) + " " * width(before) + caret


def _margin(text: str, view: View) -> str:
    return _paint(f"{text:>5} | ", _DIM, view)


def _left_to_right(text: str) -> str:
    """`text` up to its first letter of a script that runs from right to left.

    A terminal may show such letters in either direction. Only what stands before them is sure to
    keep its columns, and so does the caret.
    """
    for number, letter in enumerate(text):
        if unicodedata.bidirectional(letter) in ("R", "AL", "AN"):
            return text[:number] + "…"
    return text


def _paint(text: str, colour: str, view: View) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if view.colour else text

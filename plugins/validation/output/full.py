"""Findings with the line that they are about, and a caret below the place."""

from collections.abc import Iterable, Sequence

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.output.safe import character, escape, width
from plugins.validation.output.view import View

MAX_COLUMNS = 100
"""Longer lines are shown around the place only."""

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
    lines, (number, column) = view.lines(finding.path), finding.place
    if number > len(lines) or not lines[number - 1].strip():
        return
    shown, caret = excerpt(lines[number - 1], column - 1)
    margin = f"{number:>5} | "
    yield _paint(margin, _DIM, view) + shown
    below = " " * (len(margin) - 2) + "| "
    yield _paint(below, _DIM, view) + " " * caret + _paint("^", _COLOURS[finding.severity], view)


def excerpt(line: str, position: int) -> tuple[str, int]:
    """The line as it is shown, and the column of the character at `position` in it."""
    cells = [character(c) if c != "\t" else "    " for c in line]
    position = min(position, len(cells))
    first = 0
    while first < position and width("".join(cells[first:position])) > MAX_COLUMNS * 2 // 3:
        first += max(1, (position - first) // 8)
    before = ("…" if first else "") + "".join(cells[first:position])
    shown = before + "".join(cells[position : position + MAX_COLUMNS])
    if width(shown) > MAX_COLUMNS or position + MAX_COLUMNS < len(cells):
        shown = _cut(shown)
    return shown.rstrip(), width(before)


def _cut(text: str) -> str:
    columns = 0
    for number, letter in enumerate(text):
        columns += width(letter)
        if columns > MAX_COLUMNS:
            return text[:number] + "…"
    return text + "…"


def _paint(text: str, colour: str, view: View) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if view.colour else text

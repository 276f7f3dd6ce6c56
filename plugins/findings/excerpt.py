"""The piece of a line around a place, short enough for a terminal, with nothing hidden in it."""

from collections.abc import Sequence
from typing import NamedTuple

from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings.display import Display
from plugins.findings.safe import character, width

MAX_COLUMNS = 100
"""Longer lines are shown around the place only."""

_MAX_BEFORE = MAX_COLUMNS * 2 // 3
_MAX_CELLS = MAX_COLUMNS * 2  # marks take no column: without a bound there could be thousands
_TAB = "    "


class Excerpt(NamedTuple):
    """What is shown of a line before the place, and from it on."""

    before: str
    after: str


class SourceLine(NamedTuple):
    """A line of a file by its number, around a place."""

    number: int
    excerpt: Excerpt


def source(finding: Diagnostic, display: Display) -> tuple[SourceLine, ...]:
    """What to show of the file: the line of the finding, last. Nothing when there is no text.

    Before an empty line stands the one above it, so that one finds the place.
    """
    lines, (number, column) = display.lines(finding.path), finding.place
    if number > len(lines) or not any(lines):
        return ()
    here = SourceLine(number, excerpt(lines[number - 1], column - 1))
    if number == 1 or lines[number - 1].strip():
        return (here,)
    return (SourceLine(number - 1, excerpt(lines[number - 2], 0)), here)


def excerpt(line: str, position: int) -> Excerpt:
    """The line around the character at `position` (from 0), or around its end."""
    cells = [_TAB if c == "\t" else character(c) for c in line]
    before = _end_of(cells[:position])
    after = _begin_of(cells[position:], MAX_COLUMNS - width(before))
    return Excerpt(before, after.rstrip())


def _end_of(cells: Sequence[str]) -> str:
    columns = 0
    for number, cell in enumerate(reversed(cells)):
        columns += width(cell)
        if columns > _MAX_BEFORE or number >= _MAX_CELLS:
            return "…" + "".join(cells[len(cells) - number :])
    return "".join(cells)


def _begin_of(cells: Sequence[str], room: int) -> str:
    columns = 0
    for number, cell in enumerate(cells):
        columns += width(cell)
        if columns > room or number >= _MAX_CELLS:
            return "".join(cells[:number]) + "…"
    return "".join(cells)

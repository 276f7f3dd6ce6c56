"""Which lines are a list. Both ways of rendering ask here.

People write `3. Oktober: Feier`, `* gilt nur für Kinder` or a thought after a dash at the beginning
of a line, and none of it is a list. So a list has two items at least, its numbers go up one by one
and none of them is a day of a month; all else is shown as it is written. One dash alone is a list
where nothing else makes sense: below a blank line, a colon, a bold line or a link, or in a list.

Lines that are no list but begin like points of one, such as `10.30 Uhr Kaffee` or `• Tanz`, stay
lines. Since texts are also wrapped by hand, such a beginning counts only in company.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

DEEPER = 2
"""By how many blanks a line is indented, at least, that belongs to an item of a list."""

_MARK = re.compile(r"( *)(?:([-*+])|([0-9]{1,9})\.) +(?=\S)")
_MONTHS = (
    "Jan(?:uar|ner)?|Jän(?:ner)?|Feb(?:ruar|er)?|März|Mrz|Apr(?:il)?|Mai|Juni?|Juno|Juli?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?"
)
_MONTH = rf"(?i:{_MONTHS})(?![\w-])|(?:0?[1-9]|1[0-2])\.(?!\w)"
_ENDS_LIST = r"#{1,6} |>"
_ANNOUNCES = r"(?::|\*\*|\]\([^\s()]*\)) *$"
_DAY = (
    "(?:Mo(?:ntags?)?|Di(?:enstags?)?|Mi(?:ttwochs?)?|Do(?:nnerstags?)?|Fr(?:eitags?)?"
    r"|Sa(?:mstags?)?|So(?:nntags?)?|Sonnabends?)\.?"
)
_BULLETS = "•‣◦●○▪▫■□►▶"
POINT = re.compile(
    rf" *(?:(?P<bullet>[{_BULLETS}])|(?P<sign>[–—·\u2190-\u2bff\U0001f000-\U0001faff])"
    rf"|(?P<letter>\(?(?:[A-Za-z]|[ivx]+)\))|(?P<day>{_DAY}(?: ?[-–/] ?{_DAY})?(?::|,? ?(?=[0-9])))"
    r"|(?P<numbered>\(?\d+[.:)])|(?P<number>\+?\d))"
)
"""The beginning of a line that may be a point among others, and of which kind it is."""

_HEADS = r".*:\**$|\*\*[^*]+\*\*$"

LineAt = Callable[[int], str | None]
"""Gives a line by its number, `None` after the last one."""


class ItemMarker(NamedTuple):
    """The beginning of a line that may be an item: how far in, of which kind, where words begin."""

    indent: int
    kind: str
    number: int
    words: int


class ListBlock(NamedTuple):
    """A list: what it is, the number it begins with, where its items begin, where it ends."""

    kind: str
    number: int
    items: tuple[int, ...]
    end: int


def mark(line: str) -> ItemMarker | None:
    """The mark of an item at the beginning of a line; none for a day of a month."""
    match = _MARK.match(line)
    if match is None:
        return None
    if match[2]:
        return ItemMarker(len(match[1]), "ul", 0, match.end())
    if match[3] != str(int(match[3])) or re.match(_MONTH, line[match.end() :]):
        return None
    return ItemMarker(len(match[1]), "ol", int(match[3]), match.end())


def list_at(number: int, line: LineAt, inside: bool = False) -> ListBlock | None:
    """The list that begins with a line, if one does; `inside` is whether it stands in an item."""
    first = mark(line(number) or "")
    if first is None:
        return None
    items, end = _extent(number, first, line)
    single = len(items) == 1
    if single and not (first.kind == "ul" and (inside or _is_announced(number, line))):
        return None
    return ListBlock(first.kind, first.number, tuple(items), end)


def _extent(number: int, first: ItemMarker, line: LineAt) -> tuple[list[int], int]:
    """Where the items begin, and the line after the last one."""
    items, end, here = [number], number + 1, number
    while (text := line(here := here + 1)) is not None:
        if not text.strip():
            continue
        if _indent(text) < first.indent + DEEPER:
            found = mark(text)
            if _follows(found, first, len(items)):
                items.append(here)
            elif found or here > end or re.match(_ENDS_LIST, text):
                break
        end = here + 1
    return items, end


def _follows(found: ItemMarker | None, first: ItemMarker, count: int) -> bool:
    """Whether a mark is that of the next item."""
    if found is None or found.kind != first.kind:
        return False
    return found.kind == "ul" or found.number == first.number + count


def _is_announced(number: int, line: LineAt) -> bool:
    """Whether one dash alone is the beginning of a list."""
    above = (line(number - 1) or "").strip() if number else ""
    dash = (line(number) or "").lstrip().startswith("-")
    return dash and (not above or bool(re.search(_ANNOUNCES, above)))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def breaks(lines: list[str]) -> list[bool]:
    """After which lines of a paragraph the next one begins anew."""
    points = list(map(_point, lines))
    return [
        points[here] is not None and _has_company(here, points, lines)
        for here in range(1, len(lines))
    ]


def _point(line: str) -> str | None:
    """How a line begins that may be a point among others."""
    found = POINT.match(line)
    return found and found.lastgroup


def _has_company(here: int, points: list[str | None], lines: list[str]) -> bool:
    """Whether what is above or below says that a line was meant to be one."""
    if points[here] == "bullet" or any(points[here - 1 : here] + points[here + 1 : here + 2]):
        return True
    is_as_first = points[here] == points[0] != "number"
    return is_as_first or re.match(_HEADS, lines[here - 1].strip()) is not None

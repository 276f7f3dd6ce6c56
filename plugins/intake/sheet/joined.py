"""Several values in one cell: »Deutsch; Türkisch«, and pairs: »mastodon=@chor; web=https://…«."""

import re
from collections.abc import Iterable

SEPARATORS = ";\n"

_QUOTED = re.compile(r'[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*')


def join(items: Iterable[str]) -> str:
    """The items in one cell; `split` gives them back."""
    return "; ".join(_quoted(item) if _needs_quotes(item) else item for item in items)


def split(text: str, separators: str = SEPARATORS) -> tuple[str, ...]:
    """The items of a cell. Empty ones do not count; what stands in "…" is one item."""
    items: list[str] = []
    position = 0
    while position < len(text):
        end = _end_of_quoted(text, position, separators)
        if end:
            items.append(text[position:end].strip()[1:-1].replace('""', '"'))
        else:
            end = min((i for s in separators if (i := text.find(s, position)) >= 0), default=-1)
            end = len(text) if end < 0 else end
            items.append(text[position:end].strip())
        position = end + 1
    return tuple(item for item in items if item)


def _end_of_quoted(text: str, position: int, separators: str) -> int:
    """Where the quoted item at `position` ends; 0 when there is none."""
    match = _QUOTED.match(text, position)
    if match and (match.end() == len(text) or text[match.end()] in separators):
        return match.end()
    return 0


def _needs_quotes(item: str) -> bool:
    return item.startswith('"') or any(separator in item for separator in SEPARATORS)


def _quoted(item: str) -> str:
    doubled = item.replace('"', '""')
    return f'"{doubled}"'


def pair(name: str, value: str) -> str:
    """A pair as one item."""
    return f"{name}={value}" if value else name


def parted(item: str) -> tuple[str, str]:
    """The two sides of a pair; an item without »=« has an empty value."""
    name, _, value = item.partition("=")
    return name.strip(), value.strip()

"""Thousands of entries, some at a time: an edit concerns those beside it and no others."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar
from zlib import crc32

from plugins.catalogue.model import Entry

SOME = 64
"""How many on average. Fewer: more to look at; more: more to do again for one of them."""

E = TypeVar("E", bound=Entry)


class Some(tuple[E, ...]):
    """Entries that stand beside each other in the order of their kind."""

    __slots__ = ()


def some(entries: Sequence[E]) -> Iterator[Some[E]]:
    """The entries in their order, some at a time.

    Where they are cut is decided by their ids alone: one that is new or gone changes those only
    that it is among.
    """
    start = 0
    for place, entry in enumerate(entries, 1):
        if _is_last(entry.id):
            yield Some(entries[start:place])
            start = place
    if start < len(entries):
        yield Some(entries[start:])


@cache
def _is_last(key: str) -> bool:
    return crc32(key.encode()) % SOME == 0

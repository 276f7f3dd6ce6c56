"""Thousands of entries in chunks: an edit concerns those in the same one and no others.

They are cut by what is in them (content-defined chunking), so what comes before moves no cut.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar
from zlib import crc32

from plugins.catalogue.model import Entry

SIZE = 64
"""How many on average. Fewer: more to look at; more: more to do again for one of them."""

E = TypeVar("E", bound=Entry)


class Chunk(tuple[E, ...]):
    """Entries that stand beside each other in the order of their kind."""

    __slots__ = ()


def chunks(entries: Sequence[E]) -> Iterator[Chunk[E]]:
    """The entries in their order.

    Where they are cut is decided by their ids alone: one that is new or gone changes the chunk that
    it is in, or two.
    """
    start = 0
    for place, entry in enumerate(entries, 1):
        if _is_last(entry.id):
            yield Chunk(entries[start:place])
            start = place
    if start < len(entries):
        yield Chunk(entries[start:])


def _is_last(key: str) -> bool:
    return crc32(key.encode()) % SIZE == 0

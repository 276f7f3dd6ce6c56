"""Thousands of entries are planned a chunk at a time (`catalogue.chunks`).

To see for each entry that nothing has changed would take longer than to plan a chunk again.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from plugins.catalogue.chunks import Chunk
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.rendering.page import Derived, Group, Part

T = TypeVar("T")


def groups(
    plan: Callable[..., Iterable[Part]], kind: str, *inputs: object, catalogue: Catalogue
) -> Iterator[Group]:
    """What `plan` plans for each entry; it gets the catalogue, the entry, and the inputs.

    `kind` is an attribute of the catalogue.
    """
    for chunk in catalogue.chunks[kind]:
        yield Group(_planned, plan, chunk, inputs, catalogue=catalogue)


def each(
    make: Callable[..., object], kind: str, *inputs: object, catalogue: Catalogue
) -> tuple[Derived, ...]:
    """What `make` makes of each entry, in chunks (`flat`); it gets what `plan` gets above."""
    return tuple(
        Derived(_made, make, chunk, inputs, catalogue=catalogue) for chunk in catalogue.chunks[kind]
    )


def flat(found: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """What there is of each entry, in the order of the entries."""
    return tuple(chain.from_iterable(found))


def _planned(
    catalogue: Catalogue,
    plan: Callable[..., Iterable[Part]],
    chunk: Chunk[Entry],
    inputs: tuple[object, ...],
) -> Iterator[Part]:
    for entry in chunk:
        yield from plan(catalogue, entry, *inputs)


def _made(
    catalogue: Catalogue,
    make: Callable[..., T],
    chunk: Chunk[Entry],
    inputs: tuple[object, ...],
) -> tuple[T, ...]:
    return tuple(make(catalogue, entry, *inputs) for entry in chunk)

"""Thousands of entries are planned some at a time (`catalogue.some`).

To see for each of them that nothing has changed would take longer than to plan those some again.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.catalogue.some import Some
from plugins.rendering.page import Derived, Group, Part

T = TypeVar("T")


def groups(
    plan: Callable[..., Iterable[Part]], kind: str, *inputs: object, catalogue: Catalogue
) -> Iterator[Group]:
    """What `plan` plans for each entry; it gets the catalogue, the entry, and the inputs.

    `kind` is an attribute of the catalogue.
    """
    for those in catalogue.some[kind]:
        yield Group(_planned, plan, those, inputs, catalogue=catalogue)


def each(
    make: Callable[..., object], kind: str, *inputs: object, catalogue: Catalogue
) -> tuple[Derived, ...]:
    """What `make` makes of each entry, some at a time (`flat`); it gets what `plan` gets above."""
    return tuple(
        Derived(_made, make, those, inputs, catalogue=catalogue) for those in catalogue.some[kind]
    )


def flat(found: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """What there is of each entry, in the order of the entries."""
    return tuple(chain.from_iterable(found))


def _planned(
    catalogue: Catalogue,
    plan: Callable[..., Iterable[Part]],
    those: Some[Entry],
    inputs: tuple[object, ...],
) -> Iterator[Part]:
    for entry in those:
        yield from plan(catalogue, entry, *inputs)


def _made(
    catalogue: Catalogue,
    make: Callable[..., T],
    those: Some[Entry],
    inputs: tuple[object, ...],
) -> tuple[T, ...]:
    return tuple(make(catalogue, entry, *inputs) for entry in those)

"""The directory: every association as a card, A to Z; the same for each facet."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.text import letter
from plugins.rendering.cards import AssociationCard, Link, association_card, link
from plugins.rendering.page import Output, Page, Recurring
from plugins.rendering.urls import Address

FACETS: dict[str, Callable[[Association], tuple[str, ...]]] = {
    "topic": lambda association: association.topics,
    "language": lambda association: association.languages,
    "district": lambda association: (association.district,) if association.district else (),
    "audience": lambda association: association.audiences,
}
"""What the directory is filtered by; the keys are names of addresses as well."""

VOCABULARY = {"topic": "topics", "district": "districts", "audience": "audiences"}


@dataclass(frozen=True)
class Choice:
    """One value of a facet, and how many associations have it."""

    value: str
    count: int
    address: Address


@dataclass(frozen=True)
class Facet(Recurring):
    """One thing to filter by."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Listed(Recurring):
    """An association in the directory. Nobody confirms one any more that is archived."""

    card: AssociationCard
    is_archived: bool


@dataclass(frozen=True)
class Group:
    """The associations under one letter; without one those that nobody confirms any more."""

    letter: str
    cards: tuple[AssociationCard, ...]

    @property
    def anchor(self) -> str:
        """The id of its section."""
        if not self.letter:
            return "archiviert"
        return f"buchstabe-{'andere' if self.letter == '#' else self.letter.lower()}"


@dataclass(frozen=True)
class DirectoryView:
    """The directory, whole or for one facet (`facet` and `value`, else empty)."""

    groups: tuple[Group, ...]
    count: int
    total: int
    facets: tuple[Facet, ...]
    facet: str = ""
    value: str = ""
    former: tuple[Link, ...] = ()


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """The directory itself and a page for every facet value that occurs."""
    active = tuple(a for a in catalogue.associations if a.is_active(today))
    former = tuple(link(a) for a in catalogue.associations if not a.is_active(today))
    facets, total = _facets(catalogue, active), len(active)
    listed = {a.id: Listed(association_card(a), a.is_archived(today)) for a in active}
    everyone = tuple(listed.values())
    yield Page(
        Address("directory"), "directory.html", _view, (everyone, total, facets, "", "", former)
    )
    for facet in facets:
        for choice in facet.choices:
            matching = tuple(listed[a.id] for a in active if choice.value in FACETS[facet.name](a))
            inputs = (matching, total, facets, facet.name, choice.value, ())
            yield Page(choice.address, "directory.html", _view, inputs)


def _view(
    listed: tuple[Listed, ...],
    total: int,
    facets: tuple[Facet, ...],
    facet: str,
    value: str,
    former: tuple[Link, ...],
) -> DirectoryView:
    return DirectoryView(_groups(listed), len(listed), total, facets, facet, value, former)


def _groups(listed: Iterable[Listed]) -> tuple[Group, ...]:
    """By first letter; names in other scripts follow after Z, under #, and the archived at last."""

    def heading(one: Listed) -> str:
        return "" if one.is_archived else letter(one.card.name)

    def place(one: Listed) -> int:
        return {"#": 1, "": 2}.get(heading(one), 0)

    return tuple(
        Group(key, tuple(one.card for one in group))
        for key, group in groupby(sorted(listed, key=place), key=heading)
    )


def _facets(catalogue: Catalogue, associations: Iterable[Association]) -> tuple[Facet, ...]:
    associations = tuple(associations)
    return tuple(
        Facet(name, _choices(catalogue, name, Counter(v for a in associations for v in values(a))))
        for name, values in FACETS.items()
    )


def _choices(catalogue: Catalogue, facet: str, counts: Counter[str]) -> tuple[Choice, ...]:
    """The values that occur: in the order of their list, languages by how often they occur."""
    order = list(catalogue.vocabularies.get(VOCABULARY.get(facet, ""), {}))

    def place(value: str) -> tuple[int, int, str]:
        return (order.index(value) if value in order else len(order), -counts[value], value)

    return tuple(
        Choice(value, counts[value], Address(facet, value)) for value in sorted(counts, key=place)
    )

"""Who stands under which letter of the directory, and what it is filtered by."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.catalogue.text import letter
from plugins.rendering.cards import AssociationCard
from plugins.rendering.page import Recurring
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
        return f"buchstabe-{self.key}" if self.letter else self.key

    @property
    def key(self) -> str:
        """What its page is called where the directory is divided."""
        return {"": "archiviert", "#": "andere"}.get(self.letter, self.letter.lower())


def groups(listed: Iterable[Listed]) -> tuple[Group, ...]:
    """By first letter; names in other scripts follow after Z, under #, and the archived at last."""

    def heading(one: Listed) -> str:
        return "" if one.is_archived else letter(one.card.name)

    def place(one: Listed) -> tuple[int, str]:
        return {"#": 1, "": 2}.get(heading(one), 0), heading(one)

    return tuple(
        Group(key, tuple(one.card for one in group))
        for key, group in groupby(sorted(listed, key=place), key=heading)
    )


def facets_of(catalogue: Catalogue, associations: Iterable[Association]) -> tuple[Facet, ...]:
    """What the directory is filtered by, and how many associations have each value."""
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

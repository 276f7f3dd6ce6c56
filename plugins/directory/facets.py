"""What the directory is filtered by."""

from collections import Counter
from collections.abc import Callable, Sequence

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.rendering.cards import AssociationCard
from plugins.rendering.page import Recurring
from plugins.rendering.urls import Address

FACETS: dict[str, Callable[[AssociationCard], tuple[str, ...]]] = {
    "topic": lambda card: card.topics,
    "language": lambda card: card.languages,
    "district": lambda card: (card.district,) if card.district else (),
    "audience": lambda card: card.audiences,
}
"""What the directory is filtered by; the keys are names of addresses as well."""

VOCABULARY = {"topic": "topics", "district": "districts", "audience": "audiences"}


@record(frozen=True)
class FacetValue(Frozen):
    """One value of a facet, and how many associations have it."""

    value: str
    count: int
    address: Address


@record(frozen=True)
class Facet(Frozen, Recurring):
    """One thing to filter by."""

    name: str
    choices: tuple[FacetValue, ...]


def facets_of(catalogue: Catalogue, cards: Sequence[AssociationCard]) -> tuple[Facet, ...]:
    """What the directory is filtered by, and how many associations have each value."""
    return tuple(
        Facet(name, _choices(catalogue, name, Counter(v for a in cards for v in values(a))))
        for name, values in FACETS.items()
    )


def _choices(catalogue: Catalogue, facet: str, counts: Counter[str]) -> tuple[FacetValue, ...]:
    """The values that occur: in the order of their list, languages by how often they occur."""
    order = list(catalogue.vocabularies.get(VOCABULARY.get(facet, ""), {}))

    def place(value: str) -> tuple[int, int, str]:
        return (order.index(value) if value in order else len(order), -counts[value], value)

    return tuple(
        FacetValue(value, counts[value], Address(facet, value))
        for value in sorted(counts, key=place)
    )

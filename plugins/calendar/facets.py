"""What the calendar is filtered by, and the pages of those choices that are asked for most."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.rendering.attributes import last_moment
from plugins.rendering.cards import TRAITS, TRAITS_WITH_PAGES, EventFacts
from plugins.rendering.divided import Numbering, paged
from plugins.rendering.event_rows import EventRow
from plugins.rendering.page import Page, Recurring
from plugins.rendering.urls import Address

LISTS: dict[str, Callable[[EventFacts], tuple[str, ...]]] = {
    "topic": lambda facts: facts.topics,
    "language": lambda facts: facts.languages,
    "district": lambda facts: (facts.district,) if facts.district else (),
    "format": lambda facts: (facts.format,) if facts.format else (),
}
"""What an event has one or several of."""

VOCABULARY = {"topic": "topics", "district": "districts", "format": "formats"}

WITH_PAGES = (*TRAITS_WITH_PAGES, "topic", "language")
"""These have pages of their own in every calendar, the others in one that is divided."""


@record(frozen=True)
class EventChoice(Frozen):
    """One choice, how many events have it, and its page if it has one; a trait has no value.

    `until` is when the first of these is over, and they are fewer.
    """

    value: str
    count: int
    address: Address | None
    until: str = ""


@record(frozen=True)
class EventFacet(Frozen, Recurring):
    """One thing to filter by. A trait is there or not, and has one choice."""

    name: str
    is_trait: bool
    has_pages: bool
    choices: tuple[EventChoice, ...]


@record(frozen=True)
class EventFacetView(Frozen):
    """The events to come that have one choice, or a part of them."""

    facet: str
    value: str
    count: int
    until: str
    rows: tuple[EventRow, ...]
    facets: tuple[EventFacet, ...]
    numbering: Numbering


def facets_of(
    catalogue: Catalogue, rows: Sequence[EventRow], *, is_divided: bool
) -> tuple[EventFacet, ...]:
    """What the calendar is filtered by, and how many events to come have each value."""
    known = [(row.card.facts, last_moment(row.last)) for row in rows]
    traits = (
        _facet(catalogue, name, (("", u) for one, u in known if name in one.traits), is_divided)
        for name in TRAITS
    )
    lists = (
        _facet(catalogue, name, ((v, u) for one, u in known for v in values(one)), is_divided)
        for name, values in LISTS.items()
    )
    return tuple(facet for facet in (*traits, *lists) if facet.choices)


def _facet(
    catalogue: Catalogue, name: str, values: Iterable[tuple[str, str]], is_divided: bool
) -> EventFacet:
    """The values that occur: in the order of their list, languages by how often they occur.

    `values` are those of all events, each with when that one is over.
    """
    until: dict[str, list[str]] = defaultdict(list)
    for value, moment in values:
        until[value].append(moment)
    counts = {value: len(moments) for value, moments in until.items()}
    order = list(catalogue.vocabularies.get(VOCABULARY.get(name, ""), {}))
    has_pages = is_divided or name in WITH_PAGES

    def place(value: str) -> tuple[int, int, str]:
        return (order.index(value) if value in order else len(order), -counts[value], value)

    choices = tuple(
        EventChoice(v, counts[v], _address(name, v, 1) if has_pages else None, min(until[v]))
        for v in sorted(counts, key=place)
    )
    return EventFacet(name, name in TRAITS, has_pages, choices)


def pages(rows: Sequence[EventRow], facets: tuple[EventFacet, ...]) -> Iterator[Page]:
    """The pages of each choice that has one."""
    for facet in facets:
        for choice in facet.choices:
            if choice.address is not None:
                yield from _of_choice(rows, facet.name, choice, facets)


def _of_choice(
    rows: Sequence[EventRow], name: str, choice: EventChoice, facets: tuple[EventFacet, ...]
) -> Iterator[Page]:
    found = [row for row in rows if _has(row.card.facts, name, choice.value)]
    address = partial(_address, name, choice.value)
    for numbering, where, shown in paged(found, address):
        inputs = (name, choice.value, choice.count, choice.until, shown, facets, numbering)
        yield Page(where, "event_facet.html", EventFacetView, inputs)


def _has(facts: EventFacts, name: str, value: str) -> bool:
    return name in facts.traits if name in TRAITS else value in LISTS[name](facts)


def _address(name: str, value: str, number: int) -> Address:
    """Of a trait `/termine/kostenlos/`, of a value `/termine/thema/musik/`; their next pages."""
    if name not in TRAITS:
        return Address(f"event_{name}", value if number == 1 else f"{value}/{number}")
    return Address(name) if number == 1 else Address(f"{name}_part", str(number))

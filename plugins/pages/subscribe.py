"""How to subscribe: which calendars and feeds there are, and what to do on which device."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.rendering.cards import TRAITS, Link, link
from plugins.rendering.chunked import each, flat
from plugins.rendering.page import Group, Page
from plugins.rendering.urls import Address

_LISTS = {"topic": "topics", "audience": "audiences", "district": "districts", "format": "formats"}


@record(frozen=True)
class Subscribable(Frozen):
    """By what events are chosen, and the values of which each has a calendar; a trait has none."""

    name: str
    values: tuple[str, ...]


@record(frozen=True)
class SubscribeView(Frozen):
    """What one can subscribe to besides all: choices, networks that meet, categories."""

    traits: tuple[str, ...]
    choices: tuple[Subscribable, ...]
    networks: tuple[Link, ...]
    categories: tuple[str, ...]


def group(catalogue: Catalogue, today: date) -> Group:
    """The page »Abonnieren«."""
    languages = each(_languages, "events", catalogue=catalogue)
    return Group(_page, languages, today, catalogue=catalogue)


def _languages(_: Catalogue, event: Event) -> tuple[str, ...]:
    return event.languages


def _page(
    catalogue: Catalogue, languages: tuple[tuple[tuple[str, ...], ...], ...], today: date
) -> Iterator[Page]:
    counts = Counter(tag for tags in flat(languages) for tag in tags)
    often = tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))
    known = {name: tuple(catalogue.vocabularies.get(key, {})) for name, key in _LISTS.items()}
    known = {"topic": known.pop("topic"), "language": often, **known}
    inputs = (
        TRAITS,
        tuple(Subscribable(name, values) for name, values in known.items() if values),
        tuple(link(one) for one in catalogue.networks if one.is_active(today)),
        tuple(catalogue.vocabularies.get("categories", {})),
    )
    yield Page(Address("subscribe"), "subscribe.html", SubscribeView, inputs)

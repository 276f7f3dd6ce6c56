"""PLAN: the calendar: what comes, months, the archive by year, and a page for each event."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from plugins.calendar import archive, event, month, upcoming
from plugins.calendar.dates import cards_of
from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.cards import EventCard, by_date, host_of, organisers_of
from plugins.rendering.page import Derived, Group, Page, Part

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages of the calendar."""
    cards = tuple(
        Derived(cards_of, one, host_of(catalogue, one), organisers_of(catalogue, one), today)
        for one in catalogue.events
    )
    yield Group(_lists, (cards, today))
    yield from event.pages(catalogue, today)


def _lists(of_events: Iterable[Iterable[EventCard]], today: date) -> Iterator[Page]:
    """What comes, the months, the archive: of each event a card for each of its dates."""
    cards = sorted(chain.from_iterable(of_events), key=by_date)
    yield upcoming.page(cards, today)
    yield from month.pages(cards, today)
    yield from archive.pages(cards, today)

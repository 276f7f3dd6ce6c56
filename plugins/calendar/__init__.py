"""PLAN: the calendar: what comes, months, the archive by year, and a page for each event."""

from collections.abc import Iterator
from datetime import date

from plugins.calendar import archive, event, month, upcoming
from plugins.calendar.dates import cards_of
from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.page import Output

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """All pages of the calendar."""
    cards = cards_of(catalogue, today)
    yield upcoming.page(cards, today)
    yield from month.pages(cards, today)
    yield from archive.pages(cards, today)
    yield from event.pages(catalogue, today)

"""PLAN: the calendar: what comes, months, the archive by year, and a page for each event."""

from collections.abc import Iterator
from datetime import date

from plugins.calendar import archive, event, month, upcoming
from plugins.calendar.dates import EventDates, dates_shown
from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.cards import by_date
from plugins.rendering.chunked import each, flat, groups
from plugins.rendering.page import Group, Page, Part

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages of the calendar."""
    dated = each(dates_shown, "events", today, catalogue=catalogue)
    yield Group(_lists, dated, today)
    yield from groups(event.pages, "events", today, catalogue=catalogue)


def _lists(events: tuple[tuple[EventDates, ...], ...], today: date) -> Iterator[Page]:
    """What comes, the months, the archive: of each event a card for each of its dates."""
    cards = sorted(flat(event.cards for event in flat(events)), key=by_date)
    yield upcoming.page(cards, today)
    yield from month.pages(cards, today)
    yield from archive.pages(cards, today)

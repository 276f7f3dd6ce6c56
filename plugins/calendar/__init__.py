"""PLAN: the calendar: what comes, months, weeks, the archive by year, a page for each event."""

from collections.abc import Iterator
from datetime import date

from plugins.calendar import archive, event, facets, month, notice_sheet, upcoming, week
from plugins.calendar.month_links import months_of
from plugins.catalogue.holidays import Holidays
from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.cards import by_date
from plugins.rendering.chunked import each, flat, groups
from plugins.rendering.divided import is_over_a_page
from plugins.rendering.event_dates import AHEAD, EventDates, dates_shown, rows_to_come
from plugins.rendering.page import Group, Page, Part

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages of the calendar."""
    dated = each(dates_shown, "events", today, catalogue=catalogue)
    yield Group(_lists, dated, catalogue.holidays, today)
    yield Group(_coming, dated, today, catalogue=catalogue)
    yield from groups(event.pages, "events", today, catalogue=catalogue)


def _lists(
    events: tuple[tuple[EventDates, ...], ...], holidays: Holidays, today: date
) -> Iterator[Page]:
    """The months, the weeks, the archive: of each event a card for each of its dates."""
    cards = sorted(flat(event.cards for event in flat(events)), key=by_date)
    weeks = week.links(cards, today)
    yield notice_sheet.page(cards, today)
    yield from month.pages(cards, weeks, holidays, today)
    yield from week.pages(cards, weeks, holidays, today)
    yield from archive.pages(cards, today)


def _coming(
    catalogue: Catalogue, events: tuple[tuple[EventDates, ...], ...], today: date
) -> Iterator[Page]:
    """What comes, and the choices by which it is filtered: each event once."""
    known = flat(events)
    end = today + AHEAD
    rows = rows_to_come(known, today)
    choices = facets.facets_of(catalogue, rows, is_divided=is_over_a_page(len(rows)))
    days = (d.day for one in known for d in one.dates if d.last_day >= today and d.day <= end)
    yield upcoming.page(tuple(rows), choices, months_of(days), today)
    yield from facets.pages(rows, choices)

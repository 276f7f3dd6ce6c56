"""The archive as calendars: what was in a year, where that is more than a page of it could show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import occurrences, start_of
from plugins.feeds.icalendar import write
from plugins.feeds.view import CalendarEvent, CalendarView
from plugins.rendering.divided import is_divided
from plugins.rendering.page import File
from plugins.rendering.urls import Address


def years(events: Iterable[CalendarEvent], today: date) -> Iterator[File]:
    """A calendar for each year that may have had more events than one page shows."""
    by_year: dict[int, list[CalendarEvent]] = defaultdict(list)
    for one in events:
        for year in _years_of(one.event, today):
            by_year[year].append(one)
    for year, candidates in sorted(by_year.items()):
        if is_divided(len(candidates)):
            inputs = (year, tuple(candidates), today)
            yield File(Address("year_feed", str(year)), write, _view, inputs)


def _years_of(event: Event, today: date) -> range:
    """The years up to today in which it may have taken place."""
    first, last, repeat = start_of(event).year, today.year, event.repeat
    if repeat is None:
        last = min(first, today.year)
    elif repeat.until is not None:
        days = (repeat.until, *repeat.also, *(moment for _, moment in repeat.moved))
        last = min(max(day.year for day in days), today.year)
    return range(first, last + 1)


def _view(year: int, candidates: tuple[CalendarEvent, ...], today: date) -> CalendarView:
    """Those of them that began in the year and are over."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), today - timedelta(days=1))
    found = tuple(
        one
        for one in candidates
        if any(
            d.day.year == year and d.last_day < today for d in occurrences(one.event, first, last)
        )
    )
    return CalendarView(str(year), found)

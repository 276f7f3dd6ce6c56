"""When events take place, as far as calendars of many need to know: what is near, what is past."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import occurrences, start_of
from plugins.feeds.view import CalendarEvent, CalendarView
from plugins.rendering.divided import is_divided

BEHIND = timedelta(days=92)
"""How long what has been stays in the collections; a subscriber's calendar keeps it anyway."""

AHEAD = timedelta(days=731)
"""How far the calendar of everything looks ahead: what is later comes into it in time."""


class Times(NamedTuple):
    """Of one event: whether it is not long ago nor far off, and the years it may have been in.

    These are from `first` up to `last`, and none where that is earlier.
    """

    id: str
    is_near: bool
    first: int
    last: int


def times_of(_: Catalogue, event: Event, today: date) -> Times:
    """When it takes place."""
    is_near = bool(occurrences(event, today - BEHIND, today + AHEAD))
    repeat, years = event.repeat, {start_of(event).year}
    if repeat is not None:
        years |= {day.year for day in (*repeat.also, *(moment for _, moment in repeat.moved))}
    goes_on = (repeat.until or today).year if repeat is not None else 0
    return Times(event.id, is_near, min(years), min(max(*years, goes_on), today.year))


def years(events: Iterable[Times]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The ids of those that may have been in a year, where a page could not show them all."""
    by_year: dict[int, list[str]] = defaultdict(list)
    for one in events:
        for year in range(one.first, one.last + 1):
            by_year[year].append(one.id)
    for year, ids in sorted(by_year.items()):
        if is_divided(len(ids)):
            yield year, tuple(ids)


def past(year: int, candidates: tuple[CalendarEvent, ...], today: date) -> CalendarView:
    """The calendar of a year that is over, or so far: what began in it."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), today - timedelta(days=1))
    found = tuple(
        one
        for one in candidates
        if any(
            d.day.year == year and d.last_day < today for d in occurrences(one.event, first, last)
        )
    )
    return CalendarView(str(year), found)

"""When events take place, as far as calendars of many need to know: what is near, what is past."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.forgotten import Notice
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Event
from plugins.catalogue.notes import FIRST
from plugins.catalogue.occurrences import coming, occurrences, usual
from plugins.feeds.choices import FeedChoice, choices_of
from plugins.feeds.view import CalendarEvent, CalendarView
from plugins.rendering.cards import event_facts
from plugins.rendering.divided import is_divided
from plugins.rendering.urls import Address

BEHIND = timedelta(days=92)
"""How long what has been stays in the collections; a subscriber's calendar keeps it anyway."""

AHEAD = timedelta(days=731)
"""How far the calendar of everything looks ahead: what is later comes into it in time."""


class Times(NamedTuple):
    """Of one event: whether it is not long ago nor far off, and the years it may have been in.

    These are from `first` up to `last`, and none where that is earlier. `choices` are those of one
    that is near; `added` says when it came, if it is still to come, else 0.
    """

    id: str
    is_near: bool
    first: int
    last: int
    languages: tuple[str, ...] = ()
    choices: tuple[FeedChoice, ...] = ()
    added: int = 0


def times_of(catalogue: Catalogue, event: Event, today: date) -> Times:
    """When it takes place, and by what it is chosen."""
    near = occurrences(event, today - BEHIND, today + AHEAD)
    is_coming = any(one.last_day >= today for one in near)
    choices = choices_of(event_facts(catalogue, event)) if near else ()
    first, last = _years_of(event, today)
    added = added_at(catalogue, event) if is_coming else 0
    return Times(event.id, bool(near), first, last, event.languages, choices, added)


def added_at(catalogue: Catalogue, entry: Association | Event) -> int:
    """When an entry came, under whichever id; as far as is known, in seconds since 1970."""
    known = (catalogue.added_at(f"{entry.folder}/{key}") for key in (entry.id, *entry.formerly))
    changed = catalogue.changed_at(f"{entry.folder}/{entry.id}")
    return max(min(filter(None, known), default=changed), int(FIRST.timestamp()))


def _years_of(event: Event, today: date) -> tuple[int, int]:
    repeat, years = event.repeat, {usual(event).day.year}
    if repeat is not None:
        years |= {day.year for day in (*repeat.also, *(moment for _, moment in repeat.moved))}
    goes_on = (repeat.until or today).year if repeat is not None else 0
    return min(years), min(max(*years, goes_on), today.year)


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
    key = Address("year_feed", str(year))
    return CalendarView(str(year), key, Address("calendar_year", str(year)), found)


def recent(
    name: str,
    address: Address,
    page: Address,
    events: tuple[CalendarEvent, ...],
    notices: tuple[Notice, ...],
    today: date,
) -> CalendarView:
    """The calendar without what has been for long."""
    kept = (one for one in events if coming(one.event, today - BEHIND, today))
    return CalendarView(name, address, page, tuple(kept), notices)

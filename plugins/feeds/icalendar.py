"""What our events are in iCalendar (RFC 5545): one calendar a file, read by any calendar program.

A series is one VEVENT with its RRULE. A date that was moved or cancelled is a VEVENT of its own
with the same UID and a RECURRENCE-ID, so that subscribers' calendars learn of it (section 3.8.4.4).
SEQUENCE, LAST-MODIFIED and DTSTAMP say the same moment: that of the last change. The same content
must give the same bytes, so it is not the clock's.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from plugins.catalogue.fields.days import Moment
from plugins.catalogue.forgotten import Notice
from plugins.catalogue.model import Event
from plugins.catalogue.notes import FIRST
from plugins.catalogue.occurrences import Occurrence, changed, length_of
from plugins.catalogue.settings import Site
from plugins.feeds.clock_changes import during_changes
from plugins.feeds.contentlines import (
    basic,
    component,
    duration,
    folded,
    moment,
    text,
    texts,
    verbatim,
)
from plugins.feeds.recurrence import Recurrence, recurrence
from plugins.feeds.recurrence import lines as recurrence_lines
from plugins.feeds.view import CalendarEvent, CalendarView
from plugins.feeds.zones import time_zone, zone_id
from plugins.rendering import urls
from plugins.rendering.markup import plain
from plugins.rendering.urls import Address

_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
_PREFIX = {"cancelled": "Abgesagt: ", "postponed": "Verschoben: "}

EVENTS_KEPT = 8192
"""How many events' bytes a process keeps, some 2 kB each; with more events it only takes longer."""


class _Facts(NamedTuple):
    """What every event needs to know of the facts; `page` is the address of one, `{id}` its id."""

    name: str
    host: str
    url: str
    page: str
    time_zone: str


class _Date(NamedTuple):
    """What one VEVENT is about: an event or series, or what became of one date of it.

    `end` is the moment after it, or how long it takes.
    """

    start: Moment
    end: Moment | timedelta | None
    status: str
    reason: str
    instead_of: Moment | None = None
    rule: tuple[str, ...] = ()


def write(view: CalendarView, site: Site) -> bytes:
    """The calendar as a file. Reading it back gives the same texts."""
    facts = _facts(site)
    starts = (*(item.event.start for item in view.events), *(n.start for n in view.notices))
    timed = not starts or any(isinstance(start, datetime) for start in starts)
    before, after, end = _frame(facts, timed)
    name = f"{view.name} · {facts.name}" if view.name else facts.name
    events = (_components(item, facts) for item in view.events)
    gone = (component("VEVENT", _cancelled(notice, facts)) for notice in view.notices)
    return b"".join((before, folded(f"X-WR-CALNAME:{verbatim(name)}"), after, *events, *gone, end))


def _cancelled(notice: Notice, facts: _Facts) -> Iterator[str]:
    """That an event is cancelled, and nothing else of it: it was taken out on somebody's wish."""
    yield f"SUMMARY:{text(_PREFIX['cancelled'].rstrip(': '))}"
    yield moment("DTSTART", notice.start, zone_id(facts.time_zone))
    changed = _changed(notice.at)
    yield f"DTSTAMP:{basic(changed)}Z"
    yield f"UID:{notice.ids[0]}@{facts.host}"
    yield f"LAST-MODIFIED:{basic(changed)}Z"
    yield f"SEQUENCE:{int((changed - FIRST).total_seconds())}"
    yield "STATUS:CANCELLED"


def _facts(site: Site) -> _Facts:
    page = site.url + urls.path(Address("event", "{id}"), site.addresses)
    host = site.url.split("//", 1)[-1].split("/", 1)[0]
    return _Facts(site.name, host, site.url, page, site.time_zone)


@lru_cache(maxsize=8)
def _frame(facts: _Facts, timed: bool) -> tuple[bytes, bytes, bytes]:
    """What all calendars have in common: before their name, after it, and at the end.

    Only where an event has a time of day is a time zone needed, and where there is no event: a
    calendar holds at least one component (section 3.6).
    """
    before = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{text(facts.name)}//Anlaufstelle//DE",
        "METHOD:PUBLISH",
    )
    after = ("REFRESH-INTERVAL;VALUE=DURATION:PT12H", f"X-WR-TIMEZONE:{facts.time_zone}")
    zone = time_zone(facts.time_zone) if timed else b""
    return _joined(before), _joined(after) + zone, folded("END:VCALENDAR")


def _joined(lines: tuple[str, ...]) -> bytes:
    return b"".join(map(folded, lines))


@lru_cache(maxsize=EVENTS_KEPT)
def _components(item: CalendarEvent, facts: _Facts) -> bytes:
    """The event or series, then each of its special dates. Made once, though in several files.

    Equal events give equal bytes: of what comparing them leaves out, `origin` is not looked at,
    and what was moved follows from the event.
    """
    event, (special, gone) = item.event, changed(item.event)
    known = recurrence(event, gone)
    parts = (plain(event.text, facts.url), ", ".join(item.organisers), event.online, event.price)
    about = "\n\n".join(part for part in parts if part)
    rule = tuple(recurrence_lines(event, known, facts.time_zone))
    others = _special(event, special, facts.time_zone, item.year)
    dates = (_first(event, known, rule), *map(_date, others))
    return b"".join(component("VEVENT", _lines(item, date, about, facts)) for date in dates)


def _special(
    event: Event, became: tuple[Occurrence, ...], time_zone: str, year: int
) -> Iterator[Occurrence]:
    """The dates of a series that are not as its rule says, each once.

    `became` are those that were moved or cancelled one by one.
    """
    yield from became
    for occurrence in during_changes(event, time_zone, year):
        if occurrence not in became:
            yield occurrence


def _lines(item: CalendarEvent, date: _Date, about: str, facts: _Facts) -> Iterator[str]:
    event, zone = item.event, zone_id(facts.time_zone)
    yield f"SUMMARY:{text(_PREFIX.get(date.status, '') + event.title)}"
    yield moment("DTSTART", date.start, zone)
    if isinstance(date.end, timedelta):
        yield f"DURATION:{duration(date.end)}"
    elif date.end is not None:
        yield moment("DTEND", date.end, zone)
    changed = _changed(item.revision)
    yield f"DTSTAMP:{basic(changed)}Z"
    yield f"UID:{event.first_id}@{facts.host}"
    if date.instead_of is not None:
        yield moment("RECURRENCE-ID", date.instead_of, zone)
    yield f"LAST-MODIFIED:{basic(changed)}Z"
    yield f"SEQUENCE:{int((changed - FIRST).total_seconds())}"
    yield from date.rule
    if item.topics:
        yield f"CATEGORIES:{texts(item.topics)}"
    if description := "\n\n".join(part for part in (date.reason, about) if part):
        yield f"DESCRIPTION:{text(description)}"
    if item.location:
        yield f"LOCATION:{text(item.location)}"
    yield f"STATUS:{_STATUS.get(date.status, 'CONFIRMED')}"
    yield f"URL:{facts.page.replace('{id}', event.id)}"


def _changed(seconds: int) -> datetime:
    """The moment of the last change; none is earlier than the first that can be counted."""
    return datetime.fromtimestamp(max(seconds, int(FIRST.timestamp())), UTC)


def _first(event: Event, known: Recurrence, rule: tuple[str, ...]) -> _Date:
    """A single date, or the first one of a series."""
    length = length_of(event)
    start: Moment = known.start.date() if event.all_day else known.start
    end: Moment | timedelta | None = length or None
    if event.all_day or (length and not rule):
        end = start + length
    return _Date(start, end, event.status, event.reason, rule=rule)


def _date(occurrence: Occurrence) -> _Date:
    """A special date, in place of the time that the rule gives."""
    start: Moment = occurrence.start
    end: Moment | None = occurrence.end if occurrence.end > occurrence.start else None
    if occurrence.all_day:
        start, end = occurrence.start.date(), occurrence.end.date()
    original = occurrence.moved_from if occurrence.moved_from is not None else start
    return _Date(start, end, occurrence.status, occurrence.reason, original)

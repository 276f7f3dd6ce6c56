"""What our events are in iCalendar (RFC 5545): one calendar a file, read by any calendar program.

A series is one VEVENT with its RRULE. A date that was moved or cancelled is a VEVENT of its own
with the same UID and a RECURRENCE-ID, so that subscribers' calendars learn of it (section 3.8.4.4).
SEQUENCE, LAST-MODIFIED and DTSTAMP say the same moment: that of the last change. The same content
must give the same bytes, so it is not the clock's. What RFC 7986 adds stands beside what programs
knew before it: NAME and X-WR-CALNAME, REFRESH-INTERVAL and X-PUBLISHED-TTL.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from plugins.catalogue.fields.days import Moment
from plugins.catalogue.forgotten import Notice
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import Event, Image
from plugins.catalogue.notes import FIRST
from plugins.catalogue.occurrences import Occurrence, changed, length_of
from plugins.catalogue.settings import Site
from plugins.feeds import contentlines
from plugins.feeds.clock_changes import during_changes
from plugins.feeds.contentlines import (
    basic,
    component,
    duration,
    folded,
    moment,
    quoted,
    text,
    texts,
    verbatim,
)
from plugins.feeds.recurrence import Recurrence, recurrence
from plugins.feeds.recurrence import lines as recurrence_lines
from plugins.feeds.view import CalendarEvent, CalendarView, Organiser
from plugins.feeds.zones import time_zone, zone_id
from plugins.rendering import urls
from plugins.rendering.lookups import Find, in_language
from plugins.rendering.markup import plain
from plugins.rendering.previews import of_photo
from plugins.rendering.urls import Address

_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
_PREFIX = {"cancelled": "Abgesagt", "postponed": "Verschoben"}
"""What the title says of an event that is not as planned: messages of the site."""

EVENTS_KEPT = 8192
"""How many events' bytes a process keeps, some 2 kB each; with more events it only takes longer."""


class _Facts(NamedTuple):
    """What every event needs to know of the site; in `page` and `association` `{id}` is an id."""

    name: str
    host: str
    url: str
    page: str
    association: str
    time_zone: str
    office: Organiser


class _LookedUp(NamedTuple):
    """What was looked up for an event: where its picture is, and what stands before titles."""

    image: str
    prefixes: tuple[tuple[str, str], ...]

    def before(self, status: str) -> str:
        """What stands before the title of an event in this state."""
        return dict(self.prefixes).get(status, "")


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


def write(view: CalendarView, site: Site, find: Find) -> bytes:
    """The calendar as a file. Reading it back gives the same texts."""
    facts = _facts(site)
    here = [item.event.start for item in view.events if not item.event.here]
    starts = (*here, *(n.start for n in view.notices))
    zones = {item.event.timezone for item in view.events if item.event.here}
    others = (zone for zone in zones if zone_id(zone) != contentlines.UTC)
    is_empty = not (view.events or view.notices)
    timed = is_empty or any(isinstance(start, datetime) for start in starts)
    before, after, end = _frame(facts, timed, tuple(sorted(others)))
    prefixes = _prefixes(view.language, site, find)
    looked_up = (_LookedUp(_picture(item, facts, find), prefixes) for item in view.events)
    events = (_components(*both, facts) for both in zip(view.events, looked_up, strict=True))
    gone = (component("VEVENT", _cancelled(notice, facts)) for notice in view.notices)
    return b"".join((before, *map(folded, _head(view, site)), after, *events, *gone, end))


def _head(view: CalendarView, site: Site) -> Iterator[str]:
    """What it is called, and where it and its page are (RFC 7986, section 5)."""
    name = f"{view.name} · {site.name}" if view.name else site.name
    yield f"NAME:{text(name)}"
    yield f"X-WR-CALNAME:{verbatim(name)}"
    yield f"SOURCE;VALUE=URI:{site.url}{urls.path(view.address, site.addresses)}"
    yield f"URL:{site.url}{urls.path(view.page, site.addresses)}"


def _prefixes(language: str, site: Site, find: Find) -> tuple[tuple[str, str], ...]:
    """What stands before titles, in a language of the site; else in German."""
    tag = language if language in site.languages else SITE_LANGUAGE
    known = {state: in_language(find, word, tag) for state, word in _PREFIX.items()}
    return tuple((state, f"{word}: ") for state, word in known.items())


def _picture(item: CalendarEvent, facts: _Facts, find: Find) -> str:
    """Where the picture of an event is; empty where there is none of pixels."""
    found = of_photo((Image(file=item.image),), find) if item.image else None
    return facts.url + found.path if found else ""


def _cancelled(notice: Notice, facts: _Facts) -> Iterator[str]:
    """That an event is cancelled, and nothing else of it: it was taken out on somebody's wish.

    The office says so; RFC 5546 (section 3.2.1) wants an ORGANIZER in all that is published.
    """
    yield f"SUMMARY:{text(_PREFIX['cancelled'])}"
    yield moment("DTSTART", notice.start, zone_id(facts.time_zone))
    changed = _changed(notice.at)
    yield f"DTSTAMP:{basic(changed)}Z"
    yield f"UID:{notice.ids[0]}@{facts.host}"
    yield f"LAST-MODIFIED:{basic(changed)}Z"
    yield f"SEQUENCE:{int((changed - FIRST).total_seconds())}"
    yield "STATUS:CANCELLED"
    yield _organizer(facts.office, facts)


def _facts(site: Site) -> _Facts:
    page, association = (
        site.url + urls.path(Address(name, "{id}"), site.addresses)
        for name in ("event", "association")
    )
    host = site.url.split("//", 1)[-1].split("/", 1)[0]
    office = Organiser(site.office.name, None, site.office.email, site.office.phone)
    return _Facts(site.name, host, site.url, page, association, site.time_zone, office)


@lru_cache(maxsize=8)
def _frame(facts: _Facts, timed: bool, others: tuple[str, ...] = ()) -> tuple[bytes, bytes, bytes]:
    """What all calendars have in common: before their name, after it, and at the end.

    Only where an event has a time of day is a time zone needed, and where there is no event: a
    calendar holds at least one component (section 3.6). `others` are the zones of events that
    take place in another one than the site's.
    """
    before = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{text(facts.name)}//Anlaufstelle//DE",
        "METHOD:PUBLISH",
    )
    after = (
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        f"X-WR-TIMEZONE:{facts.time_zone}",
    )
    names = (*((facts.time_zone,) if timed else ()), *others)
    zones = b"".join(map(time_zone, names))
    return _joined(before), _joined(after) + zones, folded("END:VCALENDAR")


def _joined(lines: tuple[str, ...]) -> bytes:
    return b"".join(map(folded, lines))


@lru_cache(maxsize=EVENTS_KEPT)
def _components(item: CalendarEvent, looked_up: _LookedUp, facts: _Facts) -> bytes:
    """The event or series, then each of its special dates. Made once, though in several files.

    Equal events give equal bytes: of what comparing them leaves out, `origin` is not looked at,
    and what was moved follows from the event.
    """
    event, (special, gone) = item.event, changed(item.event)
    known = recurrence(event, gone)
    names = ", ".join(one.name for one in item.organisers if one.name and not one.is_office)
    parts = (plain(event.text, facts.url), names, event.online, event.price)
    about = "\n\n".join(part for part in parts if part)
    zone = _zone_of(event, facts)
    rule = tuple(recurrence_lines(event, known, zone))
    others = _special(event, special, zone, item.year)
    dates = (_first(event, known, rule), *map(_date, others))
    last = tuple(_last_lines(item, looked_up, facts))
    return b"".join(
        component("VEVENT", (*_lines(item, looked_up, date, about, facts), *last)) for date in dates
    )


def _zone_of(event: Event, facts: _Facts) -> str:
    """The time zone of all its times: its own, or that of the site."""
    return event.timezone if event.here else facts.time_zone


def _special(
    event: Event, became: tuple[Occurrence, ...], time_zone: str, year: int
) -> Iterator[Occurrence]:
    """The dates of a series that are not as its rule says, each once.

    `became` are those that were moved or cancelled one by one.
    """
    yield from became
    known = {occurrence.order for occurrence in became}
    for occurrence in during_changes(event, time_zone, year):
        if occurrence.order not in known:
            yield occurrence


def _lines(
    item: CalendarEvent, looked_up: _LookedUp, date: _Date, about: str, facts: _Facts
) -> Iterator[str]:
    """What is said of one date."""
    event, language = item.event, item.event.localised.language_of
    zone = zone_id(_zone_of(event, facts))
    title = looked_up.before(date.status) + event.title
    yield contentlines.said("SUMMARY", title, language("title"))
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
    if description := "\n\n".join(part for part in (date.reason, about) if part):
        yield contentlines.said("DESCRIPTION", description, language("text"))
    yield f"STATUS:{_STATUS.get(date.status, 'CONFIRMED')}"


def _last_lines(item: CalendarEvent, looked_up: _LookedUp, facts: _Facts) -> Iterator[str]:
    """What is said of all dates alike."""
    event = item.event
    if item.categories:
        yield f"CATEGORIES;LANGUAGE={item.labelled}:{texts(item.categories)}"
    if item.location:
        yield contentlines.said("LOCATION", item.location, SITE_LANGUAGE)
    if item.point:
        yield f"GEO:{item.point.latitude};{item.point.longitude}"
    organisers = [facts.office if one.is_office else one for one in item.organisers]
    yield from (_organizer(one, facts) for one in organisers[:1])
    yield from (_contact(one, facts) for one in organisers if one.name)
    if item.colour:
        yield f"COLOR:{item.colour}"
    if looked_up.image:
        kind = "png" if looked_up.image.endswith(".png") else "jpeg"
        yield f"IMAGE;VALUE=URI;DISPLAY=FULLSIZE;FMTTYPE=image/{kind}:{looked_up.image}"
    yield f"URL:{facts.page.replace('{id}', event.id)}"


def _page_of(one: Organiser, facts: _Facts) -> str:
    return facts.association.replace("{id}", one.address.id) if one.address else facts.url + "/"


def _organizer(one: Organiser, facts: _Facts) -> str:
    """Who holds it (section 3.8.4.3): by its public mail, without one by its page.

    A calendar address is any URI; only of mail it must be `mailto:` (section 3.3.3).
    """
    name = f";CN={quoted(one.name)}" if one.name else ""
    return f"ORGANIZER{name}:{f'mailto:{one.email}' if one.email else _page_of(one, facts)}"


def _contact(one: Organiser, facts: _Facts) -> str:
    """How each of them is reached (section 3.8.4.2), and where more is said of it."""
    ways = ", ".join(filter(None, (one.name, one.email, one.phone)))
    return f"CONTACT;ALTREP={quoted(_page_of(one, facts))}:{text(ways)}"


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

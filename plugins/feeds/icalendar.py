"""iCalendar (RFC 5545): events with their rules, exceptions, and cancelled dates.

A series is one VEVENT with its RRULE. A date that was moved or cancelled is a VEVENT of its own
with the same UID and a RECURRENCE-ID, so that subscribers' calendars learn of it (section 3.8.4.4).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from icalendar import vRecur

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import OFFICE, Event, Repeat
from plugins.catalogue.occurrences import Occurrence, occurrences
from plugins.catalogue.prose import plain
from plugins.catalogue.settings import Site
from plugins.catalogue.values import Moment
from plugins.rendering import urls
from plugins.rendering.cards import place

_BEGINNING = date(1900, 1, 1)
_END = date(2199, 12, 31)
LINE = 75
_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
_SECOND, _NONE = timedelta(seconds=1), timedelta(0)
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

# RFC 5545 wants a time of creation in every event. The same content must give the same bytes, so
# it is not the clock's: a fixed one, with a SEQUENCE that grows when a date changes its state.
_STAMP = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class CalendarEvent:
    """What a calendar shows of an event."""

    event: Event
    location: str
    organisers: tuple[str, ...]
    special: tuple[Occurrence, ...]


@dataclass(frozen=True)
class CalendarView:
    """A calendar: its name, empty for the whole site's, and its events."""

    name: str
    events: tuple[CalendarEvent, ...]


def calendar_event(catalogue: Catalogue, event: Event) -> CalendarEvent:
    """An event with its place, its organisers, and the dates that its rule does not give."""
    where = place(catalogue, event)
    parts = (where.link.name, where.street, f"{where.postal_code} {where.city}") if where else ()
    names = (catalogue.association(key) for key in event.organisers if key != OFFICE)
    return CalendarEvent(
        event=event,
        location=", ".join(part.strip() for part in parts if part.strip()),
        organisers=tuple(association.name for association in names if association),
        special=_special(event),
    )


def _special(event: Event) -> tuple[Occurrence, ...]:
    """The dates of a series that were moved or cancelled one by one."""
    repeat = event.repeat
    if repeat is None or not (repeat.moved or repeat.cancelled):
        return ()
    cancelled = {day for day, _ in repeat.cancelled}
    days = cancelled | {_day(moment) for pair in repeat.moved for moment in pair}
    found = occurrences(event, min(days), max(days))
    return tuple(o for o in found if o.moved_from is not None or o.day in cancelled)


def write(view: CalendarView, site: Site) -> bytes:
    """The calendar as a file. Reading it back gives the same texts."""
    calendar = icalendar.Calendar()
    calendar.add("PRODID", f"-//{site.name}//Anlaufstelle//DE")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", f"{view.name} · {site.name}" if view.name else site.name)
    calendar.add("X-WR-TIMEZONE", site.time_zone)
    calendar.add("REFRESH-INTERVAL", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    if any(not item.event.all_day for item in view.events):
        calendar.add_component(_time_zone(site.time_zone))
    for item in view.events:
        for component in _components(item, site):
            calendar.add_component(component)
    return b"".join(_folded(line) for line in calendar.content_lines() if line)


def _folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets, none cut inside a letter (section 3.1).

    The library's own folding looks at every letter and took an eighth of a build.
    """
    data = line.encode()
    start, end, pieces = 0, LINE, []
    while end < len(data):
        while data[end] & 0xC0 == 0x80:  # in the middle of a letter
            end -= 1
        pieces.append(data[start:end])
        start, end = end, end + LINE - 1  # the next piece begins with a space
    pieces.append(data[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _components(item: CalendarEvent, site: Site) -> list[icalendar.Event]:
    """The event or series, then each of its special dates."""
    event = item.event
    master = _component(item, site, event.start, _end(event), event.status, event.reason)
    if event.repeat is not None:
        _add_rule(master, item, event.repeat, site)
    components = [master]
    for occurrence in item.special:
        start, end = _moments(occurrence)
        special = _component(item, site, start, end, occurrence.status, occurrence.reason)
        original = occurrence.moved_from if occurrence.moved_from is not None else start
        special.add("RECURRENCE-ID", _zoned(original, site))
        components.append(special)
    return components


def _component(
    item: CalendarEvent,
    site: Site,
    start: Moment,
    end: Moment | None,
    status: str,
    reason: str,
) -> icalendar.Event:
    event, component = item.event, icalendar.Event()
    cancelled = status in _STATUS
    component.add("UID", f"{event.id}@{_host(site)}")
    component.add("DTSTAMP", _STAMP)
    component.add("SEQUENCE", 1 if cancelled else 0)
    component.add("DTSTART", _zoned(start, site))
    if end is not None:
        component.add("DTEND", _zoned(end, site))
    prefix = {"cancelled": "Abgesagt: ", "postponed": "Verschoben: "}.get(status, "")
    component.add("SUMMARY", prefix + event.title)
    if description := _description(item, reason):
        component.add("DESCRIPTION", description)
    if item.location:
        component.add("LOCATION", item.location)
    component.add("URL", site.url + urls.path(urls.of(event), site.addresses))
    component.add("STATUS", _STATUS.get(status, "CONFIRMED"))
    if event.topics:
        component.add("CATEGORIES", list(event.topics))
    return component


def _description(item: CalendarEvent, reason: str) -> str:
    event = item.event
    parts = (reason, plain(event.text), ", ".join(item.organisers), event.online, event.price)
    return "\n\n".join(part for part in parts if part)


def _host(site: Site) -> str:
    return site.url.split("//", 1)[-1].split("/", 1)[0]


def _end(event: Event) -> Moment | None:
    """DTEND is the moment after; an all-day event ends with the day after its last one."""
    if not event.all_day:
        return event.end if event.end and event.end > event.start else None
    return (event.end or event.start) + timedelta(days=1)


def _moments(occurrence: Occurrence) -> tuple[Moment, Moment | None]:
    if occurrence.all_day:
        return occurrence.start.date(), occurrence.end.date()
    has_end = occurrence.end > occurrence.start
    return occurrence.start, occurrence.end if has_end else None


def _zoned(moment: Moment, site: Site) -> Moment:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=ZoneInfo(site.time_zone))
    return moment


def _add_rule(component: icalendar.Event, item: CalendarEvent, repeat: Repeat, site: Site) -> None:
    event = item.event
    component.add("RRULE", _recurrence(event, repeat, site))
    time = event.start.time() if isinstance(event.start, datetime) else None

    def at(moment: Moment) -> Moment:
        """A bare day means the usual time on that day."""
        if isinstance(moment, datetime) or time is None:
            return _zoned(moment, site)
        return _zoned(datetime.combine(moment, time), site)

    gone = dict.fromkeys((*repeat.except_, *_merged(item, repeat)))
    for day in gone:
        component.add("EXDATE", at(day))
    for moment in repeat.also:
        if _day(moment) not in gone:
            component.add("RDATE", at(moment))


def _merged(item: CalendarEvent, repeat: Repeat) -> list[date]:
    """The days whose date was moved to where another one stands already: one is left of the two."""
    said = {_day(o.moved_from) for o in item.special if o.moved_from is not None}
    return [day for day, _ in repeat.moved if day not in said]


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _recurrence(event: Event, repeat: Repeat, site: Site) -> vRecur:
    every = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
    rule: dict[str, object] = {"FREQ": every[repeat.every], "INTERVAL": repeat.interval}
    if repeat.count:
        rule["COUNT"] = repeat.count
    if repeat.until:
        rule["UNTIL"] = _until(repeat.until, event, site)
    if repeat.weekdays:
        rule["BYDAY"] = [day[:2].upper() for day in repeat.weekdays]
    if repeat.day:
        ordinal, weekday = repeat.day
        if weekday is None:
            rule["BYMONTHDAY"] = ordinal
        else:
            rule["BYDAY"] = f"{ordinal}{_BYDAY[weekday]}"
        if repeat.every == "year":
            rule["BYMONTH"] = event.start.month
    return vRecur(rule)


def _until(day: date, event: Event, site: Site) -> Moment:
    """UNTIL is a UTC time when DTSTART has a time zone, else a date (section 3.3.10)."""
    if event.all_day:
        return day
    end = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZoneInfo(site.time_zone))
    return end.astimezone(UTC)


def _time_zone(name: str) -> icalendar.Timezone:
    """For all zones that change by EU law, at one o'clock UTC, the rule in its shortest form."""
    zone = ZoneInfo(name)
    march, october = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
    if not (_changes_by(march, zone, hours=1) and _changes_by(october, zone, hours=-1)):
        return icalendar.Timezone.from_tzinfo(zone)
    component = icalendar.Timezone()
    component.add("TZID", name)
    for kind, change in (
        (icalendar.TimezoneDaylight, march),
        (icalendar.TimezoneStandard, october),
    ):
        before, after = (change - _SECOND).astimezone(zone), change.astimezone(zone)
        first = (before + _SECOND).replace(year=1996, tzinfo=None)
        part = kind()
        part.add("DTSTART", first.replace(day=31 if change.month == 3 else 27))
        part.add("TZOFFSETFROM", before.utcoffset())
        part.add("TZOFFSETTO", after.utcoffset())
        part.add("TZNAME", after.tzname())
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": change.month, "BYDAY": "-1SU"})
        component.add_component(part)
    return component


def _changes_by(moment: datetime, zone: ZoneInfo, hours: int) -> bool:
    """Whether the clocks of a zone are put forward by so many hours at this very moment."""
    before, after = (moment - _SECOND).astimezone(zone), moment.astimezone(zone)
    return (after.utcoffset() or _NONE) - (before.utcoffset() or _NONE) == timedelta(hours=hours)

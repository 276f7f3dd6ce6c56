"""A calendar file to events that an entry can say. What is not taken over is named with why."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Event
from icalendar.timezone import tzp

from plugins.intake.calendars.facts import facts_of, one_line
from plugins.intake.calendars.parsing import calendars, events_of
from plugins.intake.calendars.series import (
    AHEAD,
    CANCELLED,
    FEW,
    SEEN,
    by_dates,
    by_rule,
    dates_of,
)
from plugins.intake.calendars.source_event import (
    Dates,
    Instance,
    SkippedEvent,
    SourceCalendar,
    SourceEvent,
    key_of,
    part_key,
)
from plugins.intake.tree import Branch

_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
_OWN_ZONE = "X-WR-TIMEZONE"
_HIDDEN = ("PRIVATE", "CONFIDENTIAL")
_FIRST, _LAST = date(1000, 1, 2), date(2190, 1, 1)
"""Days that an entry may have."""

_EARLIER = timedelta(days=366)
"""So long before its first date one of an event may have been moved to."""


class TooMuchEffort(Exception):
    """Reading an event takes longer than any event should."""


@dataclass(frozen=True)
class Horizon:
    """For which site it is read, and when. `since`: when known events were first taken over."""

    zone: ZoneInfo
    today: date
    since: Mapping[str, date] = field(default_factory=dict)


class _LeftOut(Exception):
    """An event is left out; the arguments are the reason and its detail."""


Guard = Callable[[], AbstractContextManager[object]]
"""What an event is read within; it may raise `TooMuchEffort`."""


def read(data: bytes, charset: str, horizon: Horizon, guard: Guard = nullcontext) -> SourceCalendar:
    """All events of a file that are not over. Raises `NotFetched` when it is no calendar."""
    found: list[SourceEvent] = []
    skipped: list[SkippedEvent] = []
    together: dict[str, list[Event]] = defaultdict(list)
    zones: dict[str, str] = {}
    for calendar, refused in calendars(data, charset):
        if refused:
            skipped.append(SkippedEvent("", "refused", str(refused)))
        for event in events_of(calendar):
            key = key_of(_uid(event))
            together[key].append(event)
            zones[key] = _zone_name(str(calendar.get(_OWN_ZONE, "")))
    for key, events in together.items():
        title = next(filter(None, map(_title, events)), "")
        masters = [event for event in events if "RECURRENCE-ID" not in event]
        if len({_raw(event, "DTSTART") for event in masters}) > 1:
            skipped += (SkippedEvent(_title(event)[:200], "twice") for event in masters[1:])
        try:
            with guard():
                found += _taken(key, events, zones[key], horizon)
        except _LeftOut as error:
            skipped.append(SkippedEvent(title[:200], *map(str, error.args)))
        except TooMuchEffort:
            skipped.append(SkippedEvent(title[:200], "effort"))
        except Exception as error:  # of two libraries, and of whatever the world writes
            detail = one_line(f"{type(error).__name__}: {error}")[:200]
            skipped.append(SkippedEvent(title[:200], "unreadable", detail))
    return SourceCalendar(tuple(found), tuple(skipped), frozenset(together), not together)


def _zone_name(named: str) -> str:
    """The zone that a calendar names for itself, also in Windows' words; nothing if it is none."""
    return getattr(tzp.timezone(named), "key", "") if named else ""


def _title(event: Event) -> str:
    return one_line(str(event.get("SUMMARY", "")))


def _uid(event: Event) -> str:
    """By what an event is known. RFC 5545 wants a UID; what has none is known by what it says."""
    known = str(event.get("UID", "")).strip()
    return known or f"{event.get('SUMMARY', '')}\0{_raw(event, 'DTSTART')}"


def _raw(event: Event, name: str) -> str:
    found = event.get(name)
    return found.to_ical().decode("utf-8", "replace") if hasattr(found, "to_ical") else ""


def _taken(key: str, events: Sequence[Event], zone: str, horizon: Horizon) -> Iterator[SourceEvent]:
    """The entries that one event with its changed dates makes. Raises `_LeftOut`."""
    if any(str(event.get("CLASS", "")).upper() in _HIDDEN for event in events):
        raise _LeftOut("private")
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    rules = [rule for event in masters for rule in _rules(event)]
    if any(str(rule.get("FREQ", [""])[0]).upper() in _OFTEN for rule in rules):
        raise _LeftOut("often")
    until = _until(events, horizon)
    parts = _parts(events, zone, horizon, until)
    own = _own(parts, masters)
    for described, instances in parts.items():
        name = key if described == own else part_key(key, min(i.begins for i in instances))
        since = min(horizon.since.get(name, horizon.today), horizon.today)
        if max(one.last_day for one in instances) < since:
            continue
        rule = rules[0] if described == own and len(rules) == 1 else None
        yield _source_event(name, described.fields, rule, instances, until, since, horizon.today)


def _rules(event: Event) -> Iterator[Mapping[str, Any]]:
    found = event.get("RRULE")
    yield from found if isinstance(found, list) else [found] if found else []


def _until(events: Sequence[Event], horizon: Horizon) -> date:
    """Up to which day the dates of an event are looked at."""
    starts = [_day(_moment(event, "DTSTART")) for event in events if "DTSTART" in event]
    if not starts:
        raise _LeftOut("start")
    if min(starts) < _FIRST or max(starts) > _LAST:
        raise _LeftOut("far")
    return min(max(horizon.today, *starts) + SEEN, _LAST)


def _moment(event: Event, name: str) -> date:
    """A day or a time. Raises `_LeftOut` where it is neither, or stands there twice."""
    value: object = event.get(name)
    moment: object = getattr(value, "dt", None)
    if not isinstance(moment, date):
        raise _LeftOut("start")
    return moment


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


# --- dates ---


class _Described(NamedTuple):
    """What dates have in common that one entry can say: its fields but for times, and a length."""

    facts: str
    all_day: bool
    length: timedelta

    @property
    def fields(self) -> Branch:
        """The fields again."""
        fields: Branch = json.loads(self.facts)
        return fields


def _facts(component: Event) -> str:
    return json.dumps(facts_of(component), sort_keys=True)


def _parts(
    events: Sequence[Event], zone: str, horizon: Horizon, until: date
) -> Mapping[_Described, tuple[Instance, ...]]:
    """The dates by what is said of them, in order.

    A series whose times are in UTC goes by the zone that its calendar names for itself, or it would
    shift with the clocks.
    """
    alone = Calendar()
    if zone:
        alone.add(_OWN_ZONE, zone)
    for event in events:
        alone.add_component(event)
    begin = min(_day(_moment(event, "DTSTART")) for event in events if "DTSTART" in event)
    query = recurring_ical_events.of(alone, keep_recurrence_attributes=True)
    found: dict[_Described, dict[datetime, Instance]] = defaultdict(dict)
    components: list[Event] = query.between(
        max(begin - _EARLIER, _FIRST), until + timedelta(days=1)
    )
    for component in components:
        one = _instance(component, horizon.zone)
        if one.start.date() <= until:
            described = _Described(_facts(component), one.all_day, one.length)
            found[described].setdefault(one.start, one)
    if not found:
        raise _LeftOut("dates")
    return {described: tuple(sorted(one.values())) for described, one in found.items()}


def _own(parts: Mapping[_Described, tuple[Instance, ...]], masters: Sequence[Event]) -> _Described:
    """Which of them is the event itself, rather than single dates that are described otherwise."""
    facts = {_facts(event) for event in masters}
    return min(parts, key=lambda one: (one.facts not in facts, parts[one][0].begins))


def _instance(component: Event, zone: ZoneInfo) -> Instance:
    """A date as recurring-ical-events gives it, in local time. Seconds are not for people."""
    begin, end = _moment(component, "DTSTART"), _moment(component, "DTEND")
    is_held = str(component.get("STATUS", "")).upper() != "CANCELLED"
    named = _moment(component, "RECURRENCE-ID") if "RECURRENCE-ID" in component else begin
    original = _local(named, zone)
    if not isinstance(begin, datetime):
        start = datetime.combine(begin, time.min)
        last = max(_day(end), begin + timedelta(days=1))
        until = datetime.combine(last, time.min)
        return Instance(start, until, True, is_held, original if original != start else None)
    start = _local(begin, zone)
    until = max(_local(end, zone), start)
    if not isinstance(named, datetime):
        original = datetime.combine(named, start.time())
    return Instance(start, until, False, is_held, original if original != start else None)


def _local(moment: date, zone: ZoneInfo) -> datetime:
    """In the site's time; a time without any zone is local everywhere (RFC 5545, 3.3.5)."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min)
    local = moment.astimezone(zone) if moment.tzinfo else moment
    return local.replace(tzinfo=None, second=0, microsecond=0, fold=0)


# --- entries ---


def _source_event(
    key: str,
    fields: Branch,
    rule: Mapping[str, Any] | None,
    instances: tuple[Instance, ...],
    until: date,
    since: date,
    today: date,
) -> SourceEvent:
    """One entry: by the rule where our model can say it, else by its dates. Raises `_LeftOut`."""
    remark, when, chosen, told = "", None, instances, _told(instances)
    if rule is not None:
        when = by_rule(rule, told, until)
    if when is None:
        sayable = _sayable(instances)
        chosen = _near(sayable, since, today)
        told = _told(chosen)
        remark = "" if len(chosen) == len(sayable) else "near"
        when = by_dates(told)
        until = chosen[-1].start.date()
    dates = Dates.of(until, told)
    if dates_of(when, until) != dates:
        raise _LeftOut("differs")
    if not any(one.is_held for one in chosen):
        fields = {**fields, "status": "cancelled", "reason": CANCELLED}
        off = frozenset((start, end, False) for start, end, _ in dates.times)
        dates = dates._replace(times=off)
    return SourceEvent(key, {**fields, **when.tree()}, dates, remark)


def _told(instances: tuple[Instance, ...]) -> tuple[Instance, ...]:
    """The dates; where none is held the event itself is called off, and not each of them."""
    if any(one.is_held for one in instances):
        return instances
    return tuple(one._replace(is_held=True) for one in instances)


def _sayable(instances: tuple[Instance, ...]) -> tuple[Instance, ...]:
    """Without those called off on a day that has others: an entry calls off days, not hours."""
    held = {one.start.date() for one in instances if one.is_held}
    return tuple(one for one in instances if one.is_held or one.start.date() not in held)


def _near(instances: tuple[Instance, ...], since: date, today: date) -> tuple[Instance, ...]:
    """Those from the day on which the event was first taken over, the next ones as far as few."""
    before = [one for one in instances if since <= one.last_day < today]
    ahead = [one for one in instances if one.last_day >= today]
    near = [one for one in ahead if one.start.date() <= today + AHEAD] or ahead[:1]
    return (*before[-FEW:], *near[:FEW])

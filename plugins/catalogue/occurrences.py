"""When an event takes place: its occurrences, in the local time of the site.

Local time means that a rehearsal at 19:30 stays at 19:30 when the clocks change (RFC 5545,
section 3.3.10, with TZID). Nothing here knows a time zone; the calendar export adds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from dateutil import rrule

from plugins.catalogue.model import ORIGINAL, Event, Repeat, Said
from plugins.catalogue.values import WEEKDAYS, Moment

MAX_COUNT = 400
MAX_DAYS = 3 * 366
"""A series with an end gives at most 400 occurrences or three years, whichever reaches further."""

_FREQUENCIES: Mapping[str, Literal[0, 1, 2, 3]] = {
    "day": rrule.DAILY,
    "week": rrule.WEEKLY,
    "month": rrule.MONTHLY,
    "year": rrule.YEARLY,
}


_DAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


@dataclass(frozen=True)
class Occurrence:
    """One time at which an event takes place, or would have taken place.

    `said` is the language of the reason.
    """

    start: datetime
    end: datetime
    all_day: bool = False
    status: str = "scheduled"
    reason: str = ""
    moved_from: Moment | None = field(default=None, compare=False)
    said: Said = field(default=ORIGINAL, compare=False)

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends; what ends at midnight ends on the day before."""
        if self.end > self.start and self.end.time() == time.min:
            return (self.end - timedelta(days=1)).date()
        return self.end.date()

    @property
    def order(self) -> tuple[object, ...]:
        """By this occurrences are sorted: by time, equal ones by what became of them."""
        return self.start, self.end, self.all_day, self.status, self.reason

    @property
    def is_held(self) -> bool:
        """Neither cancelled nor postponed."""
        return self.status not in ("cancelled", "postponed")


def occurrences(event: Event, since: date, until: date) -> tuple[Occurrence, ...]:
    """All occurrences of `event` that touch the days `since` to `until`, in order.

    The bounds are needed because a series may have no end. Cancelled ones are included.
    """
    first = _datetime(event.start)
    length = _length(event)
    if event.repeat is None:
        once = _occurrence(event, first, length)
        return (once,) if once.day <= until and once.last_day >= since else ()
    found = []
    for start in _starts(event, first, _days_before(since, length.days + 1), until):
        occurrence = _occurrence(event, start, length)
        if occurrence.day <= until and occurrence.last_day >= since:
            found.append(occurrence)
    return tuple(dict.fromkeys(sorted(found, key=_order)))


def _order(occurrence: Occurrence) -> tuple[object, ...]:
    """By time; of equal ones those that were not moved come first."""
    return *occurrence.order, str(occurrence.moved_from or "")


def _days_before(day: date, days: int) -> date:
    """The day so many days earlier; the first of all days when there is none so early."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def start_of(event: Event) -> datetime:
    """The moment at which it begins for the first time; midnight when it takes whole days."""
    return _datetime(event.start)


def _datetime(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)


def _length(event: Event) -> timedelta:
    """How long it takes; an all-day event lasts until the midnight after its last day."""
    if event.all_day:
        last = _datetime(event.end) if event.end else _datetime(event.start)
        return last - _datetime(event.start) + timedelta(days=1)
    return _datetime(event.end) - _datetime(event.start) if event.end else timedelta(0)


def _starts(event: Event, first: datetime, since: date, until: date) -> list[datetime]:
    """The times by the rule, and the additional ones; moved ones still stand at their old time."""
    repeat = event.repeat
    if repeat is None:
        return [first]
    moved = [old for old, _ in repeat.moved]
    starts = _by_rule(repeat, first, min([since, *moved]), max([until, *moved]))
    excluded = set(repeat.except_)
    added = [_with_time(moment, first) for moment in repeat.also]
    return [start for start in {*starts, *added} if start.date() not in excluded]


def _with_time(moment: Moment, first: datetime) -> datetime:
    """An additional day takes the time of the first one."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, first.time())


def _by_rule(repeat: Repeat, first: datetime, since: date, horizon: date) -> tuple[datetime, ...]:
    """The first time and those by the rule; without an end, times long before `since` may lack."""
    if repeat.until is None and repeat.count is None:
        return _without_end(repeat, first, since, horizon)
    starts = _with_end(repeat, first)
    return (first, *(start for start in starts[1:] if start.date() <= horizon))


# Several pages ask for dates of the same series, each for other days.
@lru_cache(maxsize=16_384)
def _with_end(repeat: Repeat, first: datetime) -> tuple[datetime, ...]:
    """All times of a series, those that are kept of a long one."""
    furthest = first + timedelta(days=MAX_DAYS)
    most = repeat.count or MAX_COUNT
    starts: list[datetime] = [first]
    for start in _rule(repeat, first, until=repeat.until):
        if len(starts) >= most and (repeat.count or start > furthest):
            break
        if start != first:
            starts.append(start)
    return tuple(starts)


@lru_cache(maxsize=16_384)
def _without_end(
    repeat: Repeat, first: datetime, since: date, horizon: date
) -> tuple[datetime, ...]:
    begin = _shortly_before(since, repeat, first)
    starts = _rule(repeat, begin, until=horizon)
    return (first, *(start for start in starts if start != first))


def _shortly_before(since: date, repeat: Repeat, first: datetime) -> datetime:
    """A time in the rhythm of the series, so that one of ten years need not be counted through."""
    step = {"day": 1, "week": 7}.get(repeat.every, 0) * repeat.interval
    if not step or since <= first.date():
        return first
    return first + timedelta(days=((since - first.date()).days // step) * step)


def regular_days(event: Event, since: date, until: date) -> frozenset[date]:
    """The days from `since` to `until` that the rule gives or `also` adds, none taken away."""
    first = _datetime(event.start)
    if event.repeat is None:
        return frozenset({first.date()})
    starts = _by_rule(event.repeat, first, since, until)
    added = [_with_time(moment, first) for moment in event.repeat.also]
    return frozenset(start.date() for start in (*starts, *added))


def starts_regularly(event: Event) -> bool:
    """Whether the first date is one that the rule gives."""
    first = _datetime(event.start)
    return event.repeat is None or first in _rule(event.repeat, first, until=first.date())


def cut_off(event: Event) -> date | None:
    """The last day of a series that is too long to be kept whole; `None` when all of it is."""
    repeat, first = event.repeat, _datetime(event.start)
    if repeat is None or repeat.until is None:
        return None
    if repeat.until <= (first + timedelta(days=MAX_DAYS)).date():
        return None
    kept = _by_rule(repeat, first, first.date(), repeat.until)
    more = _rule(repeat, first, until=repeat.until).after(kept[-1])
    return kept[-1].date() if more else None


def _rule(repeat: Repeat, first: datetime, *, until: date | None = None) -> rrule.rrule:
    """The recurrence rule; its end is the end of the day `until`."""
    ordinal, weekday = repeat.day or (None, None)
    days: list[rrule.weekday] | None = [_DAYS[WEEKDAYS.index(name)] for name in repeat.weekdays]
    month_day = None
    if ordinal is not None and weekday is not None:
        days = [_DAYS[weekday](ordinal)]
    elif ordinal is not None:
        month_day = ordinal
    yearly = repeat.every == "year" and (days or month_day)
    return rrule.rrule(
        _FREQUENCIES[repeat.every],
        dtstart=first,
        interval=repeat.interval,
        byweekday=days or None,
        bymonthday=month_day,
        bymonth=first.month if yearly else None,
        until=datetime.combine(until, time.max) if until else None,
        cache=False,
    )


def _occurrence(event: Event, start: datetime, length: timedelta) -> Occurrence:
    """What becomes of the time `start`: it may be moved or cancelled, alone or with the event."""
    status, reason, moved_from, said = event.status, event.reason, None, event.said
    if event.repeat is not None:
        cancelled = event.repeat.cancelled.get(start.date())
        moved = event.repeat.moved.get(start.date())
        if cancelled is not None:
            status, reason, said = "cancelled", cancelled, ORIGINAL
        if moved is not None:
            moved_from, start = _original(event, start), _with_time(moved, start)
    return Occurrence(start, start + length, event.all_day, status, reason, moved_from, said)


def _original(event: Event, start: datetime) -> Moment:
    return start.date() if event.all_day else start

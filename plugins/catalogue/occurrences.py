"""When an event takes place: its occurrences, in the local time of the site.

Local time means that a rehearsal at 19:30 stays at 19:30 when the clocks change (RFC 5545,
section 3.3.10, with TZID). What takes place in another time zone is reckoned by its own clocks, and
then told by ours: on some days of the year the two are another number of hours apart.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from dateutil import rrule

from plugins.catalogue.fields.days import WEEKDAYS, Moment
from plugins.catalogue.model import ORIGINAL, Event, FieldLanguages, Repeat

MAX_COUNT = 400
MAX_DAYS = 3 * 366
"""A series of more than 400 dates and more than three years is long: see `is_long`."""

_FAR = (1, 8, 40)
"""So many years ahead the next date is looked for before as far as there can be one at all."""

_CYCLE = 400
"""After so many years the calendar repeats itself: what did not come in them never does."""

_LAST_YEAR = 9000

_MONTHS = {"month": 1, "year": 12}
_SHORTEST, _LEAP_CYCLE = 28, 48
"""Days of the shortest month; after so many months they are as long as before."""

_FREQUENCIES: Mapping[str, Literal[0, 1, 2, 3]] = {
    "day": rrule.DAILY,
    "week": rrule.WEEKLY,
    "month": rrule.MONTHLY,
    "year": rrule.YEARLY,
}


_DAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


class ForeignTimes(NamedTuple):
    """When something takes place by the clocks of another time zone."""

    zone: str
    start: datetime
    end: datetime


def last_day(start: datetime, end: datetime) -> date:
    """The day on which it ends; what ends at midnight ends on the day before."""
    if end > start and end.time() == time.min:
        return (end - timedelta(days=1)).date()
    return end.date()


@dataclass(frozen=True)
class Occurrence:
    """One time at which an event takes place, or would have taken place.

    `localised` is the language of the reason. `there` is told of what takes place in another zone.
    """

    start: datetime
    end: datetime
    all_day: bool = False
    status: str = "scheduled"
    reason: str = ""
    moved_from: Moment | None = None
    localised: FieldLanguages = ORIGINAL
    there: ForeignTimes | None = None

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return last_day(self.start, self.end)

    @property
    def days(self) -> int:
        """On how many days it takes place, the first and the last one included."""
        return self.days_later + 1

    @property
    def days_later(self) -> int:
        """How many days after the first one the last one is."""
        return (self.last_day - self.day).days

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
    if not event.here:
        return in_own_time(event, since, until)
    wide = in_own_time(event, _days_before(since, 1), _days_after(until, 1))
    found = (_here(one, event) for one in wide)
    inside = (one for one in found if one.day <= until and one.last_day >= since)
    return _once(inside)


def _here(one: Occurrence, event: Event) -> Occurrence:
    """What takes place in another time zone, by the clocks of the site."""
    theirs, ours = ZoneInfo(event.timezone), ZoneInfo(event.here)

    def told(moment: datetime) -> datetime:
        return moment.replace(tzinfo=theirs).astimezone(ours).replace(tzinfo=None)

    moved = one.moved_from
    return replace(
        one,
        start=told(one.start),
        end=told(one.end),
        moved_from=told(moved) if isinstance(moved, datetime) else moved,
        there=ForeignTimes(event.timezone, one.start, one.end),
    )


def in_own_time(event: Event, since: date, until: date) -> tuple[Occurrence, ...]:
    """The same by the clocks of the event's own time zone."""
    first = _datetime(event.start)
    length = length_of(event)
    if event.repeat is None:
        if first.date() > until or (first + length).date() < since:
            return ()
        once = _occurrence(event, first, length)
        return (once,) if once.day <= until and once.last_day >= since else ()
    found = []
    for start in _starts(event, first, _days_before(since, length.days + 1), until):
        occurrence = _occurrence(event, start, length)
        if occurrence.day <= until and occurrence.last_day >= since:
            found.append(occurrence)
    return _once(found)


def _order(occurrence: Occurrence) -> tuple[object, ...]:
    """By time; of equal ones those that were not moved come first."""
    return *occurrence.order, str(occurrence.moved_from or "")


def _once(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """In order; of those at the same time of which the same became, the first."""
    known: dict[tuple[object, ...], Occurrence] = {}
    for one in sorted(found, key=_order):
        known.setdefault(one.order, one)
    return tuple(known.values())


def _days_before(day: date, days: int) -> date:
    """The day so many days earlier; the first of all days when there is none so early."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def _days_after(day: date, days: int) -> date:
    """The day so many days later; the last of all days when there is none so late."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def usual(event: Event) -> Occurrence:
    """When it takes place for the first time if all goes as usual."""
    start = start_of(event)
    once = Occurrence(start, start + length_of(event), event.all_day)
    return _here(once, event) if event.here else once


def start_of(event: Event) -> datetime:
    """The moment at which it begins for the first time; midnight when it takes whole days."""
    return _datetime(event.start)


def _datetime(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)


def length_of(event: Event) -> timedelta:
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
    excluded = repeat.left_out
    added = [_with_time(moment, first) for moment in repeat.also]
    return [start for start in {*starts, *added} if start.date() not in excluded]


def _with_time(moment: Moment, first: datetime) -> datetime:
    """An additional day takes the time of the first one."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, first.time())


def _by_rule(repeat: Repeat, first: datetime, since: date, horizon: date) -> tuple[datetime, ...]:
    """The first time and those by the rule up to `horizon`; times long before `since` may lack."""
    if repeat.count is not None:
        starts = _counted(repeat, first)
        return (first, *(start for start in starts[1:] if start.date() <= horizon))
    until = horizon if repeat.until is None else min(horizon, repeat.until)
    return _between(repeat, first, since, until)


# Several pages ask for dates of the same series, each for other days.
@lru_cache(maxsize=16_384)
def _counted(repeat: Repeat, first: datetime) -> tuple[datetime, ...]:
    """All times of a series that ends after so many."""
    rule = _rule(repeat, first, until=repeat.until)
    others = (start for start in rule if start != first)
    return (first, *islice(others, (repeat.count or 1) - 1))


@lru_cache(maxsize=16_384)
def _between(repeat: Repeat, first: datetime, since: date, until: date) -> tuple[datetime, ...]:
    begin = _shortly_before(since, repeat, first)
    starts = _rule(repeat, first, begin, until)
    return (first, *(start for start in starts if start != first))


def _shortly_before(since: date, repeat: Repeat, first: datetime) -> datetime:
    """A time in the rhythm of the series, so that one of ten years need not be counted through."""
    if since <= first.date():
        return first
    step = {"day": 1, "week": 7}.get(repeat.every)
    if step is not None:
        step *= repeat.interval
        return first + timedelta(days=((since - first.date()).days // step) * step)
    step = _MONTHS[repeat.every] * repeat.interval
    months = 12 * (since.year - first.year) + since.month - first.month
    steps = months // step
    if not steps:
        return first
    year, month = divmod(12 * first.year + first.month - 1 + steps * step, 12)
    return first.replace(year=year, month=month + 1, day=1)


def coming(event: Event, since: date, until: date) -> tuple[Occurrence, ...]:
    """The occurrences that touch the days `since` to `until`; if none does, the next one.

    It is found however far off it is: what was given without one has none any more.
    """
    found = occurrences(event, since, until)
    if found:
        return found
    for horizon in _horizons(event, since):
        if horizon > until and (found := occurrences(event, since, horizon)):
            return found[:1]
    return ()


def _horizons(event: Event, since: date) -> Iterator[date]:
    """The days up to which a next date is looked for, one after the other."""
    if event.repeat is None:
        yield date(_LAST_YEAR, 1, 1)
        return
    months = event.repeat.interval * _MONTHS.get(event.repeat.every, 1)
    for years in (*_FAR, _CYCLE * -(-months // 12)):
        yield date(min(since.year + years, _LAST_YEAR), since.month, 1)


def is_long(event: Event) -> bool:
    """Whether it has no end, or more dates than can be shown at once."""
    repeat, first = event.repeat, _datetime(event.start)
    if repeat is None or repeat.count is not None:
        return False
    if repeat.until is None:
        return True
    if repeat.until <= (first + timedelta(days=MAX_DAYS)).date():
        return False
    return (
        sum(1 for _ in islice(_rule(repeat, first, until=repeat.until), MAX_COUNT + 1)) > MAX_COUNT
    )


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


def never(repeat: Repeat, first: date) -> bool:
    """Whether none of the months in which it would take place has its day, as with 31 April.

    After four years the lengths of months repeat themselves. That 2100 has no leap day changes
    nothing: no series falls into such years alone.
    """
    day, weekday = repeat.day or (None, None)
    if repeat.every not in _MONTHS or day is None or weekday is not None or day <= _SHORTEST:
        return False
    step, begin = _MONTHS[repeat.every] * repeat.interval, 12 * first.year + first.month - 1
    months = {(begin + number * step) % _LEAP_CYCLE for number in range(_LEAP_CYCLE)}
    return all(day > monthrange(2000 + month // 12, month % 12 + 1)[1] for month in months)


def by_the_rule(event: Event, since: date, until: date) -> frozenset[datetime]:
    """The times from `since` to `until` that the rule alone gives."""
    first = _datetime(event.start)
    if event.repeat is None:
        return frozenset()
    starts = _by_rule(event.repeat, first, since, until)
    given = starts if starts_regularly(event) else starts[1:]
    return frozenset(start for start in given if since <= start.date() <= until)


def first_by_the_rule(event: Event) -> datetime | None:
    """The first time that the rule alone gives; `None` when it gives none."""
    first = _datetime(event.start)
    if event.repeat is None:
        return None
    if starts_regularly(event):
        return first
    if event.repeat.count is not None:
        return next(iter(_counted(event.repeat, first)[1:]), None)
    return next(iter(_rule(event.repeat, first, until=event.repeat.until or _end_of(event))), None)


def _end_of(event: Event) -> date:
    return list(_horizons(event, _datetime(event.start).date()))[-1]


def changed(event: Event) -> tuple[tuple[Occurrence, ...], tuple[datetime, ...]]:
    """What became of the times that were moved or cancelled one by one, and those that are gone.

    A time is gone when it was moved to where another one takes place anyway.
    """
    repeat = event.repeat
    if repeat is None or not (repeat.moved or repeat.cancelled):
        return (), ()
    touched = {day for day, _ in (*repeat.moved, *repeat.cancelled)}
    days = touched | {_datetime(moment).date() for _, moment in repeat.moved}
    first, length = _datetime(event.start), length_of(event)
    starts = [s for s in _starts(event, first, min(days), max(days)) if s.date() in days]
    found = sorted(((_occurrence(event, s, length), s) for s in starts), key=lambda p: _order(p[0]))
    standing = {o.order: s for o, s in reversed(found)}
    gone = {start for _, start in found} - set(standing.values())
    became = (o for o, s in found if standing[o.order] == s and s.date() in touched)
    return tuple(became), tuple(sorted(gone))


def _rule(
    repeat: Repeat, first: datetime, begin: datetime | None = None, until: date | None = None
) -> Iterable[datetime]:
    """The rule from `begin` on, which is in its rhythm, to the end of the day `until`."""
    if never(repeat, first.date()):
        return ()  # else the library looks into every year to come
    ordinal, weekday = repeat.day or (None, None)
    days: list[rrule.weekday] | None = [_DAYS[WEEKDAYS.index(name)] for name in repeat.weekdays]
    month_day = None
    if ordinal is not None and weekday is not None:
        days = [_DAYS[weekday](ordinal)]
    elif repeat.every in ("month", "year") and not days:
        month_day = ordinal or first.day
    return rrule.rrule(
        _FREQUENCIES[repeat.every],
        dtstart=begin or first,
        interval=repeat.interval,
        byweekday=days or None,
        bymonthday=month_day,
        bymonth=first.month if repeat.every == "year" else None,
        until=datetime.combine(until, time.max) if until else None,
        cache=False,
    )


def _occurrence(event: Event, start: datetime, length: timedelta) -> Occurrence:
    """What becomes of the time `start`: it may be moved or cancelled, alone or with the event."""
    status, reason, moved_from, localised = event.status, event.reason, None, event.localised
    if event.repeat is not None:
        cancelled = event.repeat.cancelled.get(start.date())
        moved = event.repeat.moved.get(start.date())
        if cancelled is not None:
            status, reason, localised = "cancelled", cancelled, ORIGINAL
        if moved is not None:
            moved_from, start = _original(event, start), _with_time(moved, start)
    return Occurrence(start, start + length, event.all_day, status, reason, moved_from, localised)


def _original(event: Event, start: datetime) -> Moment:
    return start.date() if event.all_day else start

"""How an event repeats, in a form that all calendar programs read alike (RFC 5545, section 3.8.5).

Where the RFC leaves it open what a rule means, programs differ. So a series begins with a date of
its rule (of another DTSTART the RFC says that "the recurrence set is undefined"): an irregular
first date is an additional one. It says how long a date takes, not when the first one ends, which
some take as an exact length, an hour off whenever the clocks change before that end
(`clock_changes` has the dates during which they do). No date is named twice, none excluded in vain.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from plugins.catalogue.fields.days import Moment
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.model import Event, Repeat
from plugins.catalogue.occurrences import by_the_rule, first_by_the_rule, start_of
from plugins.feeds.contentlines import basic, moment
from plugins.feeds.zones import zone_id

_EVERY = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_ONCE = Repeat(every="day", count=1)
"""The rule of a series whose own gives no date: without one, some programs pass over DTSTART."""


@record(frozen=True)
class Recurrence(Frozen):
    """The first date of an event, its rule if it has one, and what the rule does not say."""

    start: datetime
    rule: Repeat | None = None
    added: tuple[datetime, ...] = ()
    excluded: tuple[datetime, ...] = ()


def recurrence(event: Event, gone: Iterable[datetime]) -> Recurrence:
    """How it repeats, without the times that are `gone` because another took their place."""
    first, repeat, gone = start_of(event), event.repeat, set(gone)
    if repeat is None:
        return Recurrence(first)
    begin = first_by_the_rule(event)
    vanished = set(gone)
    named = {first, *(_at(moment, event) for moment in repeat.also)}
    left_out = {_at(day, event) for day in repeat.left_out}
    days = [time.date() for time in (*named, *left_out, *vanished)]
    regular = by_the_rule(event, min(days), max(days))
    added = {t for t in named - regular - vanished if t.date() not in repeat.left_out}
    if begin is None:
        start, *others = sorted(added) or [first]
        return Recurrence(start, _ONCE, tuple(others))
    if begin != first and repeat.count is not None:
        repeat = replace(repeat, count=repeat.count - 1)
    excluded = (left_out | vanished) & regular
    return Recurrence(begin, repeat, tuple(sorted(added)), tuple(sorted(excluded)))


def lines(event: Event, known: Recurrence, time_zone: str) -> Iterator[str]:
    """The rule, then the dates beyond it and those it gives in vain; nothing for a single date."""
    zone = zone_id(time_zone)
    if known.rule is not None:
        yield f"RRULE:{';'.join(_rule(event, known.rule, time_zone))}"
    for added in known.added:
        yield moment("RDATE", _kind(added, event), zone)
    for time in known.excluded:
        yield moment("EXDATE", _kind(time, event), zone)


def _at(when: Moment, event: Event) -> datetime:
    """A bare day means the usual time on that day."""
    return when if isinstance(when, datetime) else datetime.combine(when, start_of(event).time())


def _kind(when: datetime, event: Event) -> Moment:
    return when.date() if event.all_day else when


def _rule(event: Event, repeat: Repeat, time_zone: str) -> Iterator[str]:
    """The parts of a RECUR value (section 3.3.10)."""
    yield f"FREQ={_EVERY[repeat.every]}"
    if repeat.until:
        yield f"UNTIL={_until(repeat.until, event, time_zone)}"
    if repeat.count:
        yield f"COUNT={repeat.count}"
    yield f"INTERVAL={repeat.interval}"
    ordinal, weekday = repeat.day or (None, None)
    if ordinal is not None and weekday is not None:
        yield f"BYDAY={ordinal}{_BYDAY[weekday]}"
    elif repeat.weekdays:
        yield f"BYDAY={','.join(day[:2].upper() for day in repeat.weekdays)}"
    if ordinal is not None and weekday is None:
        yield f"BYMONTHDAY={ordinal}"
    is_leap_day = (event.start.month, event.start.day) == (2, 29) and repeat.every == "year"
    if is_leap_day and not repeat.day:
        yield "BYMONTHDAY=29"  # else some programs go on with 1 March in the years between
    if (repeat.day or is_leap_day) and repeat.every == "year":
        yield f"BYMONTH={event.start.month}"


def _until(day: date, event: Event, time_zone: str) -> str:
    """A time in UTC when the event has a time, else a day (section 3.3.10)."""
    if event.all_day:
        return basic(day)
    end = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZoneInfo(time_zone))
    return f"{basic(end.astimezone(UTC))}Z"

"""How an event repeats, in the lines of iCalendar (RFC 5545, section 3.8.5)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from plugins.catalogue.model import Event, Repeat
from plugins.catalogue.occurrences import Occurrence
from plugins.catalogue.values import Moment
from plugins.feeds.contentlines import basic, moment
from plugins.feeds.zones import zone_id

_EVERY = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def lines(event: Event, special: tuple[Occurrence, ...], time_zone: str) -> Iterator[str]:
    """The rule, then the dates beyond it and those it gives in vain; nothing for a single date.

    `special` are the dates that were moved or cancelled one by one.
    """
    repeat, zone = event.repeat, zone_id(time_zone)
    if repeat is None:
        return
    yield f"RRULE:{';'.join(_rule(event, repeat, time_zone))}"
    gone = dict.fromkeys((*repeat.except_, *_merged(repeat, special)))
    for added in repeat.also:
        if day_of(added) not in gone:
            yield moment("RDATE", _at(added, event), zone)
    for day in gone:
        yield moment("EXDATE", _at(day, event), zone)


def day_of(when: Moment) -> date:
    """The day, of a time too."""
    return when.date() if isinstance(when, datetime) else when


def _at(when: Moment, event: Event) -> Moment:
    """A bare day means the usual time on that day."""
    if isinstance(when, datetime) or not isinstance(event.start, datetime):
        return when
    return datetime.combine(when, event.start.time())


def _merged(repeat: Repeat, special: tuple[Occurrence, ...]) -> list[date]:
    """The days whose date was moved to where another one stands already: one is left of the two."""
    said = {day_of(o.moved_from) for o in special if o.moved_from is not None}
    return [day for day, _ in repeat.moved if day not in said]


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
    if repeat.day and repeat.every == "year":
        yield f"BYMONTH={event.start.month}"


def _until(day: date, event: Event, time_zone: str) -> str:
    """A time in UTC when the event has a time, else a day (section 3.3.10)."""
    if event.all_day:
        return basic(day)
    end = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZoneInfo(time_zone))
    return f"{basic(end.astimezone(UTC))}Z"

"""The dates of a series during which the clocks change: they take an hour more or less.

A series says how long its dates take. Some programs count that by the clock on the wall, others
exactly (RFC 5545, section 3.3.6); of these dates the end is written out, so that all agree.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence, in_own_time, length_of, start_of
from plugins.feeds.zones import changes

YEARS_BEHIND, YEARS_AHEAD = 3, 5
"""So far from the present year they are written: a series may go on for ever."""

_DAY = timedelta(days=1)


def during_changes(event: Event, time_zone: str, year: int) -> tuple[Occurrence, ...]:
    """The dates in whose midst the clocks of a zone change, in the years around `year`.

    Those that were moved one by one need not be among them: their end is written out anyway.
    """
    if event.repeat is None or event.all_day or not event.end:
        return ()
    length, also = length_of(event), event.repeat.also
    times = {start_of(event).time(), *(day.time() for day in also if isinstance(day, datetime))}
    days = {day for begin in times for day in _days(begin, length, time_zone, year)}
    zone = ZoneInfo(time_zone)
    found = (o for day in sorted(days) for o in in_own_time(event, day, day) if _crosses(o, zone))
    return tuple(dict.fromkeys(found))


def _crosses(occurrence: Occurrence, zone: ZoneInfo) -> bool:
    return _offset(occurrence.start, zone) != _offset(occurrence.end, zone)


# Most series of a site begin at the same few times of day.
@lru_cache(maxsize=1024)
def _days(begin: time, length: timedelta, time_zone: str, year: int) -> tuple[date, ...]:
    """On which days what begins at that time and takes so long would cross a change."""
    zone = ZoneInfo(time_zone)
    days = (
        change.local.date() - _DAY * ago
        for change in changes(time_zone, year - YEARS_BEHIND, year + YEARS_AHEAD)
        for ago in range(length.days + 2)
    )
    starts = (datetime.combine(day, begin) for day in days)
    return tuple(s.date() for s in starts if _offset(s, zone) != _offset(s + length, zone))


def _offset(local: datetime, zone: ZoneInfo) -> timedelta | None:
    return local.replace(tzinfo=zone).utcoffset()

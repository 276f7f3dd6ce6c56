"""The dates of a series during which the clocks change: they take an hour more or less.

A series says how long its dates take. Some programs count that by the clock on the wall, others
exactly (RFC 5545, section 3.3.6); of these dates the end is written out, so that all agree.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence, occurrences

YEARS_BEHIND, YEARS_AHEAD = 3, 5
"""So far from the present year they are written: a series may go on for ever."""

_DAY = timedelta(days=1)


def during_changes(event: Event, time_zone: str, year: int) -> tuple[Occurrence, ...]:
    """The dates in whose midst the clocks of a zone change, in the years around `year`."""
    if event.repeat is None or event.all_day or not event.end:
        return ()
    zone = ZoneInfo(time_zone)
    found = (
        occurrence
        for day in _days_of_change(time_zone, year)
        for occurrence in occurrences(event, day, day)
        if _offset(occurrence.start, zone) != _offset(occurrence.end, zone)
    )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8)
def _days_of_change(time_zone: str, year: int) -> tuple[date, ...]:
    return tuple(_changing(ZoneInfo(time_zone), year))


def _changing(zone: ZoneInfo, year: int) -> Iterator[date]:
    day = date(year - YEARS_BEHIND, 1, 1)
    while day < date(year + YEARS_AHEAD + 1, 1, 1):
        following = day + _DAY
        if _offset(_midnight(day), zone) != _offset(_midnight(following), zone):
            yield day
        day = following


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _offset(local: datetime, zone: ZoneInfo) -> timedelta | None:
    return local.replace(tzinfo=zone).utcoffset()

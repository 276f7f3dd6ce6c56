"""The time zone of a calendar (RFC 5545, section 3.6.5): when its clocks are changed."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from plugins.feeds import contentlines
from plugins.feeds.contentlines import basic, component

_SECOND, _NONE = timedelta(seconds=1), timedelta(0)
_SUNDAY = 6
_MARCH, _OCTOBER = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)


@lru_cache(maxsize=8)
def zone_id(name: str) -> str:
    """What times of this zone are marked with: its name, or UTC where clocks always show that.

    TZID must not be applied to times in UTC (section 3.2.19).
    """
    zone = ZoneInfo(name)
    moments = (
        datetime(year, month, 1, tzinfo=zone) for year in range(1970, 2038) for month in (1, 7)
    )
    return name if any(moment.utcoffset() for moment in moments) else contentlines.UTC


@lru_cache(maxsize=8)
def time_zone(name: str) -> bytes:
    """The VTIMEZONE; for all zones that change by EU law the rule in its shortest form."""
    zone = ZoneInfo(name)
    if not (_changes_by(_MARCH, zone, hours=1) and _changes_by(_OCTOBER, zone, hours=-1)):
        return _unlike_ours(zone)
    summer = _observance("DAYLIGHT", _MARCH, zone, first_day=31)
    winter = _observance("STANDARD", _OCTOBER, zone, first_day=27)
    return component("VTIMEZONE", [f"TZID:{name}"], summer, winter)


def _unlike_ours(zone: ZoneInfo) -> bytes:
    """The changes of any zone, one by one, found out by the library."""
    from icalendar import Timezone  # 60 ms: only when needed

    lines = Timezone.from_tzinfo(zone).content_lines()
    return b"".join(contentlines.folded(line) for line in lines if line)


def _observance(kind: str, change: datetime, zone: ZoneInfo, first_day: int) -> bytes:
    """From which local time on, counted from 1996, which offset holds."""
    before, after = (change - _SECOND).astimezone(zone), change.astimezone(zone)
    first = (before + _SECOND).replace(year=1996, day=first_day)
    lines = (
        f"DTSTART:{basic(first)}",
        f"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH={change.month}",
        f"TZNAME:{contentlines.text(after.tzname() or '')}",
        f"TZOFFSETFROM:{before:%z}",
        f"TZOFFSETTO:{after:%z}",
    )
    return component(kind, lines)


def _changes_by(moment: datetime, zone: ZoneInfo, hours: int) -> bool:
    """Whether the clocks of a zone are put forward by so many hours at this very moment.

    By those clocks it must be a Sunday, too: in Greenland it is still Saturday.
    """
    before, after = (moment - _SECOND).astimezone(zone), moment.astimezone(zone)
    change = (after.utcoffset() or _NONE) - (before.utcoffset() or _NONE)
    return change == timedelta(hours=hours) and (before + _SECOND).weekday() == _SUNDAY

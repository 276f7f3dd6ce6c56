"""The time zone of a calendar (RFC 5545, section 3.6.5): when its clocks are changed.

Programs differ in how they count DTSTART where dates stand beside it (RDATE). So each change that
came once is an observance of its own; those that came year after year are one with a rule.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plugins.feeds import contentlines
from plugins.feeds.contentlines import basic, component

FIRST, LAST = 1996, 2037
"""The years whose changes are written; those that go on by a rule have no end."""

_STEP = timedelta(days=7)
_SECOND, _NONE = timedelta(seconds=1), timedelta(0)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Transition(NamedTuple):
    """When the clocks of a zone are changed, in UTC, and what they show right before and after."""

    at: datetime
    before: datetime
    after: datetime

    @property
    def local(self) -> datetime:
        """What the clocks would show at that moment if they were not changed."""
        return self.before.replace(tzinfo=None) + _SECOND

    @property
    def kind(self) -> tuple[object, ...]:
        """What is the same in all years in which the clocks are changed by the same rule."""
        local, names = self.local, (self.before.tzname(), self.after.tzname())
        offsets = self.before.utcoffset(), self.after.utcoffset()
        return local.month, local.weekday(), local.time(), names, offsets


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
def changes(name: str, first: int, last: int) -> tuple[Transition, ...]:
    """When the clocks of a zone are changed from the year `first` to `last`."""
    zone = ZoneInfo(name)
    begin, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    weeks = [*(begin + _STEP * number for number in range((end - begin) // _STEP + 1)), end]
    found = pairwise((moment, _shown(moment, zone)) for moment in weeks)
    return tuple(_change(zone, begin, end) for (begin, old), (end, new) in found if old != new)


def _shown(moment: datetime, zone: ZoneInfo) -> tuple[timedelta, str]:
    local = moment.astimezone(zone)
    return local.utcoffset() or _NONE, local.tzname() or ""


def _change(zone: ZoneInfo, begin: datetime, end: datetime) -> Transition:
    """The change between two moments."""
    old = _shown(begin, zone)
    while end - begin > _SECOND:
        middle = begin + (end - begin) // 2 // _SECOND * _SECOND
        begin, end = (middle, end) if _shown(middle, zone) == old else (begin, middle)
    return Transition(end, begin.astimezone(zone), end.astimezone(zone))


def _beginning(zone: ZoneInfo) -> Transition:
    """No change: what the clocks showed before the first one."""
    offset, name = _shown(datetime(FIRST, 1, 1, tzinfo=UTC), zone)
    at = datetime(FIRST, 1, 1, tzinfo=timezone(offset, name))
    return Transition(at, at - _SECOND, at)


@lru_cache(maxsize=8)
def time_zone(name: str) -> bytes:
    """The VTIMEZONE: what the clocks showed in the beginning, if no rule says it; all changes."""
    known = changes(name, FIRST, LAST)
    parts = [_observance(run) for run in sorted(_runs(known), key=lambda run: run[0].at)]
    if not known or known[0].at.year > FIRST:
        parts.insert(0, _observance([_beginning(ZoneInfo(name))]))
    return component("VTIMEZONE", [f"TZID:{name}"], *parts)


def _runs(known: Iterable[Transition]) -> Iterator[list[Transition]]:
    """The changes that came year after year by the same rule, together."""
    going: dict[tuple[object, ...], list[Transition]] = {}
    for change in known:
        run = going.setdefault(change.kind, [])
        if run and not _is_next(run, change):
            yield run
            run = going[change.kind] = []
        run.append(change)
    yield from going.values()


def _is_next(run: list[Transition], change: Transition) -> bool:
    days = [one.local.day for one in (*run, change)]
    return change.local.year == run[-1].local.year + 1 and max(days) - min(days) < _STEP.days


def _goes_on(run: list[Transition]) -> bool:
    """Whether all years that are looked at say that this is a rule, and it holds to the end."""
    days = [change.local.day for change in run]
    return run[-1].local.year == LAST and max(days) - min(days) == _STEP.days - 1


def _observance(run: list[Transition]) -> bytes:
    """From which local time on, and in which years again, which offset holds."""
    first, last = run[0], run[-1]
    lines = [f"DTSTART:{basic(first.local)}"]
    if len(run) > 1:
        # Some take the end for a local time: a day later it is the same in any case.
        end = "" if _goes_on(run) else f"UNTIL={basic(last.at + timedelta(days=1))}Z;"
        month = first.local.month
        lines.append(f"RRULE:FREQ=YEARLY;{end}{_days(run)};BYMONTH={month}")
    lines += (
        f"TZNAME:{contentlines.text(str(first.after.tzname()))}",
        f"TZOFFSETFROM:{first.before:%z}",
        f"TZOFFSETTO:{first.after:%z}",
    )
    return component("DAYLIGHT" if _is_summer(first) else "STANDARD", lines)


def _is_summer(change: Transition) -> bool:
    """Whether clocks are put forward for a while; in Ireland it is winter that is the exception."""
    before, after = change.before, change.after
    forward = after.replace(tzinfo=None) > before.replace(tzinfo=None) + _SECOND
    return forward and before.dst() != after.dst()


def _days(run: list[Transition]) -> str:
    """Which weekday of the month: the first, the last, or the one within a week of its days."""
    days, weekday = [change.local.day for change in run], _WEEKDAYS[run[0].local.weekday()]
    length = monthrange(2026, run[0].local.month)[1]
    for ordinal, begin in ((-1, length - 6), (1, 1), (2, 8), (3, 15), (4, 22)):
        if begin <= min(days) and max(days) < begin + 7:
            return f"BYDAY={ordinal}{weekday}"
    begin = max(max(days) - 6, 1)
    return f"BYDAY={weekday};BYMONTHDAY={','.join(map(str, range(begin, begin + 7)))}"

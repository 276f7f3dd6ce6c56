"""How our model says when something takes place, from the rule and the dates of a calendar.

The dates are those of recurring-ical-events; whatever is tried here is an entry's `repeat:` only
if `catalogue/occurrences.py` gives just these for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.days import WEEKDAYS, DayOfMonth, Moment
from plugins.catalogue.model import NOWHERE, Event, Repeat
from plugins.catalogue.occurrences import never, occurrences, starts_regularly
from plugins.intake.calendars.source_event import Dates, Instance
from plugins.intake.tree import Branch

FEW = 60
"""So many single dates a series has at most besides those of its rule, or instead of them."""

AHEAD = timedelta(days=366)
"""So far ahead single dates are taken over."""

SEEN = timedelta(days=5 * 366)
"""So far ahead the dates of a rule are compared: after that it goes on as it did."""

CANCELLED = "Im Kalender des Vereins abgesagt."

_EVERY = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_SHORT = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH"}
_ORDINALS = (1, 2, 3, 4, -1)


class When(NamedTuple):
    """The fields of an entry that say when it takes place."""

    start: Moment
    end: Moment | None
    repeat: Repeat | None = None

    def tree(self) -> Branch:
        """As the file says it."""
        tree: Branch = {"start": _written(self.start)}
        if self.end is not None:
            tree["end"] = _written(self.end)
        if self.repeat is not None:
            tree["repeat"] = _repeat_tree(self.repeat)
        return tree


def single(instance: Instance) -> When:
    """One date."""
    return _when(instance.start, instance, None)


def by_rule(rule: Mapping[str, Any], instances: Sequence[Instance], until: date) -> When | None:
    """The rule with its exceptions, if the model can say it; `instances` are all dates of it.

    They are known up to the day `until`. `rule` is a RRULE as icalendar has it.
    """
    firsts = dict.fromkeys((min(one.begins for one in instances), instances[0].start))
    wanted = Dates.of(until, tuple(instances))
    for first in firsts:
        for base in _bases(rule, first, instances, until):
            when = _with_exceptions(base, first, instances, until)
            if when is not None and dates_of(when, until) == wanted:
                return when
    return None


def by_dates(instances: Sequence[Instance]) -> When:
    """Dates without any rule: a series of one, and what else there is."""
    first, *others = instances
    if not others:
        return single(first)
    also = tuple(_moment(one.start, first) for one in others)
    cancelled = FrozenMap((one.start.date(), CANCELLED) for one in instances if not one.is_held)
    repeat = Repeat(every="week", count=1, also=also, cancelled=cancelled)
    return _when(first.start, first, repeat)


def dates_of(when: When, until: date) -> Dates:
    """What `catalogue/occurrences.py` makes of it, from the first day to the day `until`."""
    return dates_in(event_of(when), until)


def dates_in(event: Event, until: date) -> Dates:
    """The same of an event; a date may have been moved to before the first one."""
    since = date.fromordinal(max(1, _day(event.start).toordinal() - 366))
    return Dates.of(until, occurrences(event, since, until))


def event_of(when: When) -> Event:
    """An event of which nothing is known but when it is."""
    return Event(
        id="",
        origin=NOWHERE,
        title="",
        start=when.start,
        end=when.end,
        repeat=when.repeat,
        organisers=(),
    )


def _when(start: datetime, like: Instance, repeat: Repeat | None) -> When:
    """An end is left out where nothing is gained by it."""
    end = start + like.length
    if like.all_day:
        last = (end - timedelta(days=1)).date()
        return When(start.date(), last if last > start.date() else None, repeat)
    return When(start, end if end > start else None, repeat)


def _moment(start: datetime, like: Instance) -> Moment:
    return start.date() if like.all_day else start


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


# --- the rule ---


def _bases(
    rule: Mapping[str, Any], first: datetime, instances: Sequence[Instance], until: date
) -> Iterator[Repeat]:
    """The rule in our words, with the ends that it may have; none where we have no words for it."""
    plain = _plain(rule, first)
    if plain is None:
        return
    count, last = _number(rule, "COUNT"), instances[-1].start.date()
    if count is None and "UNTIL" not in rule:
        yield plain
        return
    if count is not None and "UNTIL" not in rule and 0 < count <= 400:
        yield replace(plain, count=count)
    if last + timedelta(days=1) < until:
        yield replace(plain, until=max(one.day for one in instances))
    elif "UNTIL" in rule:
        yield replace(plain, until=_day(rule["UNTIL"][0]))


def _plain(rule: Mapping[str, Any], first: datetime) -> Repeat | None:
    """Frequency, interval and days of a rule, without its end."""
    used = {key for key in rule if rule[key] not in ([], None)}
    every = _EVERY.get(str(rule.get("FREQ", [""])[0]).upper())
    interval = _number(rule, "INTERVAL") or 1
    position = _number(rule, "BYSETPOS") if len(rule.get("BYSETPOS", [])) == 1 else None
    if every is None or not 1 <= interval <= 99:
        return None
    if used - _KNOWN - ({"BYSETPOS"} if position is not None else set()):
        return None
    plain = Repeat(every=every, interval=interval)
    days = [str(day).upper() for day in rule.get("BYDAY", ())]
    numbers = [int(day) for day in rule.get("BYMONTHDAY", ())]
    months = [int(month) for month in rule.get("BYMONTH", ())]
    if months and (every != "year" or months != [first.month]):
        return None
    if every in ("day", "week"):
        return None if numbers or position else _weekly(plain, days, first)
    return _monthly(plain, days, numbers, position, is_yearly=every == "year" and not months)


def _weekly(plain: Repeat, days: Sequence[str], first: datetime) -> Repeat | None:
    if any(day not in _SHORT for day in days):
        return None
    if not days:
        return plain
    if plain.every == "day":
        if plain.interval > 1:
            return None
        plain = replace(plain, every="week")
    if [_SHORT[day] for day in days] == [first.weekday()]:
        return plain
    order = sorted({_SHORT[day] for day in days})
    return replace(plain, weekdays=tuple(WEEKDAYS[number] for number in order))


def _monthly(
    plain: Repeat,
    days: Sequence[str],
    numbers: Sequence[int],
    position: int | None,
    *,
    is_yearly: bool,
) -> Repeat | None:
    """»2TU«, or TU with the position 2, or a number; a year's own weeks we have no words for."""
    if not days and position is None:
        if len(numbers) > 1 or (numbers and not 1 <= numbers[0] <= 31):
            return None
        return replace(plain, day=(numbers[0], None)) if numbers else plain
    if len(days) != 1 or numbers or is_yearly or days[0][-2:] not in _SHORT:
        return None
    own = days[0][:-2]
    if bool(own) == (position is not None):
        return None
    ordinal = int(own) if own else position
    weekday = _SHORT[days[0][-2:]]
    return replace(plain, day=(ordinal, weekday)) if ordinal in _ORDINALS else None


def _number(rule: Mapping[str, Any], key: str) -> int | None:
    found = rule.get(key)
    return int(found[0]) if found else None


# --- what is otherwise than by the rule ---


def _with_exceptions(
    base: Repeat, first: datetime, instances: Sequence[Instance], until: date
) -> When | None:
    """The rule with what is left out, moved, added, called off; `None` where that is too much."""
    like = instances[0]
    alone = _when(first, like, base)
    if never(base, first.date()) or not starts_regularly(event_of(alone)):
        return None
    given = {start for start, _, _ in dates_of(alone, until).times}
    here = {one.start for one in instances}
    missing = {start.date() for start in given - here}
    moved: dict[date, Moment] = {}
    also: list[Moment] = []
    for one in instances:
        if one.start in given:
            continue
        if one.original is not None and one.day in missing:
            missing.discard(one.day)
            moved[one.day] = _moment(one.start, like)
        else:
            also.append(_moment(one.start, like))
    if max(len(missing), len(moved), len(also)) > FEW:
        return None
    cancelled = {
        (one.day if one.day in moved else one.start.date()): CANCELLED
        for one in instances
        if not one.is_held
    }
    repeat = replace(
        base,
        except_=tuple(sorted(missing)),
        also=tuple(also),
        moved=FrozenMap(sorted(moved.items())),
        cancelled=FrozenMap(sorted(cancelled.items())),
    )
    return _when(first, like, repeat)


def _written(moment: Moment) -> str:
    return moment.isoformat(*(("T", "minutes") if isinstance(moment, datetime) else ()))


def _repeat_tree(repeat: Repeat) -> Branch:
    tree: Branch = {"every": repeat.every}
    if repeat.interval > 1:
        tree["interval"] = str(repeat.interval)
    if repeat.weekdays:
        tree["weekdays"] = list(repeat.weekdays)
    if repeat.day is not None:
        tree["day"] = str(DayOfMonth().written(repeat.day))
    if repeat.until is not None:
        tree["until"] = repeat.until.isoformat()
    if repeat.count is not None:
        tree["count"] = str(repeat.count)
    if repeat.except_:
        tree["except"] = [day.isoformat() for day in repeat.days_left_out]
    if repeat.also:
        tree["also"] = [_written(moment) for moment in repeat.also]
    if repeat.moved:
        tree["moved"] = {day.isoformat(): _written(moment) for day, moment in repeat.moved}
    if repeat.cancelled:
        tree["cancelled"] = {day.isoformat(): reason for day, reason in repeat.cancelled}
    return tree

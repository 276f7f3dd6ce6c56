"""When a state rests, and so on which of its dates a series pauses that says so in a word.

The days come from the library `holidays` (`holiday_source`), and are the model's from here on: an
event knows its dates itself, so nobody who asks for them has to know of holidays.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from plugins.catalogue.fields.context import UNREAD
from plugins.catalogue.fields.days import PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.model import Event, Repeat


class PublicHoliday(NamedTuple):
    """A public holiday, by its name in German."""

    day: date
    name: str


class SchoolBreak(NamedTuple):
    """School holidays, from their first to their last day, by their name in German."""

    first: date
    last: date
    name: str

    @property
    def days(self) -> Iterator[date]:
        """Each of their days."""
        for later in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=later)


class Feast(NamedTuple):
    """A feast from its first to its last day, by its id in the closed list of feasts.

    Where somebody must have seen the moon it may be a day earlier or later.
    """

    first: date
    last: date
    name: str
    by_moon: bool = False


@record(frozen=True)
class Holidays(Frozen):
    """The holidays of a state, in their order; none where no state is named.

    Beside them the feasts of the city's communities, which nothing pauses for.
    """

    public: tuple[PublicHoliday, ...] = ()
    school: tuple[SchoolBreak, ...] = ()
    feasts: tuple[Feast, ...] = ()

    @property
    def known_until(self) -> tuple[tuple[str, date], ...]:
        """Of which sorts holidays are known, and up to which day."""
        ends = (
            (PUBLIC_HOLIDAYS, [one.day for one in self.public]),
            (SCHOOL_HOLIDAYS, [one.last for one in self.school]),
        )
        return tuple((word, max(days)) for word, days in ends if days)


NO_HOLIDAYS = Holidays()


class Local:
    """Tells events of the site what they need to know of it: holidays, and its time zone."""

    def __init__(self, known: Holidays, time_zone: str) -> None:
        self._known, self._time_zone = known, time_zone

    def known_to(self, event: Event) -> Event:
        """The event, which knows its pauses, and in which time zone it is read."""
        if event.timezone not in ("", self._time_zone) and not event.all_day:
            origin = event.origin.with_more(self._time_zone.encode())
            event = replace(event, here=self._time_zone, origin=origin)
        return self._pausing(event)

    def _pausing(self, event: Event) -> Event:
        """The event, which knows its pauses.

        A date that it names itself is none, because somebody has written it down: the first one,
        and those in `also`, `moved` and `cancelled`.
        """
        from plugins.catalogue.occurrences import regular_days, start_of  # slow; for few only

        repeat = event.repeat
        if repeat is None:
            return event
        holidays = frozenset().union(*(self._days[word] for word in repeat.holidays_left_out))
        first = start_of(event).date()
        if not holidays or max(holidays) < first:
            return event
        pauses = regular_days(event, first, max(holidays)) & holidays - _named(repeat, first)
        if not pauses:
            return event
        days = tuple(sorted(pauses))
        origin = event.origin.with_more(repr([day.toordinal() for day in days]).encode())
        return replace(event, repeat=replace(repeat, pauses=days), origin=origin)

    @cached_property
    def _days(self) -> dict[str, frozenset[date]]:
        return {
            PUBLIC_HOLIDAYS: frozenset(one.day for one in self._known.public),
            SCHOOL_HOLIDAYS: frozenset(day for one in self._known.school for day in one.days),
        }


def depends_on_site(event: Event) -> bool:
    """Whether it is a series that pauses on holidays, or takes place in a time zone of its own."""
    if event.repeat is UNREAD or event.timezone is UNREAD:
        return False
    return bool(event.timezone or (event.repeat and event.repeat.holidays_left_out))


def _named(repeat: Repeat, first: date) -> frozenset[date]:
    """The dates that are written down one by one."""
    named = (*repeat.also, *(day for day, _ in (*repeat.moved, *repeat.cancelled)))
    # A time is a day, too, and another one.
    return frozenset({first, *(date(day.year, day.month, day.day) for day in named)})

"""All dates of all events that the calendar shows, in order, as cards."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence, coming, is_long, occurrences, start_of
from plugins.rendering.cards import EventCard, EventFacts, event_facts

AHEAD = timedelta(days=366)
BEHIND = timedelta(days=3 * 366)

_BEGINNING = date(1900, 1, 1)
_END = date(2199, 12, 31)


def dates_of_event(event: Event, today: date) -> tuple[Occurrence, ...]:
    """Its dates; of a long series those of the last three years and of the year to come.

    Of one with an end all until three years from now: a yearly one may go on for centuries. The
    next date is always among them, however far off it is.
    """
    if event.repeat is None:
        return occurrences(event, _BEGINNING, _END)
    since, until = _BEGINNING, max(today, start_of(event).date()) + BEHIND
    if is_long(event):
        since, until = today - BEHIND, today + AHEAD
    dates = occurrences(event, since, until)
    following = () if any(d.last_day >= today for d in dates) else coming(event, today, until)
    return (*dates, *following)


class EventDates(NamedTuple):
    """What lists say of an event, and on which dates; the facts stand here once for them all."""

    facts: EventFacts
    dates: tuple[Occurrence, ...]

    @property
    def cards(self) -> Iterator[EventCard]:
        """A card for each date."""
        return map(self.facts.on, self.dates)


def dates_shown(catalogue: Catalogue, event: Event, today: date) -> EventDates:
    """What lists show of an event."""
    return EventDates(event_facts(catalogue, event), dates_of_event(event, today))


def by_day(cards: Iterable[EventCard]) -> Mapping[date, tuple[EventCard, ...]]:
    """The cards under each day on which they begin."""
    days: dict[date, list[EventCard]] = defaultdict(list)
    for card in cards:
        days[card.date.day].append(card)
    return {day: tuple(group) for day, group in days.items()}

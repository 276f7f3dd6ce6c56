"""All dates of all events that the calendar shows, in order, as cards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence, coming, is_long, occurrences, start_of
from plugins.rendering.cards import EventCard, Named, event_facts

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


def cards_of(
    event: Event, host: Named | None, organisers: tuple[Named, ...], today: date
) -> tuple[EventCard, ...]:
    """A card for each date of an event."""
    facts = event_facts(event, host, organisers)
    return tuple(map(facts.on, dates_of_event(event, today)))


def by_day(cards: Iterable[EventCard]) -> Mapping[date, tuple[EventCard, ...]]:
    """The cards under each day on which they begin."""
    days: dict[date, list[EventCard]] = defaultdict(list)
    for card in cards:
        days[card.date.day].append(card)
    return {day: tuple(group) for day, group in days.items()}

"""All dates of all events that the calendar shows, in order, as cards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence, occurrences, start_of
from plugins.rendering.cards import EventCard, by_date, event_cards

AHEAD = timedelta(days=366)
BEHIND = timedelta(days=3 * 366)
DatesByEvent = Mapping[str, tuple[Occurrence, ...]]

_BEGINNING = date(1900, 1, 1)
_END = date(2199, 12, 31)


def dates_of_event(event: Event, today: date) -> tuple[Occurrence, ...]:
    """Its dates; of a series without an end those of the last three years and the next one.

    A series with an end is shown three years ahead: a yearly one may go on for centuries.
    """
    repeat = event.repeat
    if repeat is None:
        return occurrences(event, _BEGINNING, _END)
    if repeat.until is None and repeat.count is None:
        return occurrences(event, today - BEHIND, today + AHEAD)
    return occurrences(event, _BEGINNING, max(today, start_of(event).date()) + BEHIND)


def dates_by_event(catalogue: Catalogue, today: date) -> DatesByEvent:
    """The dates of every event, by its id."""
    return {event.id: dates_of_event(event, today) for event in catalogue.events}


def cards_of(catalogue: Catalogue, dates: DatesByEvent) -> tuple[EventCard, ...]:
    """A card for each date of each event, in the order in which they take place."""
    cards = [
        card
        for event in catalogue.events
        for card in event_cards(catalogue, event, dates[event.id])
    ]
    return tuple(sorted(cards, key=by_date))


def by_day(cards: Iterable[EventCard]) -> Mapping[date, tuple[EventCard, ...]]:
    """The cards under each day on which they begin."""
    days: dict[date, list[EventCard]] = defaultdict(list)
    for card in cards:
        days[card.date.day].append(card)
    return {day: tuple(group) for day, group in days.items()}

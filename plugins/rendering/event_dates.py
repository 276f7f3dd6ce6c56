"""All dates of all events that the calendar shows, as cards, and which of them come."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence, coming, is_long, occurrences, start_of
from plugins.rendering.cards import EventCard, EventFacts, event_facts
from plugins.rendering.event_rows import EventRow, by_next_date, event_row

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
    """What lists say of an event, and on which dates; the facts stand here once for them all.

    `row` is of those to come, if there are any.
    """

    facts: EventFacts
    dates: tuple[Occurrence, ...]
    row: EventRow | None

    @property
    def cards(self) -> Iterator[EventCard]:
        """A card for each date."""
        return map(self.facts.on, self.dates)


def dates_shown(catalogue: Catalogue, event: Event, today: date) -> EventDates:
    """What lists show of an event."""
    facts, dates = event_facts(catalogue, event), dates_of_event(event, today)
    coming = (date for date in dates if date.last_day >= today)
    return EventDates(facts, dates, event_row(facts, coming))


def rows_to_come(events: Iterable[EventDates], today: date) -> list[EventRow]:
    """What the calendar shows of what comes: each event once, at its next date."""
    end = today + AHEAD
    rows = [row for event in events if (row := event.row) and row.card.date.day <= end]
    return sorted(rows, key=by_next_date)

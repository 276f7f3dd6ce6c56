"""What calendars show: their name, their events, and where and by whom each is held."""

from dataclasses import dataclass

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import OFFICE, Event
from plugins.catalogue.occurrences import Occurrence, occurrences
from plugins.feeds.recurrence import day_of
from plugins.rendering.cards import place


@dataclass(frozen=True)
class CalendarEvent:
    """What a calendar shows of an event."""

    event: Event
    location: str
    organisers: tuple[str, ...]
    special: tuple[Occurrence, ...]


@dataclass(frozen=True)
class CalendarView:
    """A calendar: its name, empty for the whole site's, and its events."""

    name: str
    events: tuple[CalendarEvent, ...]


def calendar_event(catalogue: Catalogue, event: Event) -> CalendarEvent:
    """An event with its place, its organisers, and the dates that its rule does not give."""
    where = place(catalogue, event)
    parts = (where.link.name, where.street, f"{where.postal_code} {where.city}") if where else ()
    names = (catalogue.association(key) for key in event.organisers if key != OFFICE)
    return CalendarEvent(
        event=event,
        location=", ".join(part.strip() for part in parts if part.strip()),
        organisers=tuple(association.name for association in names if association),
        special=_special(event),
    )


def _special(event: Event) -> tuple[Occurrence, ...]:
    """The dates of a series that were moved or cancelled one by one."""
    repeat = event.repeat
    if repeat is None or not (repeat.moved or repeat.cancelled):
        return ()
    cancelled = {day for day, _ in repeat.cancelled}
    days = cancelled | {day_of(moment) for pair in repeat.moved for moment in pair}
    found = occurrences(event, min(days), max(days))
    return tuple(o for o in found if o.moved_from is not None or o.day in cancelled)

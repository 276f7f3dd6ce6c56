"""PLAN: what programs read: calendars of all events, an association's, one; entries as data."""

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.catalogue.forgotten import Notice
from plugins.catalogue.link import Catalogue, ids_of
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import coming, occurrences
from plugins.feeds.entries import files
from plugins.feeds.icalendar import write
from plugins.feeds.past import years
from plugins.feeds.view import CalendarEvent, CalendarView, calendar_event
from plugins.rendering import register
from plugins.rendering.page import File, Output
from plugins.rendering.urls import Address

__all__ = ["pages", "register"]

BEHIND = timedelta(days=92)
"""How long what has been stays in the collections; a subscriber's calendar keeps it anyway."""

AHEAD = timedelta(days=731)
"""How far the calendar of everything looks ahead: what is later comes into it in time."""


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """A calendar for everything, for each association, and for each event; entries as data.

    Who subscribed at an old address goes on reading it: there the same is found.
    """
    events = {e.id: calendar_event(catalogue, e, today.year) for e in catalogue.events}
    notices = tuple(n for n in catalogue.forgotten.notices if n.until >= today - BEHIND)
    every = ("", tuple(events.values()), notices, today)
    yield File(Address("calendar_feed"), write, _near, every)
    yield from years(events.values(), today)
    for association in catalogue.associations:
        own = tuple(events[event.id] for event in catalogue.events_of(association))
        gone = tuple(n for n in notices if association.id in n.organisers)
        if own or gone:
            inputs = (association.name, own, gone, today)
            for key in (association.id, *association.formerly):
                yield File(Address("association_calendar", key), write, _recent, inputs)
    for folder, key in catalogue.withheld:
        held = tuple(events[event.id] for event in _held_by(catalogue, folder, key))
        if folder in _WITHHELD:
            yield File(Address(_WITHHELD[folder], key), write, CalendarView, ("", held))
    for event in catalogue.events:
        alone = (event.title, (events[event.id],))
        for key in (event.id, *event.formerly):
            yield File(Address("event_calendar", key), write, CalendarView, alone)

    yield from _gone(notices, catalogue)
    yield from files(catalogue, today)


def _gone(notices: tuple[Notice, ...], catalogue: Catalogue) -> Iterator[Output]:
    """Calendars of what was forgotten, at their addresses: who subscribed reads »cancelled« there.

    An address that an entry has (again) is the entry's.
    """
    taken = catalogue.known | {pair for entry in catalogue.entries for pair in ids_of(entry)}
    for folder, ids in (("events", "ids"), ("associations", "organisers")):
        for key in sorted({key for n in notices for key in getattr(n, ids)}):
            if (folder, key) not in taken:
                own = tuple(n for n in notices if key in getattr(n, ids))
                yield File(Address(_WITHHELD[folder], key), write, CalendarView, ("", (), own))


_WITHHELD = {"associations": "association_calendar", "events": "event_calendar"}
"""What has a calendar of its own keeps it while its entry is being corrected."""


def _held_by(catalogue: Catalogue, folder: str, key: str) -> tuple[Event, ...]:
    """The events of an association that are in order, although its own entry is not."""
    return catalogue.links.events_by_organiser.get(key, ()) if folder == "associations" else ()


def _recent(
    name: str, events: tuple[CalendarEvent, ...], notices: tuple[Notice, ...], today: date
) -> CalendarView:
    """The calendar without what has been for long."""
    recent = (one for one in events if coming(one.event, today - BEHIND, today))
    return CalendarView(name, tuple(recent), notices)


def _near(
    name: str, events: tuple[CalendarEvent, ...], notices: tuple[Notice, ...], today: date
) -> CalendarView:
    """The calendar without what has been for long or is far off."""
    since, until = today - BEHIND, today + AHEAD
    return CalendarView(
        name, tuple(e for e in events if occurrences(e.event, since, until)), notices
    )

"""PLAN: what programs read: calendars of events, cards for address books, entries as data."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.find import FOLDERS
from plugins.catalogue.forgotten import Notice
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue
from plugins.catalogue.model import Association, Event
from plugins.catalogue.occurrences import coming
from plugins.feeds.entries import KINDS, files
from plugins.feeds.icalendar import write
from plugins.feeds.times import BEHIND, Times, past, times_of, years
from plugins.feeds.vcard import cards
from plugins.feeds.view import CalendarEvent, CalendarView, calendar_event
from plugins.rendering import register
from plugins.rendering.chunked import each, flat, groups
from plugins.rendering.page import File, Group, Part
from plugins.rendering.urls import Address

__all__ = ["pages", "register"]

_CALENDARS = {"associations": "association_calendar", "events": "event_calendar"}
"""The kinds of entries that have a calendar of their own, and its address."""


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """A calendar for everything, for each association, and for each event; entries as data.

    Who subscribed at an old address goes on reading it: there the same is found.
    """
    notices = tuple(n for n in catalogue.forgotten.notices if n.until >= today - BEHIND)
    times = each(times_of, "events", today, catalogue=catalogue)
    yield Group(_every, times, notices, today, catalogue=catalogue)
    yield from groups(_of_association, "associations", notices, today, catalogue=catalogue)
    yield from groups(_of_event, "events", today.year, catalogue=catalogue)
    yield from groups(cards, "associations", today, catalogue=catalogue)
    yield Group(_withheld, today.year, catalogue=catalogue)
    yield Group(_gone, notices, catalogue=catalogue)
    for kind in KIND_ATTRIBUTES:
        if FOLDERS[kind] in KINDS:
            yield from groups(files, kind, today, catalogue=catalogue)


def _every(
    catalogue: Catalogue,
    events: tuple[tuple[Times, ...], ...],
    notices: tuple[Notice, ...],
    today: date,
) -> Iterator[Part]:
    """What is near, and the archive by year."""
    times = flat(events)
    near = tuple(one.id for one in times if one.is_near)
    yield Group(_near, near, notices, today, catalogue=catalogue)
    for year, ids in years(times):
        yield Group(_of_year, year, ids, today, catalogue=catalogue)


def _near(
    catalogue: Catalogue, ids: tuple[str, ...], notices: tuple[Notice, ...], today: date
) -> Iterator[File]:
    inputs = ("", _events(catalogue, ids, today), notices)
    yield File(Address("calendar_feed"), write, CalendarView, inputs)


def _of_year(catalogue: Catalogue, year: int, ids: tuple[str, ...], today: date) -> Iterator[File]:
    inputs = (year, _events(catalogue, ids, today), today)
    yield File(Address("year_feed", str(year)), write, past, inputs)


def _events(catalogue: Catalogue, ids: tuple[str, ...], today: date) -> tuple[CalendarEvent, ...]:
    found = filter(None, map(catalogue.event, ids))
    return tuple(calendar_event(catalogue, event, today.year) for event in found)


def _of_association(
    catalogue: Catalogue, association: Association, notices: tuple[Notice, ...], today: date
) -> Iterator[File]:
    events = catalogue.events_of(association.id)
    gone = tuple(n for n in notices if association.id in n.organisers)
    if events or gone:
        own = tuple(calendar_event(catalogue, event, today.year) for event in events)
        for key in (association.id, *association.formerly):
            inputs = (association.name, own, gone, today)
            yield File(Address("association_calendar", key), write, _recent, inputs)


def _of_event(catalogue: Catalogue, event: Event, year: int) -> Iterator[File]:
    alone = (event.title, (calendar_event(catalogue, event, year),))
    for key in (event.id, *event.formerly):
        yield File(Address("event_calendar", key), write, CalendarView, alone)


def _withheld(catalogue: Catalogue, year: int) -> Iterator[File]:
    """What has a calendar of its own keeps it while its entry is being corrected.

    The events of an association may be in order, although its own entry is not.
    """
    for folder, key in catalogue.withheld:
        if folder in _CALENDARS:
            events = catalogue.events_of(key) if folder == "associations" else ()
            held = tuple(calendar_event(catalogue, event, year) for event in events)
            yield File(Address(_CALENDARS[folder], key), write, CalendarView, ("", held))


def _gone(catalogue: Catalogue, notices: tuple[Notice, ...]) -> Iterator[File]:
    """Calendars of what was forgotten, at their addresses: who subscribed reads »cancelled« there.

    An address that an entry has (again) is the entry's.
    """
    for folder, ids in (("events", "ids"), ("associations", "organisers")):
        for key in sorted({key for n in notices for key in getattr(n, ids)}):
            if not catalogue.is_taken(f"{folder}/{key}"):
                own = tuple(n for n in notices if key in getattr(n, ids))
                yield File(Address(_CALENDARS[folder], key), write, CalendarView, ("", (), own))


def _recent(
    name: str, events: tuple[CalendarEvent, ...], notices: tuple[Notice, ...], today: date
) -> CalendarView:
    """The calendar without what has been for long."""
    recent = (one for one in events if coming(one.event, today - BEHIND, today))
    return CalendarView(name, tuple(recent), notices)

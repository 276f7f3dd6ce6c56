"""The page of an event: what, when, where, by whom, and how to take part."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.calendar.dates import dates_of_event
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence
from plugins.rendering.cards import Link, Place, association_link, link, organiser_links, place
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address, of

MAX_DATES = 20


@dataclass(frozen=True)
class EventView:
    """One event: everything its entry says, and its dates."""

    event: Event
    next: Occurrence
    is_over: bool
    upcoming: tuple[Occurrence, ...]
    more: int
    past: tuple[Occurrence, ...]
    place: Place | None
    organisers: tuple[Link, ...]
    networks: tuple[Link, ...]
    funding: tuple[Link, ...]
    attended_by: tuple[Link, ...]
    calendar: Address


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """A page for every event, past ones included: addresses never die."""
    for event in catalogue.events:
        yield Page(of(event), "event.html", _view(catalogue, event, today))


def _view(catalogue: Catalogue, event: Event, today: date) -> EventView:
    dates = dates_of_event(event, today)
    upcoming = tuple(d for d in dates if d.last_day >= today)
    past = tuple(d for d in dates if d.last_day < today)
    held_next = (d for d in upcoming if d.is_held)
    networks = (catalogue.network(key) for key in event.networks)
    programmes = (catalogue.programme(key) for key in event.funding)
    attended = event.attendance.associations if event.attendance else ()
    return EventView(
        event=event,
        next=next(held_next, (*upcoming, *past[::-1])[0]),
        is_over=not upcoming,
        upcoming=upcoming[:MAX_DATES],
        more=max(0, len(upcoming) - MAX_DATES),
        past=past[::-1][:MAX_DATES],
        place=place(catalogue, event),
        organisers=organiser_links(catalogue, event),
        networks=tuple(link(network) for network in networks if network),
        funding=tuple(link(programme) for programme in programmes if programme),
        attended_by=tuple(association_link(catalogue, key) for key in attended),
        calendar=Address("event_calendar", event.id),
    )

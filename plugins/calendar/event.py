"""The page of an event: what, when, where, by whom, and how to take part."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.calendar.dates import dates_of_event
from plugins.calendar.upcoming import month_address
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event, Image
from plugins.catalogue.occurrences import Occurrence, coming, usual
from plugins.rendering.cards import (
    Link,
    Named,
    Place,
    association_named,
    host_of,
    link_to,
    links,
    organisers_of,
    place,
)
from plugins.rendering.moved import moved_pages
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address, of

MAX_DATES = 20
"""Of those that are past."""

MAX_COMING = 53
"""A weekly series for a year: as far as the months know it."""

Links = tuple[Link, ...]


@dataclass(frozen=True)
class EventView:
    """One event: everything its entry says, and its dates.

    `usual` says when and how long it takes place as a rule. `last` is its very last date, `None` as
    long as there is no end in sight. `left_out` are the
    coming days on which a series pauses. Beyond `known_until` a page that nobody builds anew says
    no more of a series.
    """

    event: Event
    usual: Occurrence
    next: Occurrence | None
    last: Occurrence | None
    month: Address | None
    is_over: bool
    upcoming: tuple[Occurrence, ...]
    more: int
    known_until: Occurrence | None
    past: tuple[Occurrence, ...]
    left_out: tuple[date, ...]
    registration_over: bool
    image: Image | None
    place: Place | None
    organisers: Links
    networks: Links
    funding: Links
    attended_by: Links
    calendar: Address


def pages(catalogue: Catalogue, event: Event, today: date) -> Iterator[Output]:
    """The page of an event, past ones included, and those at its former ids: no address dies."""
    attended = event.attendance.associations if event.attendance else ()
    inputs = (
        event,
        host_of(catalogue, event),
        organisers_of(catalogue, event),
        tuple(link_to(catalogue, "networks", key) for key in event.networks),
        tuple(link_to(catalogue, "funding", key) for key in event.funding),
        tuple(association_named(catalogue, key) for key in attended),
        today,
    )
    yield Page(of(event), "event.html", _view, inputs)
    yield from moved_pages(event)


def _view(
    event: Event,
    host: Named | None,
    organisers: tuple[Named, ...],
    networks: Links,
    funding: Links,
    attended_by: tuple[Named, ...],
    today: date,
) -> EventView:
    dates = dates_of_event(event, today)
    upcoming = tuple(d for d in dates if d.last_day >= today)
    past = tuple(d for d in dates if d.last_day < today)
    held_next = (d for d in upcoming if d.is_held)
    following = next(held_next, next(iter((*upcoming, *past[::-1])), None))
    return EventView(
        event=event,
        usual=usual(event),
        next=following,
        last=dates[-1] if dates and not _goes_on(event, dates[-1], today) else None,
        month=month_address((following.day.year, following.day.month)) if following else None,
        is_over=bool(dates) and not upcoming,
        upcoming=upcoming[:MAX_COMING],
        more=max(0, len(upcoming) - MAX_COMING),
        known_until=upcoming[-1] if upcoming else None,
        past=past[::-1][:MAX_DATES],
        left_out=_left_out(event, today),
        registration_over=_registration_over(event, today),
        image=_image(event),
        place=place(event, host),
        organisers=links(organisers),
        networks=networks,
        funding=funding,
        attended_by=links(attended_by),
        calendar=Address("event_calendar", event.id),
    )


def _goes_on(event: Event, last: Occurrence, today: date) -> bool:
    """Whether a series has more dates than are shown: `last` is the last of those."""
    day = max(last.last_day, today) + timedelta(days=1)
    return event.repeat is not None and any(d.start > last.start for d in coming(event, day, day))


def _left_out(event: Event, today: date) -> tuple[date, ...]:
    days = event.repeat.except_ if event.repeat else ()
    return tuple(sorted(day for day in days if day >= today))


def _registration_over(event: Event, today: date) -> bool:
    """Whether the last day on which one could register is gone by."""
    until = event.registration.until if event.registration else None
    if until is None:
        return False
    return (until.date() if isinstance(until, datetime) else until) < today


def _image(event: Event) -> Image | None:
    return Image(file=event.image) if isinstance(event.image, str) else event.image

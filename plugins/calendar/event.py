"""The page of an event: what, when, where, by whom, and how to take part."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from plugins.calendar.month_links import month_address
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event, Image, Registration
from plugins.catalogue.occurrences import Occurrence, coming, usual
from plugins.rendering.cards import (
    EventVenue,
    Link,
    NamedAssociation,
    association_named,
    host_of,
    link_to,
    links,
    organisers_of,
    place,
)
from plugins.rendering.event_dates import dates_of_event
from plugins.rendering.moved import moved_pages
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address, of

MAX_DATES = 20
"""Of those that are past."""

NEAR = 5
"""So many of a series are shown at once, the others folded away."""

MAX_COMING = 53
"""A weekly series for a year: as far as the months know it."""

Links = tuple[Link, ...]


@record(frozen=True)
class SeriesDates(Frozen):
    """The coming dates of a series: those next, those after them, and how many more there will be.

    It `may_go_on` after those that are known. `left_out` are the coming days on which it pauses,
    `pauses` the sorts of holidays.
    """

    near: tuple[Occurrence, ...]
    later: tuple[Occurrence, ...]
    more: int
    may_go_on: bool
    left_out: tuple[date, ...]
    pauses: tuple[str, ...]


@record(frozen=True)
class EventDetails(Frozen):
    """What is said of an event in few words. `when` only of one that does not repeat.

    `registration` where one cannot register any more; `people` is how many came.
    """

    when: Occurrence | None
    place: EventVenue | None
    organisers: Links
    registration: Registration | None
    networks: Links
    funding: Links
    people: int | None
    attended_by: Links


@record(frozen=True)
class SignUp(Frozen):
    """How one registers, and until when: `None` once that is over, or where it is not said."""

    registration: Registration
    until: date | None
    is_over: bool


@record(frozen=True)
class EventView(Frozen):
    """One event: everything its entry says, and its dates.

    `usual` says when and how long it takes place as a rule. `last` is its very last date, `None` as
    long as there is no end in sight. Beyond `known_until` a page that nobody builds anew says
    no more of a series.
    """

    event: Event
    usual: Occurrence
    next: Occurrence | None
    last: Occurrence | None
    month: Address | None
    is_over: bool
    series: SeriesDates | None
    known_until: Occurrence | None
    past: tuple[Occurrence, ...]
    sign_up: SignUp | None
    image: Image | None
    details: EventDetails
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
    host: NamedAssociation | None,
    organisers: tuple[NamedAssociation, ...],
    networks: Links,
    funding: Links,
    attended_by: tuple[NamedAssociation, ...],
    today: date,
) -> EventView:
    dates = dates_of_event(event, today)
    upcoming = tuple(d for d in dates if d.last_day >= today)
    past = tuple(d for d in dates if d.last_day < today)
    following = _following(upcoming, past)
    last = dates[-1] if dates and not _goes_on(event, dates[-1], today) else None
    can_register = upcoming and event.status != "cancelled"
    return EventView(
        event=event,
        usual=usual(event),
        next=following,
        last=last,
        month=month_address((following.day.year, following.day.month)) if following else None,
        is_over=bool(dates) and not upcoming,
        series=_series(event, upcoming, last, today),
        known_until=upcoming[-1] if upcoming and event.repeat else None,
        past=past[::-1][:MAX_DATES] if event.repeat else (),
        sign_up=_sign_up(event, today) if can_register else None,
        image=_image(event),
        details=EventDetails(
            when=None if event.repeat else following,
            place=place(event, host),
            organisers=links(organisers),
            registration=None if can_register else event.registration,
            networks=networks,
            funding=funding,
            people=event.attendance.people if event.attendance else None,
            attended_by=links(attended_by),
        ),
        calendar=Address("event_calendar", event.id),
    )


def _following(upcoming: tuple[Occurrence, ...], past: tuple[Occurrence, ...]) -> Occurrence | None:
    """The next date, rather one that is held; of an event that is over its last one."""
    held_next = (d for d in upcoming if d.is_held)
    return next(held_next, next(iter((*upcoming, *past[::-1])), None))


def _series(
    event: Event, upcoming: tuple[Occurrence, ...], last: Occurrence | None, today: date
) -> SeriesDates | None:
    if event.repeat is None or not upcoming:
        return None
    more = max(0, len(upcoming) - MAX_COMING)
    return SeriesDates(
        near=upcoming[:NEAR],
        later=upcoming[NEAR:MAX_COMING],
        more=more,
        may_go_on=last is None and not more,
        left_out=tuple(sorted(day for day in event.repeat.days_left_out if day >= today)),
        pauses=event.repeat.holidays_left_out,
    )


def _goes_on(event: Event, last: Occurrence, today: date) -> bool:
    """Whether a series has more dates than are shown: `last` is the last of those."""
    day = max(last.last_day, today) + timedelta(days=1)
    return event.repeat is not None and any(d.start > last.start for d in coming(event, day, day))


def _sign_up(event: Event, today: date) -> SignUp | None:
    """It is over once the last day on which one could register is gone by."""
    registration = event.registration
    if registration is None:
        return None
    until = registration.until
    last_day = until.date() if isinstance(until, datetime) else until
    is_over = last_day is not None and last_day < today
    return SignUp(registration, None if is_over else until, is_over)


def _image(event: Event) -> Image | None:
    return Image(file=event.image) if isinstance(event.image, str) else event.image

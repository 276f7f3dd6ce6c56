"""The page of an association: everything its entry says, and what refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import FRESH, Association, Checked, Consent, Contact, Event
from plugins.catalogue.occurrences import coming, occurrences
from plugins.rendering.cards import (
    AssociationCard,
    EventCard,
    EventFacts,
    NetworkCard,
    PostingCard,
    association_card,
    by_date,
    event_facts,
    network_card,
    posting_card,
)
from plugins.rendering.moved import moved_pages
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address, of

AHEAD = timedelta(days=366)

MAX_DATES = 12
DATES_EACH = 2
Events = tuple[tuple[Event, EventFacts], ...]
_NETWORKS = {"youtube": "YouTube", "tiktok": "TikTok", "whatsapp": "WhatsApp", "x": "X"}


@dataclass(frozen=True)
class Account:
    """An account in a social network: its address when the entry gives one, else the handle."""

    network: str
    handle: str
    address: str


@dataclass(frozen=True)
class AssociationView:
    """One association with its events, postings and networks."""

    association: Association
    active: bool
    upcoming: tuple[EventCard, ...]
    more_dates: bool
    past: tuple[EventCard, ...]
    postings: tuple[PostingCard, ...]
    networks: tuple[NetworkCard, ...]
    social: tuple[Account, ...]
    contacts: tuple[Contact, ...]
    consent: Consent | None
    checked: Checked | None
    fresh_until: date | None
    is_stale: bool
    is_archived: bool
    similar: tuple[AssociationCard, ...]
    calendar: Address | None


def pages(
    catalogue: Catalogue,
    associations: tuple[Association, ...],
    similar: tuple[tuple[str, ...], ...],
    today: date,
) -> Iterator[Output]:
    """The page of each association, also of one that ended, and those at its former ids.

    `similar` are for each the ids of others that are like it.
    """
    for association, ids in zip(associations, similar, strict=True):
        yield from _pages(catalogue, association, ids, today)


def _pages(
    catalogue: Catalogue, association: Association, similar: tuple[str, ...], today: date
) -> Iterator[Output]:
    others = map(catalogue.association, similar)
    events = catalogue.events_of(association.id)
    inputs = (
        association,
        tuple((event, event_facts(catalogue, event)) for event in events),
        _postings(catalogue, association, today),
        tuple(network_card(n) for n in catalogue.networks_of(association.id)),
        tuple(association_card(other) for other in others if other),
        today,
    )
    yield Page(of(association), "association.html", _view, inputs)
    yield from moved_pages(association)


def _view(
    association: Association,
    events: Events,
    postings: tuple[PostingCard, ...],
    networks: tuple[NetworkCard, ...],
    similar: tuple[AssociationCard, ...],
    today: date,
) -> AssociationView:
    upcoming = _upcoming(events, today)
    checked = association.public_checked(today)
    fresh_until = checked.on + FRESH if checked else None
    return AssociationView(
        association=association,
        active=association.is_active(today),
        upcoming=upcoming[:MAX_DATES],
        more_dates=len(upcoming) > MAX_DATES,
        past=_past(events, today),
        postings=postings,
        networks=networks,
        social=_accounts(association),
        contacts=association.public_contacts(today),
        consent=association.public_consent(today),
        checked=checked,
        fresh_until=fresh_until,
        is_stale=fresh_until is not None and fresh_until < today,
        is_archived=association.is_archived(today),
        similar=similar,
        calendar=Address("association_calendar", association.id) if events else None,
    )


def _accounts(association: Association) -> tuple[Account, ...]:
    accounts = []
    for key, value in association.social:
        is_address = str(value).startswith(("https://", "http://"))
        network = _NETWORKS.get(key.casefold(), key.capitalize())
        accounts.append(Account(network, "" if is_address else value, value if is_address else ""))
    return tuple(accounts)


def _postings(
    catalogue: Catalogue, association: Association, today: date
) -> tuple[PostingCard, ...]:
    """Those that are open, newest first."""
    postings = sorted(catalogue.postings_of(association.id), key=lambda p: p.posted, reverse=True)
    return tuple(posting_card(catalogue, p, today) for p in postings if p.state(today) == "open")


def _upcoming(events: Events, today: date) -> tuple[EventCard, ...]:
    """The next dates of each event, so that a weekly one does not hide the others."""
    cards = [
        facts.on(day)
        for event, facts in events
        for day in coming(event, today, today + AHEAD)[:DATES_EACH]
    ]
    return tuple(sorted(cards, key=by_date))


def _past(events: Events, today: date) -> tuple[EventCard, ...]:
    """The last date of each event that has none left, latest first."""
    cards = [
        facts.on(day)
        for event, facts in events
        if not coming(event, today, today + AHEAD)
        for day in occurrences(event, date.min + AHEAD, today)[-1:]
    ]
    latest_first = sorted(cards, key=by_date, reverse=True)
    return tuple(latest_first[:MAX_DATES])

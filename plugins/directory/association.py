"""The page of an association: everything its entry says, and what refers to it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import FRESH, Association, Checked, Consent, Contact
from plugins.catalogue.occurrences import Occurrence, coming, occurrences
from plugins.catalogue.text import sort_key
from plugins.rendering.cards import (
    AssociationCard,
    EventCard,
    NetworkCard,
    PostingCard,
    association_card,
    by_date,
    event_cards,
    network_card,
    posting_card,
)
from plugins.rendering.moved import moved_pages
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address, of

AHEAD = timedelta(days=366)

MAX_DATES = 12
DATES_EACH = 2
MAX_SIMILAR = 4
_CANDIDATES = 60
DatesByEvent = Mapping[str, tuple[Occurrence, ...]]
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


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """A page for every association, also for those that ended, and for their former ids."""
    by_topic, dates = _by_topic(catalogue, today), _coming(catalogue, today)
    for association in catalogue.associations:
        view = _view(catalogue, association, by_topic, dates, today)
        yield Page(of(association), "association.html", view)
        yield from moved_pages(association)


def _view(
    catalogue: Catalogue,
    association: Association,
    by_topic: Mapping[str, list[Association]],
    dates: DatesByEvent,
    today: date,
) -> AssociationView:
    upcoming = _upcoming(catalogue, association, dates)
    postings = sorted(catalogue.postings_of(association), key=lambda p: p.posted, reverse=True)
    checked = association.public_checked(today)
    fresh_until = checked.on + FRESH if checked else None
    return AssociationView(
        association=association,
        active=association.is_active(today),
        upcoming=upcoming[:MAX_DATES],
        more_dates=len(upcoming) > MAX_DATES,
        past=_past(catalogue, association, dates, today),
        postings=tuple(
            posting_card(catalogue, p, today) for p in postings if p.state(today) == "open"
        ),
        networks=tuple(network_card(n) for n in catalogue.networks_of(association)),
        social=_accounts(association),
        contacts=association.public_contacts(today),
        consent=association.public_consent(today),
        checked=checked,
        fresh_until=fresh_until,
        is_stale=fresh_until is not None and fresh_until < today,
        is_archived=association.is_archived(today),
        similar=tuple(association_card(a) for a in _similar(association, by_topic)),
        calendar=Address("association_calendar", association.id)
        if catalogue.events_of(association)
        else None,
    )


def _accounts(association: Association) -> tuple[Account, ...]:
    accounts = []
    for key, value in association.social:
        is_address = str(value).startswith(("https://", "http://"))
        network = _NETWORKS.get(key.casefold(), key.capitalize())
        accounts.append(Account(network, "" if is_address else value, value if is_address else ""))
    return tuple(accounts)


def _coming(catalogue: Catalogue, today: date) -> DatesByEvent:
    """The dates of every event in the coming year, else its next one, by its id."""
    return {event.id: coming(event, today, today + AHEAD) for event in catalogue.events}


def _upcoming(
    catalogue: Catalogue, association: Association, dates: DatesByEvent
) -> tuple[EventCard, ...]:
    """The next dates of each event, so that a weekly one does not hide the others."""
    cards = [
        card
        for event in catalogue.events_of(association)
        for card in event_cards(catalogue, event, dates[event.id][:DATES_EACH])
    ]
    return tuple(sorted(cards, key=by_date))


def _past(
    catalogue: Catalogue, association: Association, dates: DatesByEvent, today: date
) -> tuple[EventCard, ...]:
    """The last date of each event that has none left, latest first."""
    cards: list[EventCard] = []
    for event in catalogue.events_of(association):
        if dates[event.id]:
            continue
        before = occurrences(event, date.min + AHEAD, today)
        if before:
            cards += event_cards(catalogue, event, before[-1:])
    latest_first = sorted(cards, key=by_date, reverse=True)
    return tuple(latest_first[:MAX_DATES])


def _by_topic(catalogue: Catalogue, today: date) -> Mapping[str, list[Association]]:
    groups: dict[str, list[Association]] = defaultdict(list)
    for association in catalogue.associations:
        if association.is_active(today):
            for topic in association.topics:
                groups[topic].append(association)
    return groups


def _similar(
    association: Association, by_topic: Mapping[str, list[Association]]
) -> tuple[Association, ...]:
    """The nearest by topic; a shared district or language (German aside) breaks the tie.

    Only some candidates a topic are looked at, so that a country's directory is still planned in
    linear time: those that follow in the alphabet, from the start again after Z.
    """
    candidates: dict[str, Association] = {}
    for topic in association.topics:
        group = by_topic.get(topic, [])
        start = bisect_right(group, sort_key(association.name), key=lambda a: sort_key(a.name))
        for other in (group[start : start + _CANDIDATES] + group[:_CANDIDATES])[:_CANDIDATES]:
            candidates[other.id] = other
    candidates.pop(association.id, None)

    topics, languages = set(association.topics), set(association.languages) - {"de"}

    def nearness(other: Association) -> tuple[int, str]:
        common = sum(topic in topics for topic in other.topics)
        same_language = not languages.isdisjoint(other.languages)
        same_district = bool(association.district) and association.district == other.district
        return -(4 * common + 2 * same_language + same_district), other.id

    return tuple(sorted(candidates.values(), key=nearness)[:MAX_SIMILAR])

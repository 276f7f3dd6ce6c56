"""PLAN: the networks: associations that work on one subject together."""

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event, Network
from plugins.catalogue.occurrences import Occurrence, coming, occurrences
from plugins.rendering import register
from plugins.rendering.cards import (
    AssociationCard,
    EventCard,
    EventFacts,
    Link,
    NetworkCard,
    association_card,
    association_link,
    by_date,
    event_cards,
    network_card,
)
from plugins.rendering.event_rows import EventRow, event_row
from plugins.rendering.page import Group, Page, Part
from plugins.rendering.urls import Address, of

__all__ = ["pages", "register"]

_BEGINNING = date(1900, 1, 1)
AHEAD = timedelta(days=366)
MAX_UPCOMING = 12


@record(frozen=True)
class NetworksView(Frozen):
    """All networks, those that still meet first."""

    active: tuple[NetworkCard, ...]
    ended: tuple[NetworkCard, ...]


@record(frozen=True)
class NetworkMeetings(Frozen):
    """Those that come, how many more follow, and those that were, by year."""

    upcoming: tuple[EventRow, ...]
    more: int
    past: tuple[tuple[int, tuple[EventCard, ...]], ...]

    @property
    def has_series(self) -> bool:
        """Whether any of those to come takes place again."""
        return any(row.more for row in self.upcoming)


@record(frozen=True)
class NetworkView(Frozen):
    """One network with its members and meetings."""

    network: Network
    active: bool
    members: tuple[AssociationCard, ...]
    other_members: tuple[Link, ...]
    meetings: NetworkMeetings


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """The list of networks and a page for each."""
    yield Group(_list, today, catalogue=catalogue)
    for network in catalogue.networks:
        yield Group(_pages, network, today, catalogue=catalogue)


def _list(catalogue: Catalogue, today: date) -> Iterator[Page]:
    active = tuple(network_card(n) for n in catalogue.networks if n.is_active(today))
    ended = tuple(network_card(n) for n in catalogue.networks if not n.is_active(today))
    yield Page(Address("networks"), "networks.html", NetworksView, (active, ended))


def _pages(catalogue: Catalogue, network: Network, today: date) -> Iterator[Page]:
    members = tuple(
        association_card(member) if member else association_link(catalogue, key)
        for key in network.members
        for member in (catalogue.association(key),)
    )
    meetings = _meetings(catalogue, network, today)
    yield Page(of(network), "network.html", _view, (network, members, meetings, today))


def _view(
    network: Network,
    members: tuple[AssociationCard | Link, ...],
    meetings: tuple[EventCard, ...],
    today: date,
) -> NetworkView:
    """A member that is being corrected has a link only."""
    return NetworkView(
        network=network,
        active=network.is_active(today),
        members=tuple(member for member in members if isinstance(member, AssociationCard)),
        other_members=tuple(member for member in members if isinstance(member, Link)),
        meetings=_by_year(meetings, today),
    )


def _by_year(meetings: tuple[EventCard, ...], today: date) -> NetworkMeetings:
    past = [card for card in meetings if card.date.last_day < today]
    coming: dict[EventFacts, list[Occurrence]] = {}
    for card in meetings:
        if card.date.last_day >= today:
            coming.setdefault(card.facts, []).append(card.date)
    upcoming = tuple(filter(None, map(event_row, coming, coming.values())))
    years = sorted({card.date.day.year for card in past}, reverse=True)
    return NetworkMeetings(
        upcoming=upcoming[:MAX_UPCOMING],
        more=max(0, len(upcoming) - MAX_UPCOMING),
        past=tuple(
            (year, tuple(card for card in past[::-1] if card.date.day.year == year))
            for year in years
        ),
    )


def _meetings(catalogue: Catalogue, network: Network, today: date) -> tuple[EventCard, ...]:
    cards = [
        card
        for event in catalogue.meetings_of(network.id)
        for card in event_cards(catalogue, event, _dates(event, today))
    ]
    return tuple(sorted(cards, key=by_date))


def _dates(event: Event, today: date) -> tuple[Occurrence, ...]:
    """All so far and of the year to come; if none is to come in it, the next one."""
    past = occurrences(event, _BEGINNING, today - timedelta(days=1))
    return tuple(dict.fromkeys((*past, *coming(event, today, today + AHEAD))))

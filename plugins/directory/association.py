"""The page of an association: everything its entry says, and what refers to it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import (
    FRESH,
    Association,
    Consent,
    Contact,
    Event,
    Location,
    PostalAddress,
)
from plugins.catalogue.occurrences import coming, occurrences
from plugins.catalogue.phones import PhoneNumber
from plugins.rendering.cards import (
    AssociationCard,
    EventCard,
    EventFacts,
    NetworkCard,
    PostingCard,
    address_line,
    association_card,
    by_date,
    event_facts,
    network_card,
    posting_card,
)
from plugins.rendering.event_rows import EventRow, by_next_date, event_row
from plugins.rendering.moved import moved_pages
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address, of

AHEAD = timedelta(days=366)

MAX_DATES = 12
Events = tuple[tuple[Event, EventFacts], ...]
_NETWORKS = {"youtube": "YouTube", "tiktok": "TikTok", "whatsapp": "WhatsApp", "x": "X"}


@record(frozen=True)
class SocialProfile(Frozen):
    """An account in a social network: its address when the entry gives one, else the handle."""

    network: str
    handle: str
    address: str


@record(frozen=True)
class ContactPoint(Frozen):
    """All ways to reach an association, and the persons to turn to."""

    email: str
    phone: PhoneNumber | None
    website: str
    accounts: tuple[SocialProfile, ...]
    persons: tuple[Contact, ...]
    address: PostalAddress | None
    address_line: str
    location: Location | None

    @property
    def has_links(self) -> bool:
        """Whether any of them is a link or a number of its own."""
        return bool(self.email or self.phone or self.website or self.accounts)

    @property
    def has_street(self) -> bool:
        """Whether its address says more than the city."""
        return self.address is not None and bool(self.address.street)


@record(frozen=True)
class ComingDates(Frozen):
    """What is planned; of an empty list, if anything is to be said of it, why it is empty."""

    coming: tuple[EventRow, ...]
    are_more: bool
    none_because: str

    @property
    def has_series(self) -> bool:
        """Whether any of them takes place again."""
        return any(row.more for row in self.coming)


@record(frozen=True)
class TermLink(Frozen):
    """A term, and the page of those that share it; no page for what is not in the directory."""

    key: str
    address: Address | None


@record(frozen=True)
class FacetLinks(Frozen):
    """The terms by which an association is found in the directory; of districts at most one."""

    languages: tuple[TermLink, ...]
    audiences: tuple[TermLink, ...]
    districts: tuple[TermLink, ...]


@record(frozen=True)
class ConfirmationNote(Frozen):
    """When and by whom an entry was last confirmed, and how long that is fresh."""

    on: date
    by: str
    fresh_until: date
    is_stale: bool


@record(frozen=True)
class AssociationView(Frozen):
    """One association with its events, postings and networks."""

    association: Association
    active: bool
    is_archived: bool
    dates: ComingDates
    past: tuple[EventCard, ...]
    postings: tuple[PostingCard, ...]
    contact: ContactPoint | None
    calendar: Address | None
    facets: FacetLinks
    networks: tuple[NetworkCard, ...]
    review: ConfirmationNote | None
    consent: Consent | None
    similar: tuple[AssociationCard, ...]


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
    active = association.is_active(today)
    return AssociationView(
        association=association,
        active=active,
        is_archived=association.is_archived(today),
        dates=_dates(events, today, active=active),
        past=_past(events, today),
        postings=postings,
        contact=_contact(association, today),
        calendar=Address("association_calendar", association.id) if events and active else None,
        facets=_facets(association, active=active),
        networks=networks,
        review=_review(association, today),
        consent=association.public_consent(today),
        similar=similar,
    )


def _dates(events: Events, today: date, *, active: bool) -> ComingDates:
    upcoming = _upcoming(events, today)
    none_because = "nothing_planned" if events else "not_told"
    return ComingDates(
        coming=upcoming[:MAX_DATES],
        are_more=len(upcoming) > MAX_DATES,
        none_because=none_because if active and not upcoming else "",
    )


def _contact(association: Association, today: date) -> ContactPoint | None:
    """Nothing where an entry says of all this nothing."""
    address = association.address
    contact = ContactPoint(
        email=association.email,
        phone=association.phone,
        website=association.website,
        accounts=_accounts(association),
        persons=association.public_contacts(today),
        address=address,
        address_line=address_line(address.street, address.postal_code, address.city)
        if address
        else "",
        location=association.location,
    )
    is_any = contact.has_links or contact.persons or address or association.location
    return contact if is_any else None


def _facets(association: Association, *, active: bool) -> FacetLinks:
    def linked(facet: str, keys: Iterable[str]) -> tuple[TermLink, ...]:
        return tuple(TermLink(key, Address(facet, key) if active else None) for key in keys)

    return FacetLinks(
        languages=linked("language", association.languages),
        audiences=linked("audience", association.audiences),
        districts=linked("district", filter(None, (association.district,))),
    )


def _review(association: Association, today: date) -> ConfirmationNote | None:
    checked = association.public_checked(today)
    if checked is None:
        return None
    fresh_until = checked.on + FRESH
    return ConfirmationNote(checked.on, checked.by, fresh_until, is_stale=fresh_until < today)


def _accounts(association: Association) -> tuple[SocialProfile, ...]:
    accounts = []
    for key, value in association.social:
        is_address = str(value).startswith(("https://", "http://"))
        network = _NETWORKS.get(key.casefold(), key.capitalize())
        accounts.append(
            SocialProfile(network, "" if is_address else value, value if is_address else "")
        )
    return tuple(accounts)


def _postings(
    catalogue: Catalogue, association: Association, today: date
) -> tuple[PostingCard, ...]:
    """Those that are open, newest first."""
    postings = sorted(catalogue.postings_of(association.id), key=lambda p: p.posted, reverse=True)
    return tuple(posting_card(catalogue, p, today) for p in postings if p.state(today) == "open")


def _upcoming(events: Events, today: date) -> tuple[EventRow, ...]:
    """Each event once, so that a weekly one does not hide the others."""
    rows = (event_row(facts, coming(event, today, today + AHEAD)) for event, facts in events)
    return tuple(sorted(filter(None, rows), key=by_next_date))


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

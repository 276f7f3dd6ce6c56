"""Cards: the few facts by which a page shows something that has a page of its own.

A page carries cards, never whole entries of others: so a change in an entry's text leaves all
pages alone that only list the entry.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import (
    OFFICE,
    ORIGINAL,
    Accessibility,
    Association,
    Entry,
    Event,
    FieldLanguages,
    Location,
    Network,
    PostalAddress,
    Posting,
    Room,
    Texts,
    Venue,
)
from plugins.catalogue.occurrences import Occurrence
from plugins.catalogue.prices import is_free
from plugins.rendering import urls
from plugins.rendering.markup import plain
from plugins.rendering.page import Recurring
from plugins.rendering.urls import Address


@record(frozen=True)
class Link(Frozen):
    """A name, and the address that it leads to; no address where there is no page."""

    name: str
    address: Address | None = None
    localised: FieldLanguages = ORIGINAL


@record(frozen=True)
class AssociationCard(Frozen, Recurring):
    """An association in a list."""

    address: Address
    name: str
    short_name: str
    summary: str
    topics: Texts
    languages: Texts
    audiences: Texts
    district: str
    logo: str
    localised: FieldLanguages = ORIGINAL
    image: str = ""


@record(frozen=True)
class EventVenue(Frozen):
    """Where an event takes place."""

    link: Link
    street: str = ""
    postal_code: str = ""
    city: str = ""
    accessibility: Accessibility | None = None
    location: Location | None = None
    district: str = ""

    @property
    def line(self) -> str:
        """Its address in one line; empty where neither street nor city is known."""
        known = self.street or self.city
        return address_line(self.street, self.postal_code, self.city) if known else ""


def address_line(street: str, postal_code: str, city: str) -> str:
    """A postal address in one line: »Marktplatz 1, 12345 Musterstadt«."""
    town = " ".join(filter(None, (postal_code, city)))
    return ", ".join(filter(None, (street, town)))


WITH_CHILDREN = frozenset({"kinder", "familien"})
"""Audiences that bring children. What is for everybody may still be dull for them."""

TRAITS = ("free", "step_free", "online", "children")
TRAITS_WITH_PAGES = ("free", "step_free")
"""These have pages of their own in every calendar, the others in one that is divided."""


@record(frozen=True)
class EventFacts(Frozen, Recurring):
    """What lists say of an event on any of its dates."""

    address: Address
    title: str
    format: str
    topics: Texts
    place: Link | None
    online: bool
    organisers: tuple[Link, ...]
    localised: FieldLanguages = ORIGINAL
    price: str = ""
    is_free: bool = False
    is_step_free: bool = False
    languages: Texts = ()
    audiences: Texts = ()
    district: str = ""
    image: str = ""

    @property
    def traits(self) -> Texts:
        """What it has of that by which people choose, by the names that addresses have for it."""
        has = {
            "free": self.is_free,
            "step_free": self.is_step_free,
            "online": self.online,
            "children": not WITH_CHILDREN.isdisjoint(self.audiences),
        }
        return tuple(name for name, is_so in has.items() if is_so)

    def on(self, date: Occurrence) -> "EventCard":
        """The event's card on one of its dates."""
        return EventCard(self, date)


class EventCard(NamedTuple):
    """An event in a list, on one of its dates; there may be hundreds, so the facts stand once."""

    facts: EventFacts
    date: Occurrence

    @property
    def address(self) -> Address:
        """Where its page is."""
        return self.facts.address

    @property
    def title(self) -> str:
        """What it is called."""
        return self.facts.title

    @property
    def format(self) -> str:
        """What kind of event it is."""
        return self.facts.format

    @property
    def topics(self) -> Texts:
        """What it is about."""
        return self.facts.topics

    @property
    def place(self) -> Link | None:
        """Where it takes place."""
        return self.facts.place

    @property
    def online(self) -> bool:
        """Whether one can take part from afar."""
        return self.facts.online

    @property
    def image(self) -> str:
        """The file of its picture; empty where there is none."""
        return self.facts.image

    @property
    def organisers(self) -> tuple[Link, ...]:
        """Who invites to it."""
        return self.facts.organisers

    @property
    def hosts(self) -> Texts:
        """The names of those who invite."""
        return tuple(link.name for link in self.facts.organisers)

    @property
    def price(self) -> str:
        """What it costs, as the entry says it."""
        return self.facts.price

    @property
    def is_free(self) -> bool:
        """Whether it costs nobody anything."""
        return self.facts.is_free

    @property
    def is_step_free(self) -> bool:
        """Whether its place is known to be open to wheelchairs."""
        return self.facts.is_step_free

    @property
    def languages(self) -> Texts:
        """Which languages are spoken there."""
        return self.facts.languages

    @property
    def localised(self) -> FieldLanguages:
        """In which language."""
        return self.facts.localised


@record(frozen=True)
class PostingCard(Frozen, Recurring):
    """An offer or a seek in a list."""

    address: Address
    kind: str
    title: str
    excerpt: str
    category: str
    association: Link
    district: str
    languages: Texts
    posted: date
    expires: date
    state: str
    placed_on: date | None
    room: Room | None
    weekdays: Texts
    localised: FieldLanguages = ORIGINAL


@record(frozen=True)
class NetworkCard(Frozen, Recurring):
    """A network in a list."""

    address: Address
    title: str
    excerpt: str
    topics: Texts
    meets: str
    members: int
    ended: date | None
    localised: FieldLanguages = ORIGINAL

    @property
    def topic(self) -> str:
        """Its first topic, whose pictogram stands for it; empty when it has none."""
        return self.topics[0] if self.topics else ""


EXCERPT = 150
_HEADINGS = re.compile(r"(?:\n*#{1,6} [^\n]*(?:\n|$))*")


def excerpt(text: str) -> str:
    """The beginning of a text in plain words, cut between two words; headings are passed over."""
    parts = (_HEADINGS.sub("", part, count=1) for part in text.split("\n\n"))
    shown = (" ".join(plain(part, addresses=False).split()) for part in parts)
    words = next(filter(None, shown), "")
    if len(words) <= EXCERPT:
        return words
    return words[:EXCERPT].rpartition(" ")[0].rstrip(",.;:–-") + " …"


def link(entry: Entry) -> Link:
    """A link to an entry's page."""
    key = "name" if hasattr(entry, "name") else "title"
    localised = entry.localised
    named = FieldLanguages(localised.language, ("name",)) if key in localised.fields else ORIGINAL
    return Link(getattr(entry, key), urls.of(entry), named)


def association_link(catalogue: Catalogue, key: str) -> Link:
    """A link to an association."""
    return link_to(catalogue, "associations", key)


_FINDERS: Mapping[str, Callable[[Catalogue, str], Entry | None]] = {
    "associations": lambda catalogue, key: catalogue.association(key),
    "board": lambda catalogue, key: catalogue.posting(key),
    "networks": lambda catalogue, key: catalogue.network(key),
    "funding": lambda catalogue, key: catalogue.programme(key),
}


def link_to(catalogue: Catalogue, folder: str, key: str) -> Link:
    """A link to an entry. While it has errors: its bare id, and a page that says so."""
    entry = _FINDERS[folder](catalogue, key)
    if entry is not None:
        return link(entry)
    return Link(key, urls.of_id(folder, key) if catalogue.is_known(f"{folder}/{key}") else None)


NamedAssociation = Association | Link
"""An association that is named, or the link to one that is being corrected."""


def association_named(catalogue: Catalogue, key: str) -> NamedAssociation:
    """The association with this id."""
    return catalogue.association(key) or association_link(catalogue, key)


def organisers_of(catalogue: Catalogue, event: Event) -> tuple[NamedAssociation, ...]:
    """The organisers; the office is `Link("office")`, which templates call by its name."""
    return tuple(
        Link(OFFICE) if key == OFFICE else association_named(catalogue, key)
        for key in event.organisers
    )


def host_of(catalogue: Catalogue, event: Event) -> NamedAssociation | None:
    """In whose rooms it takes place, if in an association's."""
    venue = event.venue
    return association_named(catalogue, venue) if isinstance(venue, str) else None


def links(named: Iterable[NamedAssociation]) -> tuple[Link, ...]:
    """Links to what is named."""
    return tuple(one if isinstance(one, Link) else link(one) for one in named)


def association_card(association: Association) -> AssociationCard:
    """The card of an association."""
    return AssociationCard(
        address=urls.of(association),
        name=association.name,
        short_name=association.short_name,
        summary=association.summary,
        topics=association.topics,
        languages=association.languages,
        audiences=association.audiences,
        district=association.district,
        logo=association.logo,
        localised=association.localised,
        image=association.images[0].file if association.images else "",
    )


def place(event: Event, host: NamedAssociation | None) -> EventVenue | None:
    """Where an event takes place; the address of its host stands for the host's own rooms."""
    venue = event.venue
    if isinstance(venue, Venue):
        where = (venue.street, venue.postal_code, venue.city)
        return EventVenue(Link(venue.name), *where, venue.accessibility, district=venue.district)
    if host is None:
        return None
    (found,) = links((host,))
    if isinstance(host, Link):
        return EventVenue(found)
    own = host.address or PostalAddress()
    where = (own.street, own.postal_code, own.city)
    return EventVenue(found, *where, host.accessibility, host.location, host.district)


def event_cards(
    catalogue: Catalogue, event: Event, dates: Iterable[Occurrence]
) -> Iterator[EventCard]:
    """The card of an event on each of its dates."""
    dates = tuple(dates)
    if dates:
        yield from map(event_facts(catalogue, event).on, dates)


def event_facts(catalogue: Catalogue, event: Event) -> EventFacts:
    """What lists say of an event on any of its dates."""
    where = place(event, host_of(catalogue, event))
    access = where.accessibility if where else None
    organisers = organisers_of(catalogue, event)
    said = event.original if isinstance(event.original, Event) else event
    return EventFacts(
        address=urls.of(event),
        title=event.title,
        format=event.format,
        topics=event.topics,
        place=where.link if where else None,
        online=bool(event.online),
        organisers=links(organisers),
        localised=event.localised,
        price=event.price,
        is_free=is_free(said.price),
        is_step_free=access is not None and access.wheelchair == "yes",
        languages=event.languages,
        audiences=event.audiences,
        district=where.district if where else "",
        image=_picture_of(event, organisers),
    )


def _picture_of(event: Event, organisers: Iterable[NamedAssociation]) -> str:
    """The file of its picture, or of the first one that those who invite show of themselves."""
    if event.image is not None:
        return event.image if isinstance(event.image, str) else event.image.file
    known = (one for one in organisers if isinstance(one, Association) and one.images)
    return next((one.images[0].file for one in known), "")


def by_date(card: EventCard) -> tuple[object, ...]:
    """The order in which events take place."""
    return *card.date.order, card.address


def posting_card(catalogue: Catalogue, posting: Posting, today: date) -> PostingCard:
    """The card of an offer or a seek."""
    return PostingCard(
        address=urls.of(posting),
        kind=posting.kind,
        title=posting.title,
        excerpt=excerpt(posting.text),
        category=posting.category,
        association=association_link(catalogue, posting.association),
        district=posting.district,
        languages=posting.languages,
        posted=posting.posted,
        expires=posting.expires,
        state=posting.state(today),
        placed_on=posting.placed.on if posting.placed else None,
        room=posting.room,
        weekdays=posting.available.weekdays if posting.available else (),
        localised=posting.localised,
    )


def network_card(network: Network) -> NetworkCard:
    """The card of a network."""
    return NetworkCard(
        address=urls.of(network),
        title=network.title,
        excerpt=excerpt(network.text),
        topics=network.topics,
        meets=network.meets,
        members=len(network.members),
        ended=network.ended,
        localised=network.localised,
    )

"""How an association is reached, as a card for address books (vCard 4.0, RFC 6350)."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Contact, Location, PostalAddress
from plugins.catalogue.phones import PhoneNumber
from plugins.catalogue.settings import Site
from plugins.feeds.contentlines import basic, component, text, texts
from plugins.rendering import urls
from plugins.rendering.page import File
from plugins.rendering.urls import Address


@record(frozen=True)
class CardView(Frozen):
    """What everybody may know of an association, and whom to turn to; of topics their names."""

    association: Association
    contacts: tuple[Contact, ...]
    topics: tuple[str, ...]


def cards(catalogue: Catalogue, association: Association, today: date) -> Iterator[File]:
    """The card of an association, at its former addresses too."""
    terms = catalogue.vocabularies.get("topics", {})
    topics = (terms[key].label_in(SITE_LANGUAGE) for key in association.topics if key in terms)
    inputs = (association, tuple(topics), today)
    for key in (association.id, *association.formerly):
        yield File(Address("association_card", key), write, _view, inputs)


def _view(association: Association, topics: tuple[str, ...], today: date) -> CardView:
    return CardView(association, association.public_contacts(today), topics)


def write(view: CardView, site: Site) -> bytes:
    """The card. Reading it back gives the same texts."""
    lines = (*_head(view, site), *_ways(view.association), *_persons(view.contacts))
    return component("VCARD", lines)


def _head(view: CardView, site: Site) -> Iterator[str]:
    """What it is called, and what it is.

    The UID is made of its oldest address, which it keeps when its file is renamed.
    """
    one = view.association
    first = urls.path(Address("association", next(iter(one.formerly), one.id)), site.addresses)
    yield "VERSION:4.0"
    yield f"UID:urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, site.url + first)}"
    yield "KIND:org"
    yield f"FN:{text(one.name)}"
    yield f"ORG:{text(one.name)}"
    if one.short_name:
        yield f"NICKNAME:{text(one.short_name)}"
    if one.summary:
        yield f"NOTE:{text(one.summary)}"
    if view.topics:
        yield f"CATEGORIES:{texts(view.topics)}"
    yield from (f"LANG:{tag}" for tag in one.languages)
    yield f"REV:{basic(one.last_confirmed)}T000000Z"
    yield f"SOURCE:{site.url}{urls.path(Address('association_card', one.id), site.addresses)}"


def _ways(one: Association) -> Iterator[str]:
    """How it is reached; where there is none of its own, nothing."""
    if one.email:
        yield f"EMAIL:{text(one.email)}"
    yield from _phone(one.phone)
    if one.website:
        yield f"URL:{one.website}"
    if one.address:
        yield _address(one.address)
    if one.location:
        yield _point(one.location)


def _persons(contacts: Iterable[Contact]) -> Iterator[str]:
    """Ways to its people; X-ABLabel, which address books know, says whose each is."""
    number = 0
    for contact in contacts:
        label = text(", ".join(filter(None, (contact.name, contact.role))))
        ways = (f"EMAIL:{text(contact.email)}",) if contact.email else ()
        for way in (*ways, *_phone(contact.phone)):
            number += 1
            yield f"item{number}.{way}"
            if label:
                yield f"item{number}.X-ABLabel:{label}"


def _phone(phone: PhoneNumber | None) -> Iterator[str]:
    """A number that can be dialled from anywhere is an address, another the text that it is."""
    if phone is not None:
        yield f"TEL;VALUE=uri:{phone.uri}" if phone.uri else f"TEL:{text(phone.shown)}"


def _address(address: PostalAddress) -> str:
    """A postal address (section 6.3.1): box, further line, street, town, region, postcode, land."""
    note, street = text(address.note), text(address.street)
    return f"ADR:;{note};{street};{text(address.city)};;{text(address.postal_code)};"


def _point(location: Location) -> str:
    return f"GEO:geo:{location.latitude},{location.longitude}"

"""By what an entry, a person or a picture is recognised when it comes back."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from plugins.catalogue.forgotten import Mark
from plugins.catalogue.likeness import exact, homepage, spellings
from plugins.catalogue.link import ids_of
from plugins.catalogue.model import (
    Association,
    Consent,
    Contact,
    Entry,
    Event,
    Network,
    Posting,
    Registration,
)
from plugins.catalogue.phones import PhoneNumber
from plugins.catalogue.pictures import PictureFile

ID, PERSON, EMAIL, PHONE, PICTURE = "id", "person", "email", "phone", "picture"


class Marked(NamedTuple):
    """A mark, in which field of the entry it stands, and in which words.

    The path is empty for the entry itself.
    """

    path: str
    mark: Mark
    text: str


def of_entry(entry: Entry) -> Iterator[Marked]:
    """The marks of an entry: its ids, what it is called, how it is reached."""
    for folder, key in ids_of(entry):
        path = "" if key == entry.id else "formerly"
        yield Marked(path, Mark(ID, f"{folder}/{key}"), f"{folder}/{key}")
    if isinstance(entry, Association):
        for way in spellings(entry.name):
            yield Marked("name", Mark("name", way), entry.name)
        if entry.website:
            yield Marked("website", Mark("website", homepage(entry.website)), entry.website)
        yield from _reached("", entry)
    elif isinstance(entry, Event | Posting | Network):
        yield Marked("title", Mark(entry.folder, _title(entry)), entry.title)


def _title(entry: Event | Posting | Network) -> str:
    """What it is called, with what tells it from others that are called so."""
    if isinstance(entry, Event):
        start = entry.start
        day = start.date() if isinstance(start, datetime) else start
        return f"{exact(entry.title)} {day}"
    if isinstance(entry, Posting):
        return f"{exact(entry.title)} {entry.association}"
    return exact(entry.title)


def of_people(entry: Entry) -> Iterator[Marked]:
    """The marks of the people who are named in fields of an entry."""
    if isinstance(entry, Association):
        consent, checked = entry.private_consent, entry.private_checked
        for number, contact in enumerate(entry.private_contacts):
            yield from _of_person(f"contacts.{number}.", contact)
        yield from _named("consent.by", consent.by if consent else "")
        yield from _named("checked.by", checked.by if checked else "")
        yield from _reached("", entry)
    elif isinstance(entry, Event) and entry.registration:
        yield from _reached("registration.", entry.registration)


def _of_person(above: str, contact: Contact) -> Iterator[Marked]:
    yield from _named(f"{above}name", contact.name)
    yield from _reached(above, contact)


def _named(path: str, name: str) -> Iterator[Marked]:
    return (Marked(path, mark, name) for mark in names(name))


def _reached(above: str, one: Association | Contact | Registration) -> Iterator[Marked]:
    yield from (Marked(f"{above}email", mark, one.email) for mark in emails(one.email))
    number = one.phone.shown if one.phone else ""
    yield from (Marked(f"{above}phone", mark, number) for mark in phones(one.phone))


def names(name: str) -> Iterator[Mark]:
    """A person's name, in the ways in which people type it."""
    yield from (Mark(PERSON, one) for one in sorted(spellings(name)))


def emails(address: str) -> Iterator[Mark]:
    """An e-mail address."""
    if address:
        yield Mark(EMAIL, address.casefold())


def phones(number: PhoneNumber | None) -> Iterator[Mark]:
    """A phone number, however it is written."""
    if number and number.uri:
        yield from dialled(number.uri)


def dialled(uri: str) -> Iterator[Mark]:
    """A phone number as programs dial it (RFC 3966)."""
    yield Mark(PHONE, re.sub("[^0-9]", "", uri))


def of_picture(picture: PictureFile) -> Iterator[Mark]:
    """A picture by its content, as far as that was looked at."""
    if picture.pixels and picture.pixels.digest:
        yield Mark(PICTURE, picture.pixels.digest.hex())


def consent_of(entry: Entry) -> Consent | None:
    """What people agreed to in an entry."""
    return entry.private_consent if isinstance(entry, Association) else None

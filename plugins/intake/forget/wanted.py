"""What somebody asked to have forgotten, as it is given: `ID=associations/chor`, `ID="Mona B."`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalogue import marks
from plugins.catalogue.fields.references import LogoFile
from plugins.catalogue.forgotten import Mark
from plugins.catalogue.model import Association, Event, Network, Posting
from plugins.catalogue.phones import phone_number

KINDS = tuple(kind.folder for kind in (Association, Event, Posting, Network))
_ENTRY = re.compile(r"(?:[^/]+/)?([a-z]+)/([a-z0-9-]+)(?:\.(?:md|yaml))?/?")
_PICTURE = re.compile(r"(?:[^/]+/)?images/([^/]+)")
_ONLY_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+|.*/.*")
_PIECES = re.compile(r"\s*[,;\n]\s*")


class NotUnderstood(Exception):
    """What was given names nothing that can be forgotten; the text says what it was."""


@dataclass(frozen=True)
class Wanted:
    """An entry (`folder`, `id`), a picture, or a person with some of these."""

    folder: str = ""
    id: str = ""
    picture: str = ""
    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    """As they are dialled (RFC 3966)."""

    @property
    def is_person(self) -> bool:
        """Whether it is neither an entry nor a picture."""
        return not self.id and not self.picture

    @property
    def key(self) -> tuple[str, str]:
        """Folder and id of an entry."""
        return self.folder, self.id

    @property
    def shown(self) -> str:
        """What it is called."""
        if self.picture:
            return f"images/{self.picture}"
        shown = ", ".join((*self.names, *self.emails, *(dialled(one) for one in self.phones)))
        return f"{self.folder}/{self.id}" if self.id else shown


def dialled(uri: str) -> str:
    """A phone number as people dial it from abroad."""
    return uri.removeprefix("tel:").replace("-", " ")


def wanted(text: str, region: str) -> Wanted:
    """What a text means. Raises `NotUnderstood`."""
    text = text.strip()
    if match := _PICTURE.fullmatch(text):
        if not LogoFile.form.fullmatch(match[1]):
            raise NotUnderstood(text)
        return Wanted(picture=match[1])
    if match := _ENTRY.fullmatch(text):
        if match[1] not in KINDS:
            raise NotUnderstood(text)
        return Wanted(folder=match[1], id=match[2])
    return _person(text, region)


def _person(text: str, region: str) -> Wanted:
    names, emails, phones = [], [], []
    for piece in filter(None, _PIECES.split(text)):
        number = phone_number(piece, region) if re.search("[0-9]{3}", piece) else None
        if "@" in piece:
            emails.append(piece)
        elif number and number.uri:
            phones.append(number.uri)
        elif len(re.findall(r"[^\W\d_]", piece)) > 1 and not _ONLY_ID.fullmatch(piece):
            names.append(piece)
        else:
            raise NotUnderstood(text)
    if not (names or emails or phones):
        raise NotUnderstood(text)
    return Wanted(names=tuple(names), emails=tuple(emails), phones=tuple(phones))


def marks_of(person: Wanted) -> Iterator[Mark]:
    """By what a person is recognised."""
    for name in person.names:
        yield from marks.names(name)
    for address in person.emails:
        yield from marks.emails(address)
    for uri in person.phones:
        yield from marks.dialled(uri)

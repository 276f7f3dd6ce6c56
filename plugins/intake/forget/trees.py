"""What an entry says (`sheet.flat`) without what is to be forgotten; empty when nothing is left."""

from collections.abc import Callable, Iterator

from plugins.catalogue import marks
from plugins.catalogue.fields.base import Field, Text
from plugins.catalogue.fields.containers import ListOf
from plugins.catalogue.fields.references import ImageFile, Reference
from plugins.catalogue.forgotten import Mark
from plugins.catalogue.phones import phone_number
from plugins.intake.forget.wanted import Wanted, marks_of
from plugins.intake.submission.consent import (
    CONTACTS,
    people_in,
    without_consent_of_nobody,
)
from plugins.intake.tree import Branch, Tree

IsGone = Callable[[Text, str], bool]


def entry_gone(folder: str, key: str) -> IsGone:
    """Whether a text refers to this entry."""
    return lambda field, text: (
        isinstance(field, Reference) and folder in field.kinds and text == key
    )


def picture_gone(name: str) -> IsGone:
    """Whether a text names this picture."""
    return lambda field, text: isinstance(field, ImageFile) and text == name


def without(tree: Tree, field: Field, is_gone: IsGone) -> Tree:
    """The tree without these references, and without what cannot be without them."""
    if isinstance(tree, str):
        return "" if field.leaf and is_gone(field.leaf, tree) else tree
    if isinstance(tree, list):
        items = [one for item in tree if (one := without(item, field.below(), is_gone))]
        least = field.least if isinstance(field, ListOf) else 0
        return items if len(items) >= least else []
    found = {
        key: one for key, item in tree.items() if (one := without(item, field.below(key), is_gone))
    }
    whole = field.settled(is_scalar=False)
    known = whole.keys()
    lost = any(key in known and whole.needs(key) for key in tree if key not in found)
    return {} if lost else found


def pictures_in(tree: Tree, field: Field) -> Iterator[str]:
    """The files of all pictures that an entry names."""
    if isinstance(tree, str):
        if isinstance(field.leaf, ImageFile):
            yield tree.removeprefix("images/")
    elif isinstance(tree, list):
        for item in tree:
            yield from pictures_in(item, field.below())
    else:
        for key, item in tree.items():
            yield from pictures_in(item, field.below(key))


class Person:
    """A person, and what is found out about them on the way: the address beside the name."""

    def __init__(self, person: Wanted, region: str) -> None:
        self._region = region
        self.names = list(person.names)
        self.emails = list(person.emails)
        self.phones = list(person.phones)

    @property
    def wanted(self) -> Wanted:
        """The person with all that is known of them."""
        return Wanted(names=tuple(self.names), emails=tuple(self.emails), phones=tuple(self.phones))

    @property
    def marks(self) -> frozenset[Mark]:
        """By what they are recognised."""
        return frozenset(marks_of(self.wanted))

    def learn(self, tree: Branch) -> bool:
        """What a contact says who is this person; whether that was new.

        What others in the entry share, such as the phone of the office, is not theirs.
        """
        before = self.wanted
        contacts = people_in(tree)
        ways = [mark for one in (tree, *contacts) for mark in self._reached(one)]
        own = {mark for mark in ways if ways.count(mark) == 1}
        for contact in contacts:
            if self._is_meant(contact):
                self._add(contact, own)
        return self.wanted != before

    def _add(self, contact: Branch, own: set[Mark]) -> None:
        name, email = _text(contact, "name"), _text(contact, "email")
        if name and not self.marks & set(marks.names(name)):
            self.names.append(name)
        if set(marks.emails(email)) & own - self.marks:
            self.emails.append(email)
        number = phone_number(_text(contact, "phone"), self._region)
        if number and set(marks.phones(number)) & own - self.marks:
            self.phones.append(number.uri)

    def taken_out(self, tree: Branch) -> Branch:
        """What the entry says without this person."""
        found = dict(tree)
        if CONTACTS in tree:
            others = (one for one in people_in(tree) if not self._is_meant(one))
            found[CONTACTS] = [one for one in map(self._without_ways, others) if one]
        for key in ("consent", "checked"):
            record = tree.get(key)
            if isinstance(record, dict) and self.marks & set(marks.names(_text(record, "by"))):
                found[key] = {name: value for name, value in record.items() if name != "by"}
        found = self._without_ways(found)
        registration = tree.get("registration")
        if isinstance(registration, dict):
            found["registration"] = self._without_ways(registration)
        found = {key: value for key, value in found.items() if value}
        return without_consent_of_nobody(tree, found)

    def _without_ways(self, tree: Branch) -> Branch:
        ways = {"email": self._email, "phone": self._phone}
        return {
            key: value
            for key, value in tree.items()
            if key not in ways or not self.marks & set(ways[key](tree))
        }

    def _is_meant(self, contact: Branch) -> bool:
        """Of people with other names at the same telephone only the number is theirs, too."""
        name = _text(contact, "name")
        if name and self.names:
            return bool(self.marks & set(marks.names(name)))
        return bool(self.marks & set(self._reached(contact)))

    def _reached(self, tree: Branch) -> Iterator[Mark]:
        yield from self._email(tree)
        yield from self._phone(tree)

    def _email(self, tree: Branch) -> Iterator[Mark]:
        yield from marks.emails(_text(tree, "email"))

    def _phone(self, tree: Branch) -> Iterator[Mark]:
        yield from marks.phones(phone_number(_text(tree, "phone"), self._region))


def _text(tree: Branch, key: str) -> str:
    value = tree.get(key, "")
    return value if isinstance(value, str) else ""

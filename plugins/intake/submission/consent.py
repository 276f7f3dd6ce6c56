"""People in a submission: only with their consent, which is recorded with its day and scope."""

from collections.abc import Container, Mapping
from datetime import date
from typing import TypeVar

from plugins.catalogue.consent import ALL, EMAIL, NAME, PHONE, covered
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Association, Entry
from plugins.intake.tree import Branch

CONTACTS, CONSENT = "contacts", "consent"

_SCOPE = {NAME: "Name", EMAIL: "E-Mail-Adresse", PHONE: "Telefonnummer"}


def is_personal(path: str) -> bool:
    """Whether a field says something about a person, also what they do in the association."""
    return path.partition(".")[0] == CONTACTS


A = TypeVar("A")


def as_in_file(answers: Mapping[str, A], association: Association, today: date) -> dict[str, A]:
    """Answers about people by their numbers in the file.

    Who hands something in counts those whom the page shows: what they say of the first is not put
    to somebody who is not public, and who is new comes last.
    """
    shown = association.public_numbers(today)
    hidden = len(association.private_contacts) - len(shown)
    numbers = dict(enumerate(shown, start=1))
    found: dict[str, A] = {}
    for path, answer in answers.items():
        steps = path.split(".")
        if is_personal(path) and len(steps) > 1:
            number = int(steps[1])
            steps[1] = str(numbers.get(number, number + hidden))
        found[".".join(steps)] = answer
    return found


def recorded(before: Branch, after: Branch, kind: type[Entry], today: date, by: str) -> Branch:
    """The entry with the consent of the people that were named."""
    if CONSENT not in fields_of(kind) or after.get(CONTACTS) == before.get(CONTACTS):
        return after
    people = people_in(after)
    if not people:
        return after
    return after | {CONSENT: _consent(_allowed(before, people), today, by)}


def agreed(tree: Branch, kind: type[Entry], today: date, by: str) -> Branch:
    """The entry with the consent of all whom it names, to all that it says of them."""
    people = people_in(tree)
    if CONSENT not in fields_of(kind) or not people:
        return tree
    return tree | {CONSENT: _consent(_said_of(people), today, by)}


def _consent(allowed: Container[str], today: date, by: str) -> Branch:
    consent: Branch = {"on": today.isoformat()}
    if by:
        consent["by"] = by
    consent["scope"] = [_SCOPE[key] for key in _SCOPE if key in allowed]
    return consent


def without_consent_of_nobody(before: Branch, after: Branch) -> Branch:
    """The entry without its consent when nobody is named any more: it names who gave it."""
    if not before.get(CONTACTS) or after.get(CONTACTS):
        return after
    return {key: value for key, value in after.items() if key != CONSENT}


def people_in(tree: Branch) -> list[Branch]:
    """The people whom an entry names, as its file has them."""
    contacts = tree.get(CONTACTS)
    return [one for one in contacts if isinstance(one, dict)] if isinstance(contacts, list) else []


def _said_of(people: list[Branch]) -> frozenset[str]:
    """What is said of any of them."""
    return frozenset(key for one in people for key in ALL if one.get(key))


def _allowed(before: Branch, people: list[Branch]) -> frozenset[str]:
    """What may be published. Who stood there before has agreed to no more than they did then."""
    said = _said_of(people)
    known = people_in(before)
    if not any(one in known for one in people):
        return said
    consent = before.get(CONSENT)
    if not isinstance(consent, dict):
        return said
    scope = consent.get("scope", [])
    return said & covered([str(item) for item in scope])

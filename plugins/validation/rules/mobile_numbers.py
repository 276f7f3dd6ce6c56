"""A mobile number is published with consent."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import OFFICE, Association, Entry, Event, Posting
from plugins.catalogue.phones import PhoneNumber
from plugins.validation.context import RuleContext
from plugins.validation.markdown import Passage, owners

# How mobile numbers begin after the country's code: in Germany, Austria and Switzerland.
_MOBILE = re.compile(r"tel:\+(?:491[567]|436[5-9]|417[5-9])")
_IN_TEXT = r"(?<![\w+/.-])(?:\+49 ?(?:\(0\) ?)?|0049 ?|0)1[567][0-9](?:[ /.-]?[0-9]){6,9}(?![0-9])"


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    for entry in catalogue.entries:
        for number in context.memo(_numbers, entry):
            if not _agreed(entry, catalogue):
                yield _problem(entry, number)


class _Mobile(NamedTuple):
    """A mobile number: in a field, or at a place of the entry's text (0) or of a translation's."""

    number: str
    field: str = ""
    text: int = 0
    offset: int = 0


def _problem(entry: Entry, found: _Mobile) -> Diagnostic:
    if found.field:
        return entry.problem(found.field, "PRIV-MOBILE", value=found.number)
    passage = Passage(entry, owners(entry)[found.text])
    return passage.problem(found.offset, "PRIV-MOBILE", value=found.number)


def _numbers(entry: Entry) -> tuple[_Mobile, ...]:
    return (*_in_field(entry), *_in_texts(entry))


def _in_field(entry: Entry) -> Iterator[_Mobile]:
    """The number that anybody may call."""
    path, number = _number(entry) if isinstance(entry, Association | Event) else ("", None)
    if number and _MOBILE.match(number.uri.replace("-", "")):
        yield _Mobile(number.shown, path)


def _in_texts(entry: Entry) -> Iterator[_Mobile]:
    for which, owner in enumerate(owners(entry)):
        if any(digits in owner.text for digits in ("15", "16", "17")):
            for match in re.finditer(_IN_TEXT, owner.text):
                yield _Mobile(match[0], "", which, match.start())


def _number(entry: Association | Event) -> tuple[str, PhoneNumber | None]:
    """The number that anybody may call, and where it stands."""
    if isinstance(entry, Association):
        return "phone", entry.phone
    return "registration.phone", entry.registration.phone if entry.registration else None


def _agreed(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether consent is recorded. Networks, programmes and pages are written by the office."""
    if isinstance(entry, Association):
        return entry.has_consent
    if isinstance(entry, Event):
        return any(_has_agreed(key, catalogue) for key in entry.organisers)
    return not isinstance(entry, Posting) or _has_agreed(entry.association, catalogue)


def _has_agreed(key: str, catalogue: Catalogue) -> bool:
    association = catalogue.association(key)
    return key == OFFICE or (association is not None and association.has_consent)

"""A mobile number is published with consent."""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import OFFICE, Association, Entry, Event, Posting
from plugins.catalogue.phones import PhoneNumber
from plugins.validation.given import Given
from plugins.validation.markdown import passages

# How mobile numbers begin after the country's code: in Germany, Austria and Switzerland.
_MOBILE = re.compile(r"tel:\+(?:491[567]|436[5-9]|417[5-9])")
_IN_TEXT = r"(?<![\w+/.-])(?:\+49 ?(?:\(0\) ?)?|0049 ?|0)1[567][0-9](?:[ /.-]?[0-9]){6,9}(?![0-9])"


def check(catalogue: Catalogue, given: Given) -> Iterator[Diagnostic]:
    """A mobile number is published with consent."""
    entries: tuple[Association | Event, ...] = (*catalogue.associations, *catalogue.events)
    for entry in entries:
        path, number = _number(entry)
        if number and _MOBILE.match(number.uri.replace("-", "")) and not _agreed(entry, catalogue):
            yield entry.problem(path, "PRIV-MOBILE", value=number.shown)
    for passage in passages(catalogue.entries, "15", "16", "17"):
        for match in re.finditer(_IN_TEXT, passage.text):
            if not _agreed(passage.entry, catalogue):
                yield passage.problem(match.start(), "PRIV-MOBILE", value=match[0])


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

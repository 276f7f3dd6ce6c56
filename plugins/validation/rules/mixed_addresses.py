"""A street is a street without postcode and city."""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association, Event, Venue

_POSTCODE = re.compile(r"(?:^|[,;/ ])(?:[A-Z]{1,2}-)?[0-9]{5}\s+\w")


def check(entry: Association | Event) -> Iterator[Diagnostic]:
    if isinstance(entry, Association):
        if entry.address is not None and _POSTCODE.search(entry.address.street):
            yield entry.problem("address.street", "ADR-MIXED")
    elif isinstance(entry.venue, Venue) and _POSTCODE.search(entry.venue.street):
        yield entry.problem("venue.street", "ADR-MIXED")

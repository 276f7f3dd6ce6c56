"""A street is a street without postcode and city."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Venue

_POSTCODE = re.compile(r"(?:^|[,;/ ])(?:[A-Z]{1,2}-)?[0-9]{5}\s+\w")


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A street is a street without postcode and city."""
    for association in catalogue.associations:
        if association.address is not None and _POSTCODE.search(association.address.street):
            yield association.problem("address.street", "ADR-MIXED")
    for event in catalogue.events:
        if isinstance(event.venue, Venue) and _POSTCODE.search(event.venue.street):
            yield event.problem("venue.street", "ADR-MIXED")

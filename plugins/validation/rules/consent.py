"""Contact persons are named with their consent only."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """Contact persons are named with their consent only."""
    for association in catalogue.associations:
        if association.contacts and association.consent is None:
            yield association.problem("contacts", "PRIV-CONSENT")

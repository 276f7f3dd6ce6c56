"""Contact persons are named with their consent only, and from the day on that it was given."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """Contact persons are named with their consent only, and from the day on that it was given."""
    for association in catalogue.associations:
        consent = association.private_consent
        if association.private_contacts and (consent is None or consent.on > today):
            yield association.problem("contacts", "PRIV-CONSENT")

"""What is said of a contact is covered by the consent."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.consent import ALL, covered
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """What is said of a contact is covered by the consent."""
    for association in catalogue.associations:
        consent = association.private_consent
        missing = sorted(ALL - covered(consent.scope)) if consent else []
        for number, contact in enumerate(association.private_contacts):
            for key in missing:
                if getattr(contact, key):
                    yield association.problem(f"contacts.{number}.{key}", "PRIV-SCOPE")

"""What is said of a contact is covered by the consent."""

from collections.abc import Iterator

from plugins.catalogue.consent import ALL, covered
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association


def check(association: Association) -> Iterator[Diagnostic]:
    consent = association.private_consent
    missing = sorted(ALL - covered(consent.scope)) if consent else []
    for number, contact in enumerate(association.private_contacts):
        for key in missing:
            if getattr(contact, key):
                yield association.problem(f"contacts.{number}.{key}", "PRIV-SCOPE")

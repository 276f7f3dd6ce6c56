"""Contact persons are named with their consent only, and from the day on that it was given."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association
from plugins.validation.context import RuleContext


def check(association: Association, context: RuleContext) -> Iterator[Diagnostic]:
    consent = association.private_consent
    if association.private_contacts and (consent is None or consent.on > context.today):
        yield association.problem("contacts", "PRIV-CONSENT")

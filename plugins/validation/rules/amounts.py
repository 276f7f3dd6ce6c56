"""The larger amount is the upper bound."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """The larger amount is the upper bound."""
    for programme in catalogue.funding:
        amount = programme.amount
        if amount is None or amount.from_ is None or amount.to is None:
            continue
        if amount.to < amount.from_:
            yield programme.problem("amount.to", "FLD-AMOUNT")

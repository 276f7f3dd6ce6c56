"""The larger amount is the upper bound."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Funding


def check(programme: Funding) -> Iterator[Diagnostic]:
    amount = programme.amount
    if amount is None or amount.from_ is None or amount.to is None:
        return
    if amount.to < amount.from_:
        yield programme.problem("amount.to", "FLD-AMOUNT")

"""A programme has deadlines or is open all the time."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A programme has deadlines or is open all the time."""
    for programme in catalogue.funding:
        if programme.rolling and programme.deadlines:
            yield programme.problem("deadlines", "FLD-DEADLINE")

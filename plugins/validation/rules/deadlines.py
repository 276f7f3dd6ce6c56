"""A programme has deadlines or is open all the time."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Funding


def check(programme: Funding) -> Iterator[Diagnostic]:
    if programme.rolling and programme.deadlines:
        yield programme.problem("deadlines", "FLD-DEADLINE")

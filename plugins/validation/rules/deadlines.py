"""A programme has deadlines or is open all the time."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Funding
from plugins.validation.given import Given


def check(programme: Funding, given: Given) -> Iterator[Diagnostic]:
    """A programme has deadlines or is open all the time."""
    if programme.rolling and programme.deadlines:
        yield programme.problem("deadlines", "FLD-DEADLINE")

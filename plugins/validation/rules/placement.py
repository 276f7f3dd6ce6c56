"""A posting is placed when it says on what day, and only then."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A posting is placed when it says on what day, and only then."""
    for posting in catalogue.board:
        if (posting.status == "placed") != (posting.placed is not None):
            yield posting.problem("placed" if posting.placed else "status", "FLD-PLACED")

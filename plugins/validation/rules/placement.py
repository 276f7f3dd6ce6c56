"""A posting is placed when it says on what day, and only then."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Posting
from plugins.validation.given import Given


def check(posting: Posting, given: Given) -> Iterator[Diagnostic]:
    """A posting is placed when it says on what day, and only then."""
    if (posting.status == "placed") != (posting.placed is not None):
        yield posting.problem("placed" if posting.placed else "status", "FLD-PLACED")

"""A posting is placed when it says on what day, and only then."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Posting


def check(posting: Posting) -> Iterator[Diagnostic]:
    if (posting.status == "placed") != (posting.placed is not None):
        yield posting.problem("placed" if posting.placed else "status", "FLD-PLACED")

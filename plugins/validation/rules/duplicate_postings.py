"""No association has two open postings that say the same."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Posting
from plugins.catalogue.text import sort_key
from plugins.validation.given import Given


def check(catalogue: Catalogue, given: Given) -> Iterator[Diagnostic]:
    """No association has two open postings that say the same; said of the one posted later."""
    first: dict[tuple[str, str, str], Posting] = {}
    for posting in sorted(catalogue.board, key=lambda p: (p.posted, p.id)):
        if posting.state(given.today) == "open":
            key = (posting.association, posting.kind, sort_key(posting.title)[0])
            known = first.setdefault(key, posting)
            if known is not posting:
                yield posting.problem("title", "DUP-POSTING", other=f"{known.folder}/{known.id}")

"""No association has two open postings that say the same; said of the one posted later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Posting
from plugins.catalogue.text import sort_key
from plugins.validation.context import RuleContext


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    by_offer: dict[tuple[str, str, str], list[Posting]] = defaultdict(list)
    for posting in catalogue.board:
        by_offer[context.memo(_offer, posting)].append(posting)
    for alike in by_offer.values():
        if len(alike) > 1:
            yield from _twice(alike, context.today)


def _offer(posting: Posting) -> tuple[str, str, str]:
    return posting.association, posting.kind, sort_key(posting.title)[0]


def _twice(alike: Iterable[Posting], today: date) -> Iterator[Diagnostic]:
    """All open ones but the first."""
    still_open = [posting for posting in alike if posting.state(today) == "open"]
    still_open.sort(key=lambda posting: (posting.posted, posting.id))
    for posting in still_open[1:]:
        other = f"{posting.folder}/{still_open[0].id}"
        yield posting.problem("title", "DUP-POSTING", other=other)

"""The page of a posting, with the postings on the other side that might match it."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from plugins.board.matching import Matched
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Posting
from plugins.catalogue.phones import PhoneNumber
from plugins.rendering.cards import Link, PostingCard, association_link, link_to, posting_card
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import of


@record(frozen=True)
class Match(Frozen):
    """A posting on the other side, and what speaks for it: keys that the template words."""

    card: PostingCard
    reasons: tuple[str, ...]


@record(frozen=True)
class ContactCard(Frozen):
    """How to reach the association behind a posting."""

    email: str
    phone: PhoneNumber | None
    website: str


@record(frozen=True)
class PostingView(Frozen):
    """One posting: everything its entry says, and what matches it."""

    posting: Posting
    association: Link
    contact: ContactCard | None
    state: str
    placed_with: Link | None
    matches: tuple[Match, ...]


def pages(
    catalogue: Catalogue,
    postings: tuple[Posting, ...],
    matches: tuple[tuple[Matched, ...], ...],
    today: date,
) -> Iterator[Output]:
    """A page for each posting, whatever its state: addresses never die."""
    for posting, own in zip(postings, matches, strict=True):
        yield _page(catalogue, posting, own, today)


def _page(
    catalogue: Catalogue, posting: Posting, matches: tuple[Matched, ...], today: date
) -> Page:
    inputs = (
        posting,
        association_link(catalogue, posting.association),
        catalogue.association(posting.association),
        posting.state(today),
        _placed_with(catalogue, posting),
        tuple(_match(catalogue, one, today) for one in matches),
    )
    return Page(of(posting), "posting.html", _view, inputs)


def _match(catalogue: Catalogue, one: Matched, today: date) -> Match:
    posting = cast(Posting, catalogue.posting(one.id))
    return Match(posting_card(catalogue, posting, today), one.reasons)


def _view(
    posting: Posting,
    link: Link,
    association: Association | None,
    state: str,
    placed_with: Link | None,
    matches: tuple[Match, ...],
) -> PostingView:
    return PostingView(posting, link, _contact(association), state, placed_with, matches)


def _contact(association: Association | None) -> ContactCard | None:
    if association is None:
        return None
    return ContactCard(association.email, association.phone, association.website)


def _placed_with(catalogue: Catalogue, posting: Posting) -> Link | None:
    if posting.placed is None or not posting.placed.with_:
        return None
    key = posting.placed.with_
    is_posting = catalogue.posting(key) is not None or catalogue.is_known(f"board/{key}")
    return link_to(catalogue, "board" if is_posting else "associations", key)

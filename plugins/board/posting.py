"""The page of a posting, with the postings on the other side that might match it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Posting
from plugins.rendering.cards import Link, PostingCard, association_link, link_to, posting_card
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import of

MAX_MATCHES = 5
MAX_CANDIDATES = 200
_OTHER_SIDE = {"offer": "seek", "seek": "offer"}

Groups = Mapping[tuple[str, str, str], list[Posting]]


@dataclass(frozen=True)
class Match:
    """A posting on the other side, and what speaks for it: keys that the template words."""

    card: PostingCard
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class ContactCard:
    """How to reach the association behind a posting."""

    email: str
    phone: str
    phone_uri: str
    website: str


@dataclass(frozen=True)
class PostingView:
    """One posting: everything its entry says, and what matches it."""

    posting: Posting
    association: Link
    contact: ContactCard | None
    state: str
    placed_with: Link | None
    matches: tuple[Match, ...]


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """A page for every posting, whatever its state: addresses never die."""
    open_postings = _open_postings(catalogue.board, today)
    for posting in catalogue.board:
        state = posting.state(today)
        others = _candidates(posting, open_postings) if state == "open" else ()
        inputs = (
            posting,
            association_link(catalogue, posting.association),
            catalogue.association(posting.association),
            state,
            _placed_with(catalogue, posting),
            tuple(
                Match(posting_card(catalogue, other, today), reasons)
                for other, reasons in _matches(posting, others)
            ),
        )
        yield Page(of(posting), "posting.html", _view, inputs)


def _view(
    posting: Posting,
    link: Link,
    association: Association | None,
    state: str,
    placed_with: Link | None,
    matches: tuple[Match, ...],
) -> PostingView:
    return PostingView(posting, link, _contact(association), state, placed_with, matches)


def _open_postings(board: Iterable[Posting], today: date) -> Groups:
    """The open postings by side and category, and by district too; newest first."""
    groups: dict[tuple[str, str, str], list[Posting]] = defaultdict(list)
    for posting in sorted(board, key=lambda p: (-p.posted.toordinal(), p.id)):
        if posting.state(today) == "open":
            groups[posting.kind, posting.category, ""].append(posting)
            if posting.district:
                groups[posting.kind, posting.category, posting.district].append(posting)
    return groups


def _candidates(posting: Posting, groups: Groups) -> Iterable[Posting]:
    """The other side's newest, those of the same district first: a bounded number of them."""
    side = _OTHER_SIDE[posting.kind]
    near = groups.get((side, posting.category, posting.district), [])[:MAX_CANDIDATES]
    newest = groups.get((side, posting.category, ""), [])[:MAX_CANDIDATES]
    return {other.id: other for other in (*near, *newest)}.values()


def _contact(association: Association | None) -> ContactCard | None:
    if association is None:
        return None
    phone = association.phone
    return ContactCard(
        email=association.email,
        phone=phone.shown if phone else "",
        phone_uri=phone.uri if phone else "",
        website=association.website,
    )


def _placed_with(catalogue: Catalogue, posting: Posting) -> Link | None:
    if posting.placed is None or not posting.placed.with_:
        return None
    key = posting.placed.with_
    is_posting = catalogue.posting(key) is not None or ("board", key) in catalogue.known
    return link_to(catalogue, "board" if is_posting else "associations", key)


def _matches(posting: Posting, others: Iterable[Posting]) -> list[tuple[Posting, tuple[str, ...]]]:
    """The best matches among open postings of the same category, and why they match."""
    found = []
    for other in others:
        is_own = other.association == posting.association
        if not is_own and _room_suffices(posting, other) and _times_meet(posting, other):
            found.append((other, _reasons(posting, other)))
    found.sort(key=lambda match: (-len(match[1]), -match[0].posted.toordinal(), match[0].id))
    return found[:MAX_MATCHES]


def _reasons(posting: Posting, other: Posting) -> tuple[str, ...]:
    """What the two have in common, most telling last; `category` always."""
    reasons = ["category"]
    if posting.district and posting.district == other.district:
        reasons.append("district")
    if set(posting.languages) & set(other.languages):
        reasons.append("language")
    if _weekdays(posting) & _weekdays(other):
        reasons.append("weekdays")
    if posting.room and other.room and posting.room.seats and other.room.seats:
        reasons.append("seats")
    return tuple(reasons)


def _weekdays(posting: Posting) -> set[str]:
    return set(posting.available.weekdays) if posting.available else set()


def _room_suffices(posting: Posting, other: Posting) -> bool:
    """A room that is too small is no match; one of unknown size may be."""
    offer, seek = (posting, other) if posting.kind == "offer" else (other, posting)
    if not (offer.room and seek.room and offer.room.seats and seek.room.seats):
        return True
    return offer.room.seats >= seek.room.seats


def _times_meet(posting: Posting, other: Posting) -> bool:
    """Times that are given on both sides must overlap."""
    a, b = posting.available, other.available
    if a is None or b is None:
        return True
    if a.weekdays and b.weekdays and not set(a.weekdays) & set(b.weekdays):
        return False
    starts = max(a.from_ or date.min, b.from_ or date.min)
    return starts <= min(a.until or date.max, b.until or date.max)

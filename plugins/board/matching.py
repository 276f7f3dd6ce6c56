"""Which offers and seeks may meet each other's need, and what speaks for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Posting
from plugins.rendering.chunked import flat

MAX_MATCHES = 5
MAX_CANDIDATES = 200
_OTHER_SIDE = {"offer": "seek", "seek": "offer"}


class Side(NamedTuple):
    """What of a posting is compared: no words of it, so that an edited text changes no match."""

    id: str
    kind: str
    category: str
    association: str
    district: str
    languages: tuple[str, ...]
    weekdays: tuple[str, ...]
    since: date
    until: date
    seats: int
    posted: date
    is_open: bool


class Matched(NamedTuple):
    """A posting on the other side, and what speaks for it: keys that the template words."""

    id: str
    reasons: tuple[str, ...]


_Groups = Mapping[tuple[str, str, str], list[Side]]


def side(_: Catalogue, posting: Posting, today: date) -> Side:
    """What of a posting is compared; without times it meets any, with no seats it may have any."""
    when = posting.available
    return Side(
        id=posting.id,
        kind=posting.kind,
        category=posting.category,
        association=posting.association,
        district=posting.district,
        languages=posting.languages,
        weekdays=when.weekdays if when else (),
        since=(when.from_ if when else None) or date.min,
        until=(when.until if when else None) or date.max,
        seats=(posting.room.seats if posting.room else None) or 0,
        posted=posting.posted,
        is_open=posting.state(today) == "open",
    )


def matches(postings: tuple[tuple[Side, ...], ...]) -> Mapping[str, tuple[Matched, ...]]:
    """The best matches of each open posting among the open ones of its category, by its id."""
    still_open = [one for one in flat(postings) if one.is_open]
    groups = _groups(still_open)
    return {one.id: _matches(one, _candidates(one, groups)) for one in still_open}


def of(
    matches: Mapping[str, tuple[Matched, ...]], ids: tuple[str, ...]
) -> tuple[tuple[Matched, ...], ...]:
    """Those of each of some postings; none once it is closed."""
    return tuple(matches.get(key, ()) for key in ids)


def _groups(sides: Iterable[Side]) -> _Groups:
    """Postings by side and category, and by district too; newest first."""
    groups: dict[tuple[str, str, str], list[Side]] = defaultdict(list)
    for one in sorted(sides, key=lambda side: (-side.posted.toordinal(), side.id)):
        groups[one.kind, one.category, ""].append(one)
        if one.district:
            groups[one.kind, one.category, one.district].append(one)
    return groups


def _candidates(own: Side, groups: _Groups) -> Iterable[Side]:
    """The other side's newest, those of the same district first: a bounded number of them."""
    side = _OTHER_SIDE[own.kind]
    near = groups.get((side, own.category, own.district), [])[:MAX_CANDIDATES]
    newest = groups.get((side, own.category, ""), [])[:MAX_CANDIDATES]
    return {other.id: other for other in (*near, *newest)}.values()


def _matches(own: Side, others: Iterable[Side]) -> tuple[Matched, ...]:
    """The best of them: most that speaks for it, then newest."""
    found = [
        (other, _reasons(own, other))
        for other in others
        if other.association != own.association
        and _room_suffices(own, other)
        and _times_meet(own, other)
    ]
    found.sort(key=lambda match: (-len(match[1]), -match[0].posted.toordinal(), match[0].id))
    return tuple(Matched(other.id, reasons) for other, reasons in found[:MAX_MATCHES])


def _reasons(own: Side, other: Side) -> tuple[str, ...]:
    """What the two have in common, most telling last; `category` always."""
    reasons = ["category"]
    if own.district and own.district == other.district:
        reasons.append("district")
    if not set(own.languages).isdisjoint(other.languages):
        reasons.append("language")
    if not set(own.weekdays).isdisjoint(other.weekdays):
        reasons.append("weekdays")
    if own.seats and other.seats:
        reasons.append("seats")
    return tuple(reasons)


def _room_suffices(own: Side, other: Side) -> bool:
    """A room that is too small is no match; one of unknown size may be."""
    offer, seek = (own, other) if own.kind == "offer" else (other, own)
    return not (offer.seats and seek.seats) or offer.seats >= seek.seats


def _times_meet(own: Side, other: Side) -> bool:
    """Times that are given on both sides must overlap."""
    if own.weekdays and other.weekdays and set(own.weekdays).isdisjoint(other.weekdays):
        return False
    return max(own.since, other.since) <= min(own.until, other.until)

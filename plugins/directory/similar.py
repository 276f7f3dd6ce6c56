"""Similar associations: the same topics, a common language, the same district."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from heapq import nsmallest
from typing import NamedTuple

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.rendering.chunked import flat

MOST = 4
CANDIDATES = 60
_COMMON = frozenset({"de"})

Ids = tuple[str, ...]


class Traits(NamedTuple):
    """What is compared. Neither names nor texts: a new title changes nobody's neighbours.

    One that is not active is like nobody: it has no part in this.
    """

    id: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    district: str
    is_active: bool


def traits(_: Catalogue, association: Association, today: date) -> Traits:
    """What of an association is compared."""
    languages = tuple(tag for tag in association.languages if tag not in _COMMON)
    is_active = association.is_active(today)
    return Traits(association.id, association.topics, languages, association.district, is_active)


def nearest(associations: tuple[tuple[Traits, ...], ...]) -> Mapping[str, Ids]:
    """The ids of those that are nearest to each, by its id.

    By topics; a shared language (German aside) or district decides. Only some of a topic are looked
    at, so that a country's directory is still planned in linear time: those whose ids follow, from
    the start again after the last.
    """
    everyone = flat(associations)
    active = {one.id: one for one in sorted(everyone) if one.is_active}
    by_topic: dict[str, list[str]] = defaultdict(list)
    for one in active.values():
        for topic in one.topics:
            by_topic[topic].append(one.id)
    place = {topic: {key: n for n, key in enumerate(ids)} for topic, ids in by_topic.items()}
    found: dict[str, Ids] = {}
    for own in everyone:
        candidates: set[str] = set()
        for topic in own.topics:
            ids = by_topic.get(topic, [])
            start = place.get(topic, {}).get(own.id, -1) + 1
            following = ids[start : start + CANDIDATES]
            candidates.update(following, ids[: CANDIDATES - len(following)])
        candidates.discard(own.id)
        compared = _Compared(own)
        order = nsmallest(MOST, ((-compared.nearness(active[key]), key) for key in candidates))
        found[own.id] = tuple(key for _, key in order)
    return found


def to(nearest: Mapping[str, Ids], ids: Ids) -> tuple[Ids, ...]:
    """Those that are nearest to each of some."""
    return tuple(nearest[key] for key in ids)


class _Compared:
    """One whose neighbours are looked for."""

    def __init__(self, own: Traits) -> None:
        self._topics, self._languages = frozenset(own.topics), frozenset(own.languages)
        self._district = own.district

    def nearness(self, other: Traits) -> int:
        common = len(self._topics.intersection(other.topics))
        same_language = not self._languages.isdisjoint(other.languages)
        same_district = bool(self._district) and self._district == other.district
        return 4 * common + 2 * same_language + same_district

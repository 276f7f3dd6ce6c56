"""Similar associations: the same topics, a common language, the same district."""

from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest
from typing import NamedTuple

from plugins.catalogue.model import Association

MOST = 4
CANDIDATES = 60
_COMMON = frozenset({"de"})


class _Traits(NamedTuple):
    """What is compared. Neither names nor texts: a new title changes nobody's neighbours."""

    topics: frozenset[str]
    languages: frozenset[str]
    district: str


class Similar:
    """The associations among which similar ones are looked for."""

    def __init__(self, associations: Iterable[Association]) -> None:
        self._traits: dict[str, _Traits] = {}
        self._by_topic: dict[str, list[str]] = defaultdict(list)
        for one in sorted(associations, key=lambda association: association.id):
            self._traits[one.id] = _traits(one)
            for topic in one.topics:
                self._by_topic[topic].append(one.id)
        self._place = {
            topic: {key: n for n, key in enumerate(ids)} for topic, ids in self._by_topic.items()
        }

    def to(self, association: Association) -> list[str]:
        """The ids of the nearest: by topics; a shared language (German aside) or district decides.

        Only some of a topic are looked at, so that a country's directory is still planned in linear
        time: those whose ids follow, from the start again after the last.
        """
        own, traits = _traits(association), self._traits
        candidates: set[str] = set()
        for topic in association.topics:
            ids = self._by_topic.get(topic, [])
            start = self._place.get(topic, {}).get(association.id, -1) + 1
            following = ids[start : start + CANDIDATES]
            candidates.update(following, ids[: CANDIDATES - len(following)])
        candidates.discard(association.id)
        nearest = nsmallest(MOST, ((-_nearness(own, traits[key]), key) for key in candidates))
        return [key for _, key in nearest]


def _traits(association: Association) -> _Traits:
    languages = frozenset(association.languages) - _COMMON
    return _Traits(frozenset(association.topics), languages, association.district)


def _nearness(one: _Traits, other: _Traits) -> int:
    same_language = not one.languages.isdisjoint(other.languages)
    same_district = bool(one.district) and one.district == other.district
    return 4 * len(one.topics & other.topics) + 2 * same_language + same_district

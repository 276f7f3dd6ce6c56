"""A catalogue that notes what is looked at, so that who looked need not look again in vain."""

from collections.abc import Mapping
from operator import is_
from typing import Any

from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue

_KIND_BEHIND: Mapping[str, str] = {
    **{kind: kind for kind in KIND_ATTRIBUTES},
    "association": "associations",
    "network": "networks",
    "posting": "board",
    "programme": "funding",
    "events_of": "events",
    "meetings_of": "events",
    "events_funded_by": "events",
    "postings_of": "board",
    "networks_of": "networks",
    "vocabularies": "",
    "pictures": "",
    "known": "",
    "withheld": "",
    "revisions": "",
}
"""The kind of the entries that an attribute or method gives; what is not here may give any."""


class Watched:
    """Answers as the catalogue does, and notes which kinds of entries were given away."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._asked: set[str] = set()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever the catalogue has)
        self._asked.add(name)
        found = getattr(self._catalogue, name)
        if callable(found):
            self.__dict__[name] = found  # noted once is enough
        return found

    def seen(self) -> frozenset[str]:
        """The kinds, by their attributes."""
        if not self._asked <= _KIND_BEHIND.keys():
            return frozenset(KIND_ATTRIBUTES)
        return frozenset(_KIND_BEHIND[name] for name in self._asked)


def differing(one: Catalogue, other: Catalogue) -> frozenset[str]:
    """The kinds of which the two do not hold the very same entries."""
    return frozenset(
        kind for kind in KIND_ATTRIBUTES if not _are_same(getattr(one, kind), getattr(other, kind))
    )


def _are_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))

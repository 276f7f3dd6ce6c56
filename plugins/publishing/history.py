"""The releases that a target holds, in their own order: not that of their names or of a clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

MARKER = ".release"
"""The file by which a release is known as ours: its number and its name."""

NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z(?:-[0-9]+)?")
_MARK = re.compile(r"([0-9]{1,9}) (\S+)\n?")


class Release(NamedTuple):
    """One of our releases: each has a higher number than those that were there before it."""

    number: int
    name: str

    @property
    def mark(self) -> str:
        """What its marker holds."""
        return f"{self.number} {self.name}\n"


def marked(name: str, mark: str) -> Release | None:
    """The release in the folder `name`, by what its marker holds; nothing if it is not ours.

    A copy of a release under another name is somebody's copy, and no release.
    """
    found = _MARK.fullmatch(mark)
    if found is None or found[2] != name or not NAME.fullmatch(name):
        return None
    return Release(int(found[1]), name)


@dataclass(frozen=True)
class ReleaseHistory:
    """What is in a target.

    `names` are those of all that lies there, ours or not. `live` is what `live` leads to, `last`
    the release that was last shown, as it is remembered apart from `live`: somebody may have
    pointed `live` to a folder of their own, for maintenance.
    """

    names: frozenset[str]
    releases: tuple[Release, ...]
    live: str
    last: str

    @property
    def current(self) -> Release | None:
        """The release that visitors see, or saw last; before there was one, none."""
        by_name = {release.name: release for release in self.releases}
        return by_name.get(self.live) or by_name.get(self.last)

    @property
    def earlier(self) -> Release | None:
        """Where a way back leads: if visitors see something foreign, to what they saw before."""
        current = self.current
        if current is None or current.name != self.live:
            return current
        return max((r for r in self.releases if r < current), default=None)

    def next(self, now: datetime) -> Release:
        """A new release: named by the time in UTC, by a name that is free."""
        name = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        copies = (f"{name}-{copy}" for copy in range(2, len(self.names) + 3))
        free = next(one for one in (name, *copies) if one not in self.names)
        number = max((release.number for release in self.releases), default=0) + 1
        return Release(number, free)

    def never_seen_or_taken_back(self) -> tuple[str, ...]:
        """What is newer than the current one: a later way back must not lead there."""
        current = self.current
        return _names(r for r in self.releases if current is not None and r > current)

    def superfluous(self, keep: int) -> tuple[str, ...]:
        """The oldest beyond `keep`; never one that is or was last seen."""
        oldest = sorted(self.releases)[: -max(keep, 1)]
        return _names(r for r in oldest if r.name not in (self.live, self.last))


def _names(releases: Iterable[Release]) -> tuple[str, ...]:
    return tuple(release.name for release in releases)

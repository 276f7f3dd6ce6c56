"""Where releases live. Every kind of target offers the same few steps; only the last one is seen.

Whoever opens a target is alone in it: its lock lies where the releases lie, so it holds for all
checkouts and machines that publish there. It goes with the process or the connection that holds
it, and what such a one left behind when it was killed is nobody's, and is removed by the next.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from plugins.publishing.history import Release, ReleaseHistory

OWN = ".publishing"
"""The folder in a target that holds what is not yet or no longer a release, and the lock."""

LOCK = "lock"
LAST = "last"


class TargetError(Exception):
    """The target cannot be reached or used; the text says why."""


class Busy(Exception):
    """Somebody else is publishing there."""


class Damaged(Exception):
    """What arrived is not what was sent."""


class ReleaseTarget(Protocol):
    """A place that holds releases, opened by us alone. Every step may raise `TargetError`."""

    def history(self) -> ReleaseHistory:
        """What is there."""

    def read(self, release: Release, path: str) -> bytes:
        """A file of a release; empty when it has none."""

    def receive(self, site: Path, release: Release, digests: Mapping[str, str]) -> None:
        """Take the files of a finished site as a complete release.

        All that arrived is read again and compared with `digests` before the release gets its
        name. Raises `Damaged`.
        """

    def show(self, release: Release) -> None:
        """Let visitors see this release from now on: one rename, no moment without a site."""

    def remove(self, names: Sequence[str]) -> None:
        """Delete these releases."""

    def tidy(self) -> None:
        """Delete what others left behind when they were killed."""


class TargetLocation(Protocol):
    """Where a target is."""

    def opened(self) -> AbstractContextManager[ReleaseTarget]:
        """The target, for us alone. Raises `Busy`, `TargetError`, `OSError`."""

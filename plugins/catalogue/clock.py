"""The clock of the file system: whether a file was last touched before a run began.

As in git's index, times are only a hint, and believed only of files that are older than what was
written down about them: of two changes within one tick of the clock the second leaves no trace.
"""

import os
from pathlib import Path
from typing import NamedTuple

OTHER = 2_000_000_000
"""By how many nanoseconds the clock of another file system may be behind."""


class Clock(NamedTuple):
    """A moment in nanoseconds, as the file system with the number `device` counts it."""

    at: int = 0
    device: int = -1

    def is_of(self, path: Path) -> bool:
        """Whether this is the clock of the file system in which something lies."""
        try:
            return path.stat().st_dev == self.device
        except OSError:
            return False

    def is_after(self, status: os.stat_result) -> bool:
        """Whether the file has surely not been touched since."""
        at = self.at if status.st_dev == self.device else self.at - OTHER
        return max(status.st_mtime_ns, status.st_ctime_ns) < at


def clock(folder: Path) -> Clock:
    """The present moment in `folder`; one that is after nothing where it cannot be told."""
    hand = folder / "clock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        hand.touch()
        status = hand.stat()
    except OSError:
        return Clock()
    return Clock(status.st_mtime_ns, status.st_dev)


class Seen(NamedTuple):
    """What the file system said of a file, and whether that is enough to know it again."""

    certain: bool
    size: int
    modified: int
    changed: int
    number: int

    def still_holds(self, now: "Seen") -> bool:
        """Whether the file is surely what it was."""
        return self.certain and self[1:] == now[1:]


UNSEEN = Seen(False, -1, 0, 0, 0)


def look(path: str | os.PathLike[str], clock: Clock) -> Seen:
    """What the file system says of a file now."""
    try:
        status = os.stat(path)  # noqa: PTH116 (a Path would take as long as the call)
    except OSError:
        return UNSEEN
    return seen(status, clock)


def seen(status: os.stat_result, clock: Clock) -> Seen:
    """What a status says; certain when the file is older than the moment of the clock."""
    return Seen(
        clock.is_after(status),
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_ino,
    )

"""Waiting for something to be so, instead of for a time in which it should have become so."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

MOST = 120
"""Seconds that anything may take at most, on a machine however busy."""

STEP = 0.05
"""Seconds from one look to the next."""


def until(look: Callable[[], T], most: float = MOST) -> T:
    """What `look` gives, as soon as that is true. `AssertionError` if it never is."""
    end = time.monotonic() + most
    while not (found := look()):
        assert time.monotonic() < end, "it never was so"
        time.sleep(STEP)
    return found


def let_time_pass(folder: Path) -> None:
    """Wait until a change in this file system gets another time than all changes so far.

    Some count in steps of milliseconds (Linux before 6.13), in which a whole test has room.
    """
    hand = folder / ".clock"

    def now() -> int:
        hand.touch()
        return hand.stat().st_ctime_ns

    began = now()
    until(lambda: now() > began)
    hand.unlink()

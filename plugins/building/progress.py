"""How far a build is: a bar on a terminal, plain lines elsewhere, nothing when it is quick."""

from collections.abc import Callable
from typing import TextIO

from plugins.findings.safe import say

PATIENCE = 2.0
"""Seconds before anything is said."""

LINE_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""

WIDTH = 30


class Progress:
    """Says on `stream` how much of a step is done. `seconds` is a clock."""

    def __init__(self, stream: TextIO, seconds: Callable[[], float]) -> None:
        self._stream, self._seconds = stream, seconds
        self._began = self._said = seconds()
        self._is_shown = False

    def of(self, step: str) -> Callable[[float], None]:
        """A function that is told the share of the step that is done, from 0 to 1."""
        return lambda share: self._at(step, share)

    def _at(self, step: str, share: float) -> None:
        now = self._seconds()
        if now - self._began < PATIENCE:
            return
        if self._stream.isatty():
            full = round(WIDTH * share)
            bar = "█" * full + "░" * (WIDTH - full)
            self._stream.write(f"\r{step} {bar} {share:4.0%}\033[K")
            self._stream.flush()
            self._is_shown = True
        elif not self._is_shown or now - self._said >= LINE_EVERY:
            say(self._stream, f"{step}: {share:.0%}")
            self._said, self._is_shown = now, True

    def end(self) -> None:
        """Take the bar away, so that what is said next stands on a line of its own."""
        if self._is_shown and self._stream.isatty():
            self._stream.write("\r\033[K")
            self._stream.flush()
        self._is_shown = False

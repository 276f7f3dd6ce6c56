"""What browsers are told, and how they wait for it: each asks, and is answered once it is new.

Waiting takes a thread, so few may; who comes on top is answered at once and asks again later.
"""

from threading import Condition

from plugins.catalogue.frozen import Frozen, record
from plugins.serving.panel import Panel

MOST_WAITING = 4
"""A browser opens six connections to one server for all of its windows: two are left for pages."""

PATIENCE = 20.0
"""Seconds after which a browser that waits is answered in any case."""


@record(frozen=True)
class News(Frozen):
    """The state after a build: its name, and what is wrong. `is_busy`: come back in a second."""

    version: str
    panel: Panel | None = None
    is_busy: bool = False


class Bulletin:
    """The latest news. `token` differs from that of any server that was here before."""

    def __init__(self, token: str) -> None:
        self._token, self._number = token, 0
        self._panel: Panel | None = None
        self._waiting = 0
        self._changed = Condition()

    def tell(self, panel: Panel | None) -> None:
        """A build is done; wake all who wait."""
        with self._changed:
            self._number += 1
            self._panel = panel
            self._changed.notify_all()

    def after(self, seen: str, patience: float = PATIENCE) -> News:
        """The news once they are others than `seen`, or when so many seconds are over."""
        with self._changed:
            if self._version != seen:
                return News(self._version, self._panel)
            if self._waiting >= MOST_WAITING:
                return News(self._version, self._panel, is_busy=True)
            self._waiting += 1
            try:
                self._changed.wait_for(lambda: self._version != seen, patience)
            finally:
                self._waiting -= 1
            return News(self._version, self._panel)

    @property
    def _version(self) -> str:
        return f"{self._token}-{self._number}"

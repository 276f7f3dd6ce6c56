"""A time by which a conversation with a server is over, however slowly it speaks."""

import socket
from threading import Lock, Timer


class Deadline:
    """Ends the connection that is open when the time is up.

    A time limit of a socket begins anew with every byte, so a server that sends one each second
    would never reach it.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._open: socket.socket | None = None
        self._lock = Lock()
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()

    def watch(self, opened: socket.socket) -> None:
        """This is the connection now. Raises `TimeoutError` when the time is up already."""
        with self._lock:
            self._open = opened
            if self.is_over:
                raise TimeoutError

    def _end(self) -> None:
        with self._lock:
            self.is_over = True
            if self._open is not None:
                _hang_up(self._open)


def _hang_up(opened: socket.socket) -> None:
    """Whoever waits at it is woken. Of one with TLS, too: not by its polite end, which waits."""
    try:
        socket.socket.shutdown(opened, socket.SHUT_RDWR)
    except OSError:  # it is over already
        return

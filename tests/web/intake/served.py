"""The service as a program, and somebody who hands in, and again when that fails."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from plugins.web.http import Response
from tests.children import children_of
from tests.waiting import MOST, until
from tests.web.intake.conftest import CHOIR, Pairs, second_step, with_


class Served:
    """One run of the service in a folder, and how to speak to it."""

    def __init__(self, folder: Path, port: int, **environment: str) -> None:
        self.folder, self.port = folder, port
        self._environment = {"WORKERS": "2", "TODAY": "2026-11-22", **environment}
        self._errors = (folder / "stderr").open("ab")
        self.process = self._started()

    def _started(self) -> "subprocess.Popen[bytes]":
        self.said = (self.folder / "stderr").stat().st_size
        return subprocess.Popen(
            [sys.executable, "-m", "plugins.web.intake"],
            cwd=self.folder,
            env={**os.environ, **self._environment, "PORT": str(self.port)},
            stderr=self._errors,
        )

    def start_again(self) -> None:
        """Start it until it has its port: those who served the last one may just be ending."""
        while True:
            self.process = self._started()
            until(lambda: self.is_there() or self.process.poll() is not None)
            if self.process.poll() is None:
                return

    def is_there(self) -> bool:
        """Whether it has said that it answers."""
        return b"http://" in (self.folder / "stderr").read_bytes()[self.said :]

    def workers(self) -> list[int]:
        """The processes that answer."""
        return sorted(children_of(self.process.pid))

    def end(self) -> int:
        """Tell it to end; its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(timeout=MOST)
        self._errors.close()
        return code

    def kill(self) -> None:
        """End it without a word."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=MOST)

    def ask(self, path: str, pairs: Pairs = ()) -> Response:
        """Get a page, or send a form. Raises what a broken connection raises."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=MOST)
        try:
            body = urlencode(list(pairs))
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            line.request("POST" if body else "GET", path, body or None, kind if body else {})
            answer = line.getresponse()
            return Response(answer.status, answer.read(), headers=dict(answer.getheaders()))
        finally:
            line.close()

    def ask_until(self, path: str, pairs: Pairs, *good: int) -> Response:
        """The same, again and again until it is answered so."""

        def attempt() -> Response | None:
            try:
                answer = self.ask(path, pairs)
            except (OSError, http.client.HTTPException):
                return None
            return answer if answer.status in good else None

        found = until(attempt)
        assert found is not None
        return found

    def look(self, name: str) -> Pairs:
        """The first step, until it is answered; what the second one sends."""
        return second_step(self.ask_until("/einreichen/", with_(CHOIR, name=name), 200))

    def hand_in(self, pairs: Pairs) -> Response:
        """The second step, until it is answered that it is here."""
        return self.ask_until("/einreichen/", pairs, 303)


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(folder: Path, **environment: str) -> Iterator[Served]:
    """The service at a free port, until the end of the test."""
    served = Served(folder, free_port(), **environment)
    try:
        until(lambda: served.is_there() or served.process.poll() is not None)
        assert served.process.poll() is None, (folder / "stderr").read_text()
        yield served
    finally:
        served.end()

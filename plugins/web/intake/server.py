"""Processes that answer on one socket, and one that looks after them.

The first process answers nobody; of what was sent it reads only how old it is. It starts workers,
replaces those that end, and hands over to new ones when it is told to (SIGHUP) and at midnight,
because pages depend on the day: the old ones end when the new ones are ready. On SIGTERM and SIGINT
all answer what they have begun, then end. Workers end as well when the first process is no more.
"""

import gc
import os
import select
import signal
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from socket import socket
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from waitress.channel import HTTPChannel
    from waitress.parser import HTTPRequestParser
    from waitress.server import BaseWSGIServer

THREADS = 8
"""Of each worker. One computes at a time; the others wait for the disk, or decode pictures."""

CONNECTIONS = 500
"""Of each worker: who sends slowly holds one of them, and no thread."""

IDLE = 30
"""Seconds after which a connection on which nothing comes is closed."""

PATIENCE, RATE = 30.0, 4000
"""Who has sent for longer than so many seconds is hung up on when less than so many bytes came in
each of the others: or a byte now and then would hold a connection as long as somebody likes."""

LAST, FRESH = 400, 40
"""So many twentieths of a second are answers that were begun waited for at the end, and so many for
the first word on a connection."""

BEHIND_MIDNIGHT = timedelta(seconds=5)

FAILED = 2
HOUR = 3600.0


@dataclass
class _Worker:
    """A process. `ready` can be read when it answers, or is dead."""

    ready: int
    generation: int
    is_ready: bool = False


class Supervisor:
    """Looks after `count` workers, each of which answers with the application that `make` gives.

    `make` is called in the worker. `clock` tells the time where the site is, `note` says why a
    worker could not start, `tidy` is called once an hour.
    """

    def __init__(
        self,
        make: Callable[[], "WSGIApplication"],
        listening: socket,
        count: int,
        clock: Callable[[], datetime],
        most: int,
        note: Callable[[Exception], None],
        tidy: Callable[[], None],
    ) -> None:
        self._make, self._socket, self._count = make, listening, count
        self._clock, self._most, self._note, self._tidy = clock, most, note, tidy
        self._workers: dict[int, _Worker] = {}
        self._generation = 0
        self._is_ending = False
        self._alive, self._held = os.pipe()  # whoever has the first sees when the second is gone
        self._signals, self._signalled = os.pipe()
        for end in (self._signals, self._signalled):
            os.set_blocking(end, False)

    def run(self, ready: Callable[[], None]) -> int:
        """Serve until told to end; the exit code. `ready` is called when all can answer."""
        signal.set_wakeup_fd(self._signalled, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, _heard)
        tomorrow = self._tomorrow()
        self._start_all()
        said, tidied = False, float("-inf")
        while self._workers:
            if monotonic() - tidied >= HOUR:
                tidied = monotonic()
                self._tidy()
            self._wait(tomorrow)
            if self._clock() >= tomorrow:
                tomorrow = self._tomorrow()
                self._start_all()
            if not said and len(self._ready_ones()) == len(self._workers) > 0:
                said = True
                ready()
        return 0 if self._is_ending else FAILED

    def _tomorrow(self) -> datetime:
        now = self._clock()
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        return midnight + BEHIND_MIDNIGHT

    def _wait(self, until: datetime) -> None:
        """Wait for signals, workers that are ready, or the next day; see to them."""
        seconds = max(0.0, (until - self._clock()).total_seconds())
        coming = [w.ready for w in self._workers.values() if not w.is_ready]
        found, _, _ = select.select([self._signals, *coming], [], [], min(seconds, HOUR))
        if self._signals in found:
            self._heed(os.read(self._signals, 1024))
        for worker in self._workers.values():
            if worker.ready in found and os.read(worker.ready, 1):
                worker.is_ready = True
        self._hand_over()
        self._bury()

    def _heed(self, signals: bytes) -> None:
        if signal.SIGTERM in signals or signal.SIGINT in signals:
            self._is_ending = True
            for pid in self._workers:
                _tell(pid)
        elif signal.SIGHUP in signals:
            self._start_all()

    def _start_all(self) -> None:
        if not self._is_ending:
            self._generation += 1
            for _ in range(self._count):
                self._start()

    def _start(self) -> None:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid:
            os.close(writing)
            self._workers[pid] = _Worker(reading, self._generation)
            return
        code = FAILED
        try:  # nothing of the first process may go on in this one
            os.close(self._held)
            code = _work(self._make, self._socket, self._alive, writing, self._most)
        except Exception as error:
            self._note(error)
        finally:
            os._exit(code)

    def _ready_ones(self) -> list[_Worker]:
        return [worker for worker in self._workers.values() if worker.is_ready]

    def _hand_over(self) -> None:
        """End the old workers once as many new ones answer."""
        new = [w for w in self._ready_ones() if w.generation == self._generation]
        if len(new) >= self._count:
            for pid, worker in self._workers.items():
                if worker.generation < self._generation:
                    _tell(pid)

    def _bury(self) -> None:
        """See who has ended; they get successors, but not who said that they cannot even start."""
        for pid in list(self._workers):
            done, status = os.waitpid(pid, os.WNOHANG)
            if not done:
                continue
            worker = self._workers.pop(pid)
            os.close(worker.ready)
            is_wanted = self._is_wanted(worker) and not self._is_ending
            if is_wanted and (worker.is_ready or os.WIFSIGNALED(status)):
                self._start()

    def _is_wanted(self, ended: _Worker) -> bool:
        """Whether one is missing now: also of the old ones, when no new ones could begin."""
        return ended.generation == self._generation or len(self._workers) < self._count


def _tell(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)


def _heard(number: int, frame: FrameType | None) -> None:
    """The number is in the pipe."""


def _work(
    make: Callable[[], "WSGIApplication"], listening: socket, alive: int, ready: int, most: int
) -> int:
    """Answer until told to end, or the first process is gone; the exit code."""
    ending = threading.Event()
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGINT, signal.SIGHUP):  # a terminal sends them to all of its processes
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, lambda number, frame: ending.set())
    threading.Thread(target=_end_with, args=(alive, os.getpid()), daemon=True).start()
    application = make()
    gc.freeze()  # what is read once need not be looked at again
    answer(application, listening, ending, most, lambda: os.write(ready, b"1"))
    return 0


def _end_with(alive: int, pid: int) -> None:
    """End this worker when the first process is gone: then the other end of the pipe is."""
    os.read(alive, 1)
    os.kill(pid, signal.SIGTERM)


class _Slow:
    """Knows since when requests come of which a part is still missing."""

    def __init__(self) -> None:
        self._begun: WeakKeyDictionary[HTTPRequestParser, float] = WeakKeyDictionary()

    def hang_up(self, channels: "Iterable[HTTPChannel]", now: float) -> None:
        """Have those closed that send too slowly."""
        for channel in channels:
            request = channel.request
            if request is not None:
                seconds = now - self._begun.setdefault(request, now) - PATIENCE
                came = request.header_bytes_received + request.body_bytes_received
                if seconds > 0 and came < seconds * RATE:
                    channel.will_close = True


def answer(
    application: "WSGIApplication",
    listening: socket,
    ending: threading.Event,
    most: int,
    ready: Callable[[], object],
) -> None:
    """Answer until the event is set, then end what was begun. Bodies above `most` are refused."""
    open_ones: dict[int, Any] = {}
    server = _server(application, listening, open_ones, most)
    ready()
    slow, looked = _Slow(), monotonic()
    while not ending.is_set():
        _turn(open_ones, 0.5)
        if monotonic() - looked >= PATIENCE / 30:
            looked = monotonic()
            slow.hang_up(_channels(open_ones), looked)
    server.accepting = False
    for turns in range(LAST):
        if not _is_busy(_channels(open_ones), turns):
            break
        _turn(open_ones, 0.05)
    server.task_dispatcher.shutdown(timeout=1)


def _server(
    application: "WSGIApplication", listening: socket, open_ones: dict[int, Any], most: int
) -> "BaseWSGIServer":
    import logging

    from waitress.server import BaseWSGIServer, create_server

    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # it names what was sent
    server = create_server(
        application,
        map=open_ones,
        sockets=[listening],
        threads=THREADS,
        connection_limit=CONNECTIONS,
        channel_timeout=IDLE,
        cleanup_interval=max(1, IDLE // 6),
        max_request_body_size=most,
        max_request_header_size=16 * 1024,
        clear_untrusted_proxy_headers=False,  # whom to trust is seen to in limits.py
        asyncore_use_poll=True,
        ident=None,
        backlog=1024,
    )
    assert isinstance(server, BaseWSGIServer)
    return server


def _channels(open_ones: Mapping[int, Any]) -> list["HTTPChannel"]:
    from waitress.channel import HTTPChannel

    return [one for one in open_ones.values() if isinstance(one, HTTPChannel)]


def _turn(open_ones: dict[int, Any], seconds: float) -> None:
    from waitress import wasyncore

    wasyncore.loop(timeout=seconds, use_poll=True, map=open_ones, count=1)


def _is_busy(channels: Sequence["HTTPChannel"], turns: int) -> bool:
    """Whether somebody is being answered, or came so late that nothing was read of them yet."""
    if turns < FRESH and any(one.last_activity == one.creation_time for one in channels):
        return True
    return any(one.requests or one.request or one.total_outbufs_len for one in channels)

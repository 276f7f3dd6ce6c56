"""Runs a command and says what it cost, the processes that it started included."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05
_PROC = Path("/proc")
_MEMORY = Path("/dev/shm")


class Failed(Exception):
    """The command ended with an error; the text is the end of what it said."""


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, seconds of all processors, and the peak of memory in bytes.

    `memory` is that of all processes together, `largest` that of the largest one.
    """

    wall: float
    cpu: float
    memory: int
    largest: int


def fast_folder() -> Path | None:
    """Where creating thousands of files costs nothing; `None` where there is no such place."""
    return _MEMORY if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) else None


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run to the end. Raises `Failed`.

    The largest process is told by the system. The memory of all is that or, where /proc tells it,
    of all that ran at the same moment, with shared pages counted once.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        with Sampler(process.pid) as sampler:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            raise Failed(said.read().decode(errors="replace")[-2000:])
    largest = usage.ru_maxrss * 1024
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, max(largest, sampler.peak), largest)


class Sampler(threading.Thread):
    """Looks again and again how much memory a process and its descendants use together."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak = pid, 0
        self._over = threading.Event()

    def __enter__(self) -> "Sampler":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        """Sample until told to stop. A single process is left alone: the system knows its peak."""
        while not self._over.wait(INTERVAL):
            family = tuple(_family(self.pid))
            if len(family) > 1:
                self.peak = max(self.peak, sum(map(_proportional, family)))


def _family(pid: int) -> Iterator[int]:
    """The process and its descendants."""
    yield pid
    for file in _PROC.glob(f"{pid}/task/*/children"):
        for child in _read(file).split():
            yield from _family(int(child))


def _proportional(pid: int) -> int:
    """The memory of a process in bytes, its part of what it shares with others."""
    for line in _read(_PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(file: Path) -> str:
    """What the file says; nothing if the process is gone."""
    try:
        return file.read_text(encoding="ascii")
    except OSError:
        return ""

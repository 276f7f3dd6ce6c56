"""A release: built strictly into a folder of its own, audited, then put live; and the way back."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from plugins.publishing.audit import Finding, audit
from plugins.publishing.target import Target

ROOT = Path(__file__).resolve().parents[2]

Build = Callable[[Path], int]


class NotReleased(Exception):
    """Nothing was put live. `exitcode`: 1 for the content or the site, 2 for the tool."""

    def __init__(self, code: str, findings: tuple[Finding, ...] = (), exitcode: int = 1) -> None:
        """`code` names the reason; `findings` are those of the audit."""
        super().__init__(code)
        self.code, self.findings, self.exitcode = code, findings, exitcode


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One release at a time; the lock goes with the process that holds it."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotReleased("BUSY", exitcode=2) from None
        yield


def publish(
    target: Target, build: Build, workshop: Path, now: datetime, base: str, keep: int
) -> str:
    """Build, audit, hand over, show. The name of the new release. Raises `NotReleased`."""
    shutil.rmtree(workshop, ignore_errors=True)
    status = build(workshop)
    if status:
        raise NotReleased("BUILD", exitcode=1 if status == 1 else 2)
    findings = audit(workshop, base)
    if findings:
        raise NotReleased("AUDIT", findings)
    target.remove(_never_seen_or_taken_back(target.releases(), target.live()))
    name = _name(now, target.releases())
    target.receive(workshop, name)
    target.show(name)
    target.remove(_superfluous(target.releases(), name, keep))
    shutil.rmtree(workshop, ignore_errors=True)
    return name


def rollback(target: Target) -> str:
    """Show the release before the one that is live. Its name. Raises `NotReleased`."""
    earlier = [name for name in target.releases() if name < target.live()]
    if not earlier:
        raise NotReleased("NO-EARLIER", exitcode=2)
    target.show(earlier[-1])
    return earlier[-1]


def build_strictly(folder: Path) -> int:
    """Run the whole pipeline into `folder`; its exit code."""
    command = [sys.executable, "-m", "plugins.rendering"]
    environment = {**os.environ, "OUTPUT": str(folder), "STRICT": "1"}
    return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode


def _name(now: datetime, existing: tuple[str, ...]) -> str:
    """The time in UTC, so that names sort by age; made unique within a second."""
    name = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    copies = [known for known in existing if known.startswith(name)]
    return f"{name}-{len(copies) + 1}" if copies else name


def _never_seen_or_taken_back(releases: tuple[str, ...], live: str) -> tuple[str, ...]:
    """What is newer than the live one: a later rollback must not lead there."""
    return tuple(name for name in releases if live and name > live)


def _superfluous(releases: tuple[str, ...], live: str, keep: int) -> tuple[str, ...]:
    """The oldest beyond `keep`; never the one that is live."""
    return tuple(name for name in releases[: -max(keep, 1)] if name != live)

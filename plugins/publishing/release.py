"""A release: built into a folder of its own, audited, then put live; and the way back."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from plugins.catalogue.cache import Cache
from plugins.catalogue.diagnostics import Diagnostic
from plugins.publishing.audit import audit, more
from plugins.publishing.contents import INVENTORY, Loss, digests, inventory, losses
from plugins.publishing.history import Release
from plugins.publishing.local import locked
from plugins.publishing.target import Busy, Damaged, ReleaseTarget, TargetError, TargetLocation
from plugins.publishing.workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]

Build = Callable[[Path], int]


class NotReleased(Exception):
    """Nothing was put live. `exitcode`: 2 where something failed, 1 where nothing is broken."""

    def __init__(
        self,
        code: str,
        exitcode: int,
        findings: tuple[Diagnostic, ...] = (),
        losses: tuple[Loss, ...] = (),
        path: str = "",
    ) -> None:
        """`code` names the reason; `findings` are those of the audit; `path` is what hinders."""
        super().__init__(code)
        self.code, self.exitcode, self.findings, self.losses = code, exitcode, findings, losses
        self.path = path


class Published(NamedTuple):
    """The name of a release, how many files with errors it had to leave out, and what others added.

    `more` are the files of plugins that are not ours.
    """

    name: str
    left_out: int = 0
    more: tuple[str, ...] = ()


@contextmanager
def opened(place: TargetLocation) -> Iterator[ReleaseTarget]:
    """The target, for us alone. Raises `NotReleased`."""
    try:
        with place.opened() as target:
            yield target
    except Busy:
        raise NotReleased("PUB-BUSY", 1) from None
    except Damaged:
        raise NotReleased("PUB-DAMAGED", 2) from None


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One release at a time from this checkout; the lock goes with the process and its build."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with locked(lock) as descriptor:
            os.set_inheritable(descriptor, True)
            yield
    except Busy:
        raise NotReleased("PUB-BUSY", 1) from None


def publish(
    target: ReleaseTarget,
    build: Build,
    workshop: Workshop,
    now: datetime,
    base: str,
    keep: int,
    *,
    force: bool = False,
    may_have_more: bool = False,
    live: bytes = b"",
    read: Cache | None = None,
) -> Published:
    """Build, audit, hand over, show. Raises `NotReleased`.

    `live` is the inventory of what visitors see now, where the target holds no earlier release.
    `read` keeps what the audit read of pages that stay the same. With `force` also when much of
    what visitors see now would be gone; `may_have_more`: with files that others' plugins added.
    """
    workshop.prepare()
    site = workshop.folder
    status = build(site)
    if status:
        raise NotReleased("PUB-BUILD", 1 if status == 1 else 2)
    findings = audit(site, base, may_have_more=may_have_more, cache=read)
    if findings:
        raise NotReleased("PUB-AUDIT", 1, findings)
    checked = digests(site)
    workshop.leave(checked)
    target.tidy()
    history = target.history()
    shown = inventory((site / INVENTORY).read_bytes())
    before = target.read(history.current, INVENTORY) if history.current else live
    lost = losses(inventory(before), shown)
    if lost and not force:
        raise NotReleased("PUB-LOSS", 1, losses=lost)
    target.remove(history.never_seen_or_taken_back())
    release = history.next(now)
    target.receive(site, release, checked)
    _show(target, release)
    target.remove(target.history().superfluous(keep))
    return Published(release.name, shown.left_out, more(site))


def _show(target: ReleaseTarget, release: Release) -> None:
    """Let visitors see a new release; if that fails it does not stay."""
    try:
        target.show(release)
    except (OSError, TargetError):
        with suppress(OSError, TargetError):
            if target.history().live != release.name:
                target.remove([release.name])
        raise


def rollback(target: ReleaseTarget) -> Published:
    """Show the release before the one that is live. Raises `NotReleased`."""
    earlier = target.history().earlier
    if earlier is None:
        raise NotReleased("PUB-NO-EARLIER", 1)
    target.show(earlier)
    return Published(earlier.name)


def build(folder: Path) -> int:
    """Run the whole pipeline into `folder`; its exit code."""
    command = [sys.executable, "-m", "plugins.building"]
    environment = {**os.environ, "OUTPUT": str(folder)}
    run = subprocess.run(command, env=environment, cwd=ROOT, check=False, close_fds=False)
    return run.returncode

"""Where releases live. Both kinds of target offer the same few steps; only the last one is seen.

receive(site, name)   the files, into a folder that gets the release's name when all are there
show(name)            `live` points to it; one rename, so there is no moment without a site
remove(names)         releases, and what interrupted ones left behind
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

PARTIAL = ".partial"
_RELEASE = re.compile(r"[0-9]{8}T[0-9]{6}Z(?:-[0-9]+)?")
_PARTIALS = f"{'[0-9]' * 8}T{'[0-9]' * 6}Z*{PARTIAL}"  # a pattern of the server's shell
_REMOTE = re.compile(r"(?P<host>(?:[\w.-]+@)?[\w.-]+):(?P<path>[\w./~-]+)", re.ASCII)


class TargetError(Exception):
    """The target cannot be reached or used; the text says why."""


class Target(Protocol):
    """A place that holds releases."""

    def releases(self) -> tuple[str, ...]:
        """Names of the complete releases, oldest first."""

    def live(self) -> str:
        """Name of the release that visitors see; empty when there is none yet."""

    def receive(self, site: Path, name: str) -> None:
        """Take the files of a finished site as the complete release `name`."""

    def show(self, name: str) -> None:
        """Let visitors see this release from now on."""

    def remove(self, names: Sequence[str]) -> None:
        """Delete releases, and what interrupted ones left behind."""


def target(where: str, root: Path) -> Target:
    """The target that the setting PUBLISH_TO describes. Raises `TargetError`."""
    remote = _REMOTE.fullmatch(where)
    if remote and not remote["path"].startswith("-") and not remote["host"].startswith("-"):
        return RemoteFolder(remote["host"], remote["path"])
    if ":" in where or not where:
        raise TargetError(f"PUBLISH_TO: {where!r}?")
    return LocalFolder(root / where)


@dataclass(frozen=True)
class LocalFolder:
    """A folder on this machine."""

    folder: Path

    def releases(self) -> tuple[str, ...]:
        """Names of the complete releases, oldest first."""
        return tuple(sorted(p.name for p in self._all() if _RELEASE.fullmatch(p.name)))

    def live(self) -> str:
        """Name of the release that `live` points to."""
        link = self.folder / "live"
        return link.readlink().name if link.is_symlink() else ""

    def receive(self, site: Path, name: str) -> None:
        """Copy the files, make sure that they are on the disk, then give the folder its name."""
        partial = self.folder / f"{name}{PARTIAL}"
        partial.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(site, partial, symlinks=True)
        for path in (partial, *partial.rglob("*")):
            if not path.is_symlink():
                _sync(path)
        partial.rename(partial.with_name(name))
        _sync(self.folder)

    def show(self, name: str) -> None:
        """Point `live` to the release by one rename (rename(2) replaces a link atomically)."""
        link, fresh = self.folder / "live", self.folder / ".live.new"
        if link.exists() and not link.is_symlink():
            raise TargetError(f"{link}: not a link")
        if not (self.folder / name).is_dir():
            raise TargetError(f"{self.folder / name}: gone")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(name)
        fresh.replace(link)
        _sync(self.folder)

    def remove(self, names: Sequence[str]) -> None:
        """Delete these releases, and every partial one."""
        for path in self._all():
            if path.name.endswith(PARTIAL):
                shutil.rmtree(path)
        for path in self._all():
            if path.name in names:  # from now on none that can be rolled back to
                shutil.rmtree(path.rename(path.with_name(f"{path.name}{PARTIAL}")))

    def _all(self) -> list[Path]:
        found = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        return [path for path in found if _RELEASE.fullmatch(path.name.removesuffix(PARTIAL))]


def _sync(path: Path) -> None:
    """A file, or the names in a folder, on the disk: a disk that is full is found out here."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True)
class RemoteFolder:
    """A folder on a server, by rsync over ssh. The server needs a POSIX shell, rsync, GNU mv."""

    host: str
    folder: str

    def releases(self) -> tuple[str, ...]:
        """Names of the complete releases, oldest first."""
        listed = self._run("ls -1").split()
        return tuple(sorted(name for name in listed if _RELEASE.fullmatch(name)))

    def live(self) -> str:
        """Name of the release that `live` points to."""
        return self._run("readlink live || true").strip()

    def receive(self, site: Path, name: str) -> None:
        """Send the files; those that the live release has already are linked, not sent again.

        Without `--times`: every build gives every file a new time, and a file whose time differs
        would be copied instead of linked.
        """
        destination = f"{self.host}:{self.folder}/{name}{PARTIAL}/"
        options = ["-rl", "--checksum", "--delete", f"--link-dest={self._live_path()}"]
        _call(["rsync", *options, "-e", _ssh(), "--", f"{site}/", destination])
        self._run(f"sync && mv -T {name}{PARTIAL} {name}")

    def show(self, name: str) -> None:
        """Point `live` to the release by one rename."""
        there = f"{{ [ -d {name} ] || {{ echo {name}: gone >&2; exit 1; }}; }}"
        self._run(f"{there} && rm -f .live.new && ln -s {name} .live.new && mv -T .live.new live")

    def remove(self, names: Sequence[str]) -> None:
        """Delete these releases, and every partial one."""
        steps = [f"rm -rf -- {_PARTIALS}"]
        for name in names:
            old, gone = shlex.quote(name), shlex.quote(f"{name}{PARTIAL}")
            steps.append(f"if [ -d {old} ]; then mv -T {old} {gone} && rm -rf -- {gone}; fi")
        self._run(" && ".join(steps))

    def _live_path(self) -> str:
        return f"../{self.live() or 'none'}"

    def _run(self, command: str) -> str:
        inside = f"mkdir -p {self.folder} && cd {self.folder} && {command}"
        return _call([*shlex.split(_ssh()), "--", self.host, inside])


def _ssh() -> str:
    """How to reach the server: ssh, or what rsync itself would use (RSYNC_RSH)."""
    return os.environ.get("RSYNC_RSH") or "ssh -o BatchMode=yes -o ConnectTimeout=20"


def _call(command: list[str]) -> str:
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=1800)
    except FileNotFoundError as error:
        raise TargetError(f"{command[0]}: not installed") from error
    except subprocess.CalledProcessError as error:
        raise TargetError(f"{command[0]}: {error.stderr.strip() or error}") from error
    except subprocess.TimeoutExpired as error:
        raise TargetError(f"{command[0]}: no answer") from error
    return done.stdout

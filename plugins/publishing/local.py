"""Releases in a folder on this machine."""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from plugins.publishing.contents import digests as digests_of
from plugins.publishing.disk import about
from plugins.publishing.history import MARKER, Release, ReleaseHistory, marked
from plugins.publishing.target import LAST, LOCK, OWN, Busy, Damaged, TargetError


@dataclass(frozen=True)
class LocalFolder:
    """A folder on this machine, or on one that is mounted here."""

    folder: Path

    @property
    def _own(self) -> Path:
        return self.folder / OWN

    @contextmanager
    def opened(self) -> Iterator["LocalFolder"]:
        """For us alone, as long as this process lives: flock(2) goes with the process.

        Over NFS too (Linux turns it into a lock at the server); a file system that knows no
        locks says so, and nothing is published there.
        """
        if self._own.is_symlink():
            raise OSError(errno.ELOOP, "is a link", str(self._own))
        self.folder.mkdir(parents=True, exist_ok=True)
        self._own.mkdir(exist_ok=True)
        with locked(self._own / LOCK):
            yield self

    def history(self) -> ReleaseHistory:
        """What is there."""
        paths = list(self.folder.iterdir())
        found = (marked(path.name, _mark(path)) for path in paths)
        return ReleaseHistory(
            names=frozenset(path.name for path in paths),
            releases=tuple(sorted(release for release in found if release)),
            live=self._live(),
            last=_leads_to(self._own / LAST),
        )

    def _live(self) -> str:
        """Name of the folder here that `live` leads to, however that is written."""
        link = self.folder / "live"
        aim = self.folder / _leads_to(link) if link.is_symlink() else self.folder
        return aim.name if aim.parent.resolve() == self.folder.resolve() else ""

    def read(self, release: Release, path: str) -> bytes:
        """A file of a release; empty when it has none."""
        try:
            return (self.folder / release.name / path).read_bytes()
        except FileNotFoundError:
            return b""

    def receive(self, site: Path, release: Release, digests: Mapping[str, str]) -> None:
        """Copy the files, compare them, make sure of the disk, then give the folder its name."""
        partial = self._own / f"partial-{release.name}"
        try:
            _copy(site, partial)
            if digests_of(partial) != digests:
                raise Damaged
            with about(partial / MARKER):
                (partial / MARKER).write_text(release.mark, encoding="utf-8")
            for path in (partial, *partial.rglob("*")):
                _sync(path)
            partial.rename(self.folder / release.name)
        except (OSError, Damaged):
            shutil.rmtree(partial, ignore_errors=True)
            raise
        _sync(self.folder)

    def show(self, release: Release) -> None:
        """Point `live` to the release by one rename (rename(2) replaces a link atomically)."""
        link = self.folder / "live"
        if link.exists() and not link.is_symlink():
            raise OSError(errno.EEXIST, "not a link", str(link))
        if not (self.folder / release.name).is_dir():
            raise TargetError(f"{self.folder / release.name}: gone")
        for place in (self._own / LAST, link):
            fresh = self._own / "new"
            fresh.unlink(missing_ok=True)
            with about(place):
                fresh.symlink_to(release.name)
                fresh.replace(place)
        _sync(self.folder)

    def remove(self, names: Sequence[str]) -> None:
        """Delete these releases. From the first moment on none can be rolled back to."""
        for name in names:
            old = self._own / f"removed-{name}"
            (self.folder / name).rename(old)
            shutil.rmtree(old)

    def tidy(self) -> None:
        """Delete what others left behind when they were killed."""
        for path in self._own.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)


@contextmanager
def locked(file: Path) -> Iterator[int]:
    """Alone with this file, which is made, and through which nobody is led elsewhere.

    Raises `Busy`, `OSError`.
    """
    with about(file):
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield descriptor
    finally:
        os.close(descriptor)


def _copy(site: Path, there: Path) -> None:
    """A folder with all that is in it. What is refused stops it, with the path."""
    for path in (site, *sorted(site.rglob("*"))):
        copy = there / path.relative_to(site)
        with about(copy):
            copy.mkdir() if path.is_dir() else shutil.copy2(path, copy, follow_symlinks=False)


def _mark(path: Path) -> str:
    """What the marker of a folder holds; nothing if there is none."""
    try:
        return "" if path.is_symlink() else (path / MARKER).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _leads_to(link: Path) -> str:
    return str(link.readlink()) if link.is_symlink() else ""


def _sync(path: Path) -> None:
    """A file, or the names in a folder, on the disk: a disk that is full is found out here."""
    with about(path):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""Whether anything changed at all since the last build: the look that spares all the others.

A snapshot says what the files were like that a build was made of, and the files that it made. What
counts are sizes, times and numbers in the file system, so nothing is read. It is given only if all
of them are older than the build; else the build looks at contents.
"""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.catalogue import commit
from plugins.catalogue.clock import Clock, clock, seen
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.notes import note_files
from plugins.catalogue.settings import Settings

MANIFEST = ".manifest"

FileStatus = tuple[int, int]
"""What can be seen of a file without reading it (`state`)."""

TICK, TICKS = 0.004, 5
"""Seconds between two ticks of most file systems' clocks (Linux before 6.13), and how many of them
an edit is waited for: some clocks have a slower tick."""


@record(frozen=True)
class Snapshot(Frozen):
    """The digests of what a build is made from, of what was built, and of what it noted.

    Empty when not known.
    """

    sources: bytes
    output: bytes
    notes: bytes

    @property
    def is_known(self) -> bool:
        """Whether it is good for anything."""
        return bool(self.sources and self.output)

    def still_holds(self, now: bytes, folder: Path, *notes: Path) -> bool:
        """Whether nothing changed: the sources, whose digest is `now`, or what was built."""
        if not self.is_known or self.sources != now:
            return False
        return self.output == output(folder) and self.notes == noted(*notes)


def settled(settings: Settings) -> bytes:
    """The same as `sources`, by the clock of a moment when they can be known by their times.

    An edit or a checkout is often followed by a build within one tick of the file system's clock.
    The next one is waited for, some milliseconds; where the clock is slower, or another file
    system's, there is no snapshot.
    """
    for _ in range(TICKS):
        moment = clock(settings.cache)
        known = sources(settings, moment)
        if known or not moment.is_of(settings.content):
            return known
        time.sleep(TICK)
    return sources(settings, clock(settings.cache))


def sources(settings: Settings, clock: Clock) -> bytes:
    """A digest of all that a site is made from; empty if a file is too new to go by its time.

    Empty, too, if a link in the theme leads elsewhere: what is there changes without it. What a
    build notes of the content belongs to what it made: see `output`.
    """
    digest = hashlib.blake2b(commit.state(settings.content), digest_size=16)
    digest.update(settings.file.read_bytes())  # messages name lines of it
    noted = {str(file) for file in note_files(settings)}
    for folder in (settings.content, settings.vocabulary, settings.theme):
        for entry in _below(str(folder)):
            if entry.path in noted:
                continue
            if entry.is_dir(follow_symlinks=False):
                digest.update(f"{entry.path}/\0".encode(errors="surrogateescape"))
                continue
            if entry.is_symlink() and folder != settings.content:
                return b""
            now = seen(entry.stat(follow_symlinks=False), clock)
            if not now.certain:
                return b""
            digest.update(f"{entry.path}\0{now[1:]}\0".encode(errors="surrogateescape"))
    return digest.digest()


def _below(folder: str) -> Iterator[os.DirEntry[str]]:
    """Everything in a folder and the folders in it."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)


def noted(*notes: Path) -> bytes:
    """A digest of what these files are like."""
    return written("", map(state, notes))


def output(folder: Path) -> bytes:
    """A digest of what the files are like that belong to the site; empty if one is not there."""
    try:
        manifest = (folder / MANIFEST).read_text(encoding="utf-8")
        looks = map(os.lstat, [f"{folder}/{path}" for path in manifest.splitlines()])
        return written(manifest, [(look.st_size, look.st_ctime_ns) for look in looks])
    except OSError:
        return b""


def written(manifest: str, states: Iterable[FileStatus]) -> bytes:
    """The same, where it is known what each is like, in the order of the manifest."""
    digest = hashlib.blake2b(manifest.encode(), digest_size=16)
    digest.update(repr(list(states)).encode())
    return digest.digest()


def state(file: str | Path) -> FileStatus:
    """Size of a file or of a link, and when it was last changed in any way, which nobody can undo.

    Of what is not there, what no file has.
    """
    try:
        status = os.lstat(file)
    except OSError:
        return -1, -1
    return status.st_size, status.st_ctime_ns

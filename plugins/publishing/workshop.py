"""The folder that a release is built in: kept from one to the next while it is beyond doubt.

A build into a folder goes by sizes and times of the files that are there; a release must not. So
what a build leaves is remembered file by file, by content, and the next one begins with it only if
nothing else is there now. Else it begins with nothing: after a build that was killed or refused,
after damage, after somebody's own files.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG

from plugins.catalogue.cache import Cache, fingerprint
from plugins.publishing.contents import digests

_LEFT = "left"


@dataclass(frozen=True)
class Workshop:
    """A folder, and the notes of what was left in it; without notes it is always emptied."""

    folder: Path
    notes: Cache | None = None

    def prepare(self) -> None:
        """Empty the folder, unless it holds exactly what was left there. Raises `OSError`.

        What was left is forgotten, so that only a build that is brought to its end counts.
        """
        left = self.notes.get(_LEFT) if self.notes else None
        if self.notes:
            self.notes.put(_LEFT, None)
        if left is None or left != _state(self.folder):
            _empty(self.folder)

    def leave(self, site: Mapping[str, str]) -> None:
        """Remember the finished site in the folder, given by its digests."""
        if self.notes:
            self.notes.put(_LEFT, _fingerprint(site))


def _state(folder: Path) -> bytes | None:
    """What is in the folder; nothing if it is more than files as a build would make them now."""
    try:
        return _fingerprint(digests(folder)) if all(_plain(folder)) else None
    except OSError:
        return None


def _fingerprint(site: Mapping[str, str]) -> bytes:
    return fingerprint(os.fsencode(f"{digest} {path}") for path, digest in sorted(site.items()))


def _plain(folder: Path) -> Iterator[bool]:
    """Whether each thing is a file or a folder that holds some, with the rights of a new one.

    They are copied with the release: a web server may not be able to read what others could.
    """
    mask = os.umask(0)
    os.umask(mask)
    for path in (folder, *folder.rglob("*")):
        mode = path.lstat().st_mode
        if S_ISDIR(mode):
            yield S_IMODE(mode) & 0o777 == 0o777 & ~mask and any(path.iterdir())
        else:
            yield S_ISREG(mode) and S_IMODE(mode) == 0o666 & ~mask


def _empty(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)

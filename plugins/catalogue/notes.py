"""What a build notes of the content: when changes that git does not know (yet) were first seen.

A module of its own, because also a run that builds nothing asks where that is.
"""

import contextlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.catalogue import cache

if TYPE_CHECKING:
    from plugins.catalogue.settings import Settings

STATE = ".revisions"
"""What the file in the content folder is called."""

FIRST, LAST = datetime(2010, 1, 1, tzinfo=UTC), datetime(2078, 1, 1, tzinfo=UTC)
"""Between these moments the seconds can be counted in an iCalendar INTEGER (RFC 5545, 3.3.8)."""

_MAX_BYTES = 16 * 1024 * 1024
_LINE = re.compile(r"((?:events|associations)/[a-z0-9-]{1,80}) ([0-9]{1,10}) ([0-9a-f]{32})")
_HEAD = """\
# Made by the build: when entries were last changed, for subscribed calendars. Keep it.
"""


class RevisionNote(NamedTuple):
    """When a change was first seen, in seconds since 1970, and what the entry was like then."""

    at: int
    digest: str


Notes = Mapping[str, RevisionNote]
"""By folder and id: `events/fest`."""


def note_files(settings: "Settings") -> tuple[Path, ...]:
    """Where it is noted: in the content folder, else (it may be read-only) in the cache."""
    place = cache.fingerprint([str(settings.content.resolve()).encode(errors="surrogateescape")])
    return settings.content / STATE, settings.cache / "revisions" / place.hex()[:12]


def read_notes(*files: Path) -> Notes:
    """What is noted in these files, the latest of each; a line that is none of ours is no note."""
    found: dict[str, RevisionNote] = {}
    for file in files:
        for match in map(_LINE.fullmatch, _text(file).splitlines()):
            if match is None:
                continue
            note = RevisionNote(min(int(match[2]), int(LAST.timestamp())), match[3])
            found[match[1]] = max(note, found.get(match[1], note))
    return found


def _text(file: Path) -> str:
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _MAX_BYTES:
            return ""
        return file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def write_notes(notes: Notes, *files: Path) -> None:
    """Note it in the first of the files that can be written; nowhere if there is nothing new."""
    lines = (f"{key} {note.at} {note.digest}\n" for key, note in sorted(notes.items()))
    text = _HEAD + "".join(lines)
    for file in files:
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            cache.replace(file, text.encode("ascii"))
            return

"""When each entry of a calendar was last changed, so that who subscribed learns of it.

The moments come from the history of the content folder. What git does not know (yet) is noted in a
small file in the folder itself: what an entry was like when it was last built, and when that was
first seen. docs/decisions/0018-revisions.md says why.
"""

import contextlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.catalogue import store
from plugins.catalogue.history import History, read

if TYPE_CHECKING:
    from plugins.catalogue.link import Catalogue
    from plugins.catalogue.model import Association, Event
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


class Noted(NamedTuple):
    """When a change was first seen, in seconds since 1970, and what the entry was like then."""

    at: int
    digest: str


Notes = Mapping[str, Noted]
"""By folder and id: `events/fest`."""


def revised(catalogue: "Catalogue", settings: "Settings") -> "tuple[Catalogue, bool]":
    """The catalogue that knows when its entries were last changed; whether git knows too little.

    What was first seen now is noted.
    """
    history = read(settings.content, settings.memory())
    files = note_files(settings)
    notes = read_notes(*files)
    entries: tuple[Event | Association, ...] = (*catalogue.events, *catalogue.associations)
    found, noted = revisions(entries, history, notes, settings.today)
    if noted != notes:
        write_notes(noted, *files)
    return replace(catalogue, revisions=found), history.is_shallow


def note_files(settings: "Settings") -> tuple[Path, ...]:
    """Where it is noted: in the content folder, else (it may be read-only) in the cache."""
    place = store.fingerprint([str(settings.content.resolve()).encode(errors="surrogateescape")])
    return settings.content / STATE, settings.cache / "revisions" / place.hex()[:12]


def revisions(
    entries: "Iterable[Event | Association]", history: History, notes: Notes, today: date
) -> tuple[Mapping[str, int], Notes]:
    """When each entry was last changed, by folder and id, in seconds since 1970; and new notes.

    A moment is never earlier than the one that was given before, and later than all of them when
    the entry has changed since. Without history and notes it is the beginning of today. What has
    another id now goes on from its former ones.
    """
    committed = _by_entry(history.changed)
    beginning = int(datetime.combine(today, time.min, UTC).timestamp())
    floor = max((beginning, *committed.values(), *(note.at for note in notes.values())))
    found, noted = dict(committed), dict(notes)
    for key, note in notes.items():
        found[key] = max(note.at, committed.get(key, 0))
    before = dict(found)
    for entry in entries:
        key, digest = f"{entry.folder}/{entry.id}", entry.origin.digest.hex()
        at, known = committed.get(key, 0), notes.get(key)
        name = f"{entry.folder}/{Path(entry.origin.path).name}"
        is_committed = name in history.unchanged_since
        if known is None and not is_committed:
            at = floor + 1 if at else beginning
        elif known is not None and not (is_committed and at > known.at):
            at = max(at, known.at if known.digest == digest else floor + 1)
        former = max((before.get(f"{entry.folder}/{old}", 0) for old in entry.formerly), default=0)
        if at < former or (at == former and not is_committed):
            at = floor + 1
        found[key] = at
        if is_committed and at == committed.get(key):
            noted.pop(key, None)
        else:
            noted[key] = Noted(at, digest)
    return found, noted


def _by_entry(changed: Mapping[str, int]) -> dict[str, int]:
    """An entry may have been written as .md, then as .yaml; translations are no part of it."""
    found: dict[str, int] = {}
    bounds = int(FIRST.timestamp()), int(LAST.timestamp())
    for name, at in changed.items():
        key, _, ending = name.partition(".")
        if ending in ("md", "yaml"):
            found[key] = max(found.get(key, 0), min(max(at, bounds[0]), bounds[1]))
    return found


def read_notes(*files: Path) -> Notes:
    """What is noted in these files, the latest of each; a line that is none of ours is no note."""
    found: dict[str, Noted] = {}
    for file in files:
        for match in map(_LINE.fullmatch, _text(file).splitlines()):
            if match is None:
                continue
            note = Noted(min(int(match[2]), int(LAST.timestamp())), match[3])
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
            store.replace(file, text.encode("ascii"))
            return

"""When each entry of a calendar was last changed, so that who subscribed learns of it.

The moments come from the history of the content folder. What git does not know (yet) is noted in a
small file in the folder itself: what an entry was like when it was last built, and when that was
first seen. docs/decisions/0018-revisions.md says why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.catalogue.history import History, read
from plugins.catalogue.notes import (
    FIRST,
    LAST,
    Noted,
    Notes,
    note_files,
    read_notes,
    write_notes,
)

if TYPE_CHECKING:
    from plugins.catalogue.link import Catalogue
    from plugins.catalogue.model import Association, Event
    from plugins.catalogue.settings import Settings


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

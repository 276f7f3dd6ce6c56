"""When what calendars say of each event was last changed, so that who subscribed learns of it.

They say who holds it and where, too: an event is changed with these associations. The moments come
from the history of the content folder. What git does not know (yet) is noted in a small file in the
folder itself: what all that was like when it was last built, and when that was first seen.
docs/decisions/0018-revisions.md says why.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from plugins.catalogue.cache import fingerprint
from plugins.catalogue.history import History, read
from plugins.catalogue.model import OFFICE
from plugins.catalogue.notes import (
    FIRST,
    LAST,
    Notes,
    RevisionNote,
    note_files,
    read_notes,
    write_notes,
)

if TYPE_CHECKING:
    from plugins.catalogue.link import Catalogue
    from plugins.catalogue.model import Event
    from plugins.catalogue.settings import Settings


def revised(catalogue: "Catalogue", settings: "Settings") -> "tuple[Catalogue, bool]":
    """The catalogue that knows when its events were last changed; whether git knows too little.

    What was first seen now is noted.
    """
    history = read(settings.content, settings.caches())
    files = note_files(settings)
    notes = read_notes(*files)
    digests = {f"associations/{a.id}": a.origin.digest for a in catalogue.associations}
    found, noted = revisions(catalogue.events, digests, history, notes, settings.today)
    if noted != notes:
        write_notes(noted, *files)
    added = _by_entry(history.added, min)
    return replace(catalogue, revisions=found, added=added), history.is_shallow


def revisions(
    events: "Iterable[Event]",
    digests: Mapping[str, bytes],
    history: History,
    notes: Notes,
    today: date,
) -> tuple[Mapping[str, int], Notes]:
    """When each event was last changed, by folder and id, in seconds since 1970; and new notes.

    `digests` are those of the associations; of one that is not among them only the file is known.
    A moment is never earlier than the one that was given before, and later than all of them when
    something has changed since. Without history and notes it is the beginning of today. What has
    another id now goes on from its former ones.
    """
    committed = _by_entry(history.changed, max)
    unchanged = {name.partition(".")[0] for name in history.unchanged_since}
    beginning = int(datetime.combine(today, time.min, UTC).timestamp())
    floor = max((beginning, *committed.values(), *(note.at for note in notes.values())))
    found, noted = dict(committed), dict(notes)
    for key, note in notes.items():
        found[key] = max(note.at, committed.get(key, 0))
    before = dict(found)
    for event in events:
        key, others = f"{event.folder}/{event.id}", _involved(event)
        digest = _digest(event.origin.digest, [digests.get(other, b"") for other in others])
        last = max(committed.get(one, 0) for one in (key, *others))
        is_committed = unchanged.issuperset((key, *others))
        at = _last_change(last, is_committed, notes.get(key), digest, floor, beginning)
        former = max((before.get(f"{event.folder}/{old}", 0) for old in event.formerly), default=0)
        if at < former or (at == former and not is_committed):
            at = floor + 1
        found[key] = at
        if is_committed and at == last:
            noted.pop(key, None)
        else:
            noted[key] = RevisionNote(at, digest)
    return found, noted


def _last_change(
    last: int,
    is_committed: bool,
    note: RevisionNote | None,
    digest: str,
    floor: int,
    beginning: int,
) -> int:
    """The moment of one event by itself: that of the commit, of the note, or of now.

    `last` is when git knows it to have changed, 0 if never; now is one second after the `floor`.
    """
    if note is None:
        if is_committed:
            return last
        return floor + 1 if last else beginning
    if is_committed and last > note.at:
        return last
    return max(last, note.at if note.digest == digest else floor + 1)


def _involved(event: "Event") -> tuple[str, ...]:
    """The associations that calendars show with an event: who holds it, and at whose place."""
    venue = (event.venue,) if isinstance(event.venue, str) else ()
    keys = (key for key in (*event.organisers, *venue) if key != OFFICE)
    return tuple(f"associations/{key}" for key in dict.fromkeys(keys))


def _digest(own: bytes, others: Sequence[bytes]) -> str:
    return (fingerprint((own, *others)) if others else own).hex()


def _by_entry(moments: Mapping[str, int], which: Callable[[int, int], int]) -> dict[str, int]:
    """An entry may have been written as .md, then as .yaml; translations are no part of it.

    Of several moments the one that `which` takes.
    """
    found: dict[str, int] = {}
    bounds = int(FIRST.timestamp()), int(LAST.timestamp())
    for name, at in moments.items():
        key, _, ending = name.partition(".")
        if ending in ("md", "yaml"):
            at = min(max(at, bounds[0]), bounds[1])
            found[key] = which(found.get(key, at), at)
    return found

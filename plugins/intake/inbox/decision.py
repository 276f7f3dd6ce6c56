"""What comes of a draft that is accepted: files, and the words of their commit."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.catalogue import link
from plugins.catalogue.descriptions.forms import CHANGE, FORMS, LEAVE, RIGHT
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.language_words import called
from plugins.catalogue.model import KINDS, Association, Entry, Event, Network, Posting
from plugins.catalogue.pictures import names_in
from plugins.intake.content import ContentFolder
from plugins.intake.submission.filled import Filled, with_fields
from plugins.intake.submission.original_texts import translation
from plugins.intake.submission.photos import FOLDER, PlacedPhoto
from plugins.intake.submission.store import Begun, Stored
from plugins.intake.submission.submission import Submission
from plugins.intake.tree import Branch
from plugins.intake.writes import Write, write_all


@dataclass(frozen=True)
class Decision:
    """The files that a decision is about, whether or not they have been written already."""

    paths: tuple[Path, ...]
    writes: tuple[Write, ...]
    message: str
    deletes: bool = False


@dataclass(frozen=True)
class FileDiff:
    """A file as it was when it was decided about, and as it is to be; `None`: there is none."""

    path: Path
    before: bytes | None
    after: bytes | None


def accepting(filled: Filled, submission: Submission, content: ContentFolder) -> Decision:
    """The file as the draft would have it, and the words of its sender in their language."""
    assert filled.kind is not None
    path = _path(filled, content)
    files = {content.folder / FOLDER / one.file: one.photo.data for one in _named(filled)}
    writes = tuple(Write(file, data, None) for file, data in files.items() if not file.exists())
    if filled.state != "same":  # the pictures first: what the entry names is there
        writes += (Write(path, filled.text.encode(), filled.before),)
    own = own_words(filled, content)
    writes += (own,) if own else ()
    labels = ", ".join(dict.fromkeys(one.label.partition(":")[0] for one in filled.differences))
    changed = f" ({labels})" if submission.form == CHANGE and labels else ""
    title = FORMS[submission.form].title
    also = f", auch auf {called(filled.own.language)}" if filled.own and own else ""
    message = f"{title}: {filled.kind.folder}/{filled.id}{also}{changed}"
    return Decision((path, *files, *((own.path,) if own else ())), writes, message)


def own_words(filled: Filled, content: ContentFolder) -> Write | None:
    """The translation that keeps what the sender wrote in their language, if one does."""
    entry = filled.draft.entry if filled.draft else None
    return translation(filled.own, entry, content) if filled.own and entry else None


def _named(filled: Filled) -> tuple[PlacedPhoto, ...]:
    """The pictures that the text names: whoever has edited it may have taken one out."""
    names = names_in(filled.text.encode())
    return tuple(one for one in filled.pictures if one.file in names)


def _path(filled: Filled, content: ContentFolder) -> Path:
    assert filled.kind is not None
    known = content.files.get((filled.kind.folder, filled.id))
    if known is not None:
        return known.path
    return content.folder / filled.kind.folder / f"{filled.id}.md"


def confirmed(submission: Submission, content: ContentFolder) -> Filled:
    """The entry with today as the day on which it was confirmed, where its kind has such a day."""
    kind = submission.kind
    today = content.existing.today.isoformat()
    has_day = kind is not None and "checked" in fields_of(kind)
    return with_fields(submission, content, {"checked": {"on": today}} if has_day else {})


def ended(submission: Submission, content: ContentFolder) -> Filled | None:
    """The entry as one that is over; `None` where its kind cannot say so."""
    today = content.existing.today.isoformat()
    by_kind: dict[type[Entry], Branch] = {
        Association: {"ended": {"on": today}},
        Network: {"ended": today},
        Posting: {"status": "withdrawn"},
        Event: {"status": "cancelled"},
    }
    kind = submission.kind
    return with_fields(submission, content, by_kind[kind]) if kind in by_kind else None


def proposed(submission: Submission, content: ContentFolder) -> Filled | None:
    """What accepting a draft means that has no fields; `None` where it means what it says."""
    if submission.form == RIGHT:
        return confirmed(submission, content)
    return ended(submission, content) if submission.form == LEAVE else None


def known(filled: Filled, content: ContentFolder) -> Filled:
    """The same, unless just this file is there already: somebody was stopped after it was written.

    Nothing is to be written then, but perhaps to be committed.
    """
    if filled.state != "new" or filled.kind is None:
        return filled
    data, folder = filled.text.encode(), filled.kind.folder
    files = (file for (where, _), file in content.files.items() if where == folder)
    alike = (file for file in files if file.path.stat().st_size == len(data))
    for file in alike:
        if file.path.read_bytes() == data:
            return replace(filled, state="same", id=file.id, path=file.shown, before=data)
    return filled


def begin(decision: Decision, content: ContentFolder) -> Begun:
    """What is noted of a decision before its files are written."""
    entry, folder = decision.paths[0], content.folder
    before = next((write.before for write in decision.writes if write.path == entry), None)
    files = tuple(path.relative_to(folder).as_posix() for path in decision.paths)
    return Begun(files, decision.message, _digest(before) if before else "")


def begun(draft: Stored, content: ContentFolder) -> Filled | None:
    """The entry as it was accepted, where git may not have it; `None` where nothing is left of it.

    Whoever decides again decides about what was written then, which may be edited, and not about
    what the sender says: that is in it already.
    """
    if draft.begun is None:
        return None
    folder, _, name = draft.begun.files[0].partition("/")
    file = content.files.get((folder, name.partition(".")[0]))
    kind = next((kind for kind in KINDS if kind.folder == folder), None)
    data = _bytes(file.path) if file else None
    if file is None or kind is None or data is None or _digest(data) == draft.begun.before:
        return None
    return Filled("same", kind, file.id, file.shown, data, data.decode(errors="replace"))


def resumed(decision: Decision, begun: Begun, content: ContentFolder) -> Decision:
    """The decision with all that was begun of it and is there."""
    known = (content.folder / file for file in begun.files)
    paths = (*decision.paths, *(path for path in known if path.exists()))
    return replace(decision, paths=tuple(dict.fromkeys(paths)), message=begun.message)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def removal(filled: Filled, content: ContentFolder) -> Decision:
    """The entry's file and its translations, to be deleted."""
    assert filled.kind is not None
    folder = content.folder / filled.kind.folder
    path = _path(filled, content)
    translations = sorted(folder.glob(f"{filled.id}.*.md"))
    message = f"{FORMS[LEAVE].title}: {filled.kind.folder}/{filled.id}"
    return Decision((path, *translations), (), message, deletes=True)


def referring(filled: Filled, content: ContentFolder) -> tuple[str, ...]:
    """The files that would refer to nothing without this entry."""
    assert filled.kind is not None
    existing, folder = content.existing, filled.kind.folder
    ids = {name: set(known) for name, known in existing.ids.items()}
    ids[folder].discard(filled.id)
    entries = tuple(
        entry
        for entry in existing.catalogue.entries
        if (entry.folder, entry.id) != (folder, filled.id)
    )
    known = link.ReferenceTargets(ids, existing.catalogue.pictures, entries)
    found = link.broken_references(entries, known)
    value = [d for d in found if filled.id in dict(d.details).values()]
    return tuple(dict.fromkeys(d.path for d in value))


def changes(decision: Decision) -> tuple[FileDiff, ...]:
    """What a decision does to its files; those that are as they shall be stand in it, too."""
    writes = {write.path: write for write in decision.writes}
    found = []
    for path in decision.paths:
        write = writes.get(path)
        before = _bytes(path) if write is None else write.before
        after = write.data if write else None if decision.deletes else before
        found.append(FileDiff(path, before, after))
    return tuple(found)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def carry_out(decision: Decision) -> None:
    """Write what is to be written. Raises `Changed`, `OSError`; then nothing is."""
    write_all(decision.writes)


def delete(decision: Decision) -> None:
    """Delete the files of a decision; those that are gone already do not matter."""
    for path in decision.paths:
        path.unlink(missing_ok=True)

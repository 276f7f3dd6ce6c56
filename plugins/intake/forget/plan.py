"""All that would be done to the content so that something is forgotten. Nothing is written here."""

import hashlib
import secrets
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.catalogue import forgotten, marks
from plugins.catalogue.descriptions import label
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.find import SourceFile, entry_files
from plugins.catalogue.forgotten import Forgotten, Mark, Notice, Tombstone
from plugins.catalogue.history import read as history_of
from plugins.catalogue.model import Association, Entry, Event
from plugins.catalogue.notes import note_files, read_notes
from plugins.catalogue.revisions import revisions
from plugins.catalogue.settings import Settings
from plugins.intake.calendars import records
from plugins.intake.content import ContentFolder
from plugins.intake.edit import CannotEdit, EntryFile, edited, read_tree
from plugins.intake.forget import trees
from plugins.intake.forget.hits import Hit, hits, says
from plugins.intake.forget.notices import current, notice
from plugins.intake.forget.wanted import Wanted, marks_of
from plugins.intake.submission.filled import FieldChange, differences
from plugins.intake.tree import Branch, Tree
from plugins.intake.writes import Write

Key = tuple[str, str]


@dataclass(frozen=True)
class Changed:
    """An entry that stays, without what is forgotten."""

    path: str
    differences: tuple[FieldChange, ...]


@dataclass(frozen=True)
class ErasurePlan:
    """What would be done; `files` in the order in which they go, the asked one's own file last."""

    wanted: Wanted
    """With what was found out about a person."""
    is_known: bool
    files: tuple[Path, ...] = ()
    also: tuple[str, ...] = ()
    """Entries that cannot be without it: its offers, the events that nobody else holds."""
    pictures: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    stuck: tuple[str, ...] = ()
    """Files that no program can change safely: first these, by hand."""
    hits: tuple[Hit, ...] = ()
    notices: tuple[Notice, ...] = ()
    writes: tuple[Write, ...] = ()
    gone: tuple[Key, ...] = ()
    former: tuple[Key, ...] = ()
    """The former ids of what goes."""
    words: tuple[str, ...] = field(default=(), repr=False)
    """By what the inbox and the history are searched, besides a person's own."""


class _ErasurePlanner:
    def __init__(self, wanted: Wanted, content: ContentFolder, settings: Settings) -> None:
        self.wanted, self.content, self.settings = wanted, content, settings
        self.existing = content.existing
        self.files: dict[Key, list[SourceFile]] = defaultdict(list)
        for file in entry_files(content.folder, settings.shown, []):
            self.files[file.kind.folder, file.id].append(file)
        self.entries: dict[Key, Entry] = {
            (entry.folder, entry.id): entry for entry in self.existing.catalogue.entries
        }
        self.before = {key: tree for key in content.files if (tree := self._tree(key)) is not None}
        self.after: dict[Key, Branch] = {key: dict(tree) for key, tree in self.before.items()}
        self.gone: list[Key] = []
        self.revealing: list[Key] = []
        """The entries that revealed more of a person, in their order."""

    def file(self, key: Key) -> EntryFile:
        return self.content.file(self.content.files[key])

    def _tree(self, key: Key) -> Branch | None:
        return read_tree(self.file(key))

    def take_out_person(self) -> None:
        person = trees.Person(self.wanted, self.existing.site.region)
        revealing: list[Key] = []
        is_new = True
        while is_new:  # an address that was found in one entry may stand in another
            news = [key for key, tree in self.before.items() if person.learn(tree)]
            revealing += [key for key in news if key not in revealing]
            is_new = bool(news)
        self.revealing = revealing
        self.wanted = person.wanted
        self.after = {key: person.taken_out(tree) for key, tree in self.before.items()}

    def take_out_picture(self) -> None:
        is_gone = trees.picture_gone(self.wanted.picture)
        for key in tuple(self.before):
            self._take_out(key, is_gone)

    def take_out_entry(self) -> None:
        """The entry, and then what cannot be without it, and so on."""
        waiting = [self.wanted.key]
        while waiting:
            gone = waiting.pop(0)
            self.gone.append(gone)
            self.after.pop(gone, None)
            is_gone = trees.entry_gone(*gone)
            lost = [key for key in tuple(self.after) if not self._take_out(key, is_gone)]
            waiting += [key for key in lost if key not in waiting]

    def _take_out(self, key: Key, is_gone: trees.IsGone) -> bool:
        """Whether the entry can be without it."""
        kind = self.content.files[key].kind
        tree = trees.without(self.after[key], RecordField(kind), is_gone)
        assert isinstance(tree, dict)
        if tree:
            self.after[key] = tree
        return bool(tree)

    def pictures(self) -> tuple[str, ...]:
        """Pictures that nobody names any more once this is done, and somebody did."""
        if self.wanted.picture:
            return (self.wanted.picture,)
        kept = {name for key in self.after for name in self._named(key, self.after[key])}
        lost = {
            n for key in self.gone if key in self.before for n in self._named(key, self.before[key])
        }
        return tuple(sorted(lost - kept))

    def _named(self, key: Key, tree: Branch) -> Iterator[str]:
        return trees.pictures_in(tree, RecordField(self.content.files[key].kind))

    def changes(self) -> Iterator[tuple[Key, Branch, Branch]]:
        """Entries before and after.

        Those by which others were found come last, the first of them at the very end: who is
        stopped before that finds the others by them again.
        """
        others = [key for key in self.after if key not in self.revealing]
        for key in (*others, *reversed(self.revealing)):
            if self.after[key] != self.before[key]:
                yield key, self.before[key], self.after[key]


def plan(wanted: Wanted, content: ContentFolder, settings: Settings, now: int) -> ErasurePlan:
    """What would be done, `now` in seconds since 1970."""
    planning = _ErasurePlanner(wanted, content, settings)
    if wanted.picture:
        planning.take_out_picture()
    elif wanted.is_person:
        planning.take_out_person()
    else:
        planning.take_out_entry()
    return _plan(planning, now)


def _plan(planning: _ErasurePlanner, now: int) -> ErasurePlan:
    wanted, content, settings = planning.wanted, planning.content, planning.settings
    writes, changed, stuck = _edits(planning)
    imported, damaged = _imported(planning)
    writes, stuck = (*writes, *imported), (*stuck, *damaged)
    calendars = tuple(_calendar_files(planning))
    pictures = planning.pictures()
    images = content.folder / "images"
    # The asked one's own file goes last: as long as it is there the command knows what to do.
    own = [f.path for key in planning.gone[1:] for f in _translations_first(planning.files[key])]
    first = [f.path for key in planning.gone[:1] for f in _translations_first(planning.files[key])]
    shown_pictures = tuple(name for name in pictures if (images / name).is_file())
    files = (*own, *(images / name for name in shown_pictures), *calendars, *first)
    instead: dict[Path, bytes | None] = {write.path: write.data for write in writes}
    instead.update(dict.fromkeys(files))
    entry = planning.entries.get(wanted.key)
    words = tuple(_words(wanted, entry))
    known = content.folder / forgotten.FILE
    before = known.read_bytes() if known.is_file() else None
    notices = _notices(planning, now)
    text = _list(planning, shown_pictures, notices)
    if text != (before or b"").decode("utf-8", "replace"):
        writes = (Write(known, text.encode(), before), *writes)
    return ErasurePlan(
        wanted=wanted,
        is_known=bool(files) or bool(changed) or bool(stuck),
        files=files,
        also=tuple(f"{folder}/{key}" for folder, key in planning.gone[1:]),
        pictures=shown_pictures,
        changed=changed,
        stuck=stuck,
        hits=tuple(hits(content.folder, settings.shown, instead, says(wanted, words))),
        notices=notices,
        writes=writes,
        gone=tuple(planning.gone),
        former=tuple(
            (folder, old)
            for folder, key in planning.gone
            for old in getattr(planning.entries.get((folder, key)), "formerly", ())
        ),
        words=words,
    )


def _translations_first(files: list[SourceFile]) -> list[SourceFile]:
    return sorted(files, key=lambda file: (not file.language, file.path.name))


def _edits(
    planning: _ErasurePlanner,
) -> tuple[tuple[Write, ...], tuple[Changed, ...], tuple[str, ...]]:
    writes, changed, stuck = [], [], []
    for key, before, after in planning.changes():
        source, file = planning.content.files[key], planning.file(key)
        found = tuple(_differences(before, after, source.kind, planning))
        try:
            data = edited(file, before, after)
        except CannotEdit:
            stuck.append(source.shown)
            continue
        writes.append(Write(source.path, data, file.data))
        changed.append(Changed(source.shown, found))
    return tuple(writes), tuple(changed), tuple(stuck)


def _imported(planning: _ErasurePlanner) -> tuple[tuple[Write, ...], tuple[str, ...]]:
    """What is known of imported events without those that go, and the files that are damaged."""
    gone = [planning.entries.get(key) for key in planning.gone if key[0] == Event.folder]
    ids = {key for folder, key in planning.gone if folder == Event.folder}
    ids |= {old for one in gone if isinstance(one, Event) for old in one.formerly}
    if not ids:
        return (), ()
    lost = {path.name for path in _calendar_files(planning)}
    try:
        found = records.without(planning.content.folder, ids)
        return tuple(one for one in found if one.path.name not in lost), ()
    except records.DamagedRecords as error:
        return (), (f"{planning.settings.shown}/{records.FOLDER}/{error}",)


def _calendar_files(planning: _ErasurePlanner) -> Iterator[Path]:
    """What there is of the calendars of associations that go."""
    for folder, key in planning.gone:
        if folder == Association.folder:
            yield from records.files_of(planning.content.folder, key)


def _differences(
    before: Branch, after: Branch, kind: type[Entry], planning: _ErasurePlanner
) -> Iterator[FieldChange]:
    """What changes; of a list of people or pictures who goes, not who moves up."""
    others = dict(before)
    for key, old in before.items():
        new = after.get(key, [])
        if isinstance(old, list) and isinstance(new, list) and isinstance(old[0], dict):
            gone = [item for item in old if item not in new]
            if [item for item in old if item in new] == new:
                others[key] = new
                for item in gone:
                    yield FieldChange(label(kind, key), ", ".join(_texts(item)), "")
    kept = {key: value for key, value in others.items() if value}
    yield from differences(kept, after, kind, planning.existing)


def _texts(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(item)


def _words(wanted: Wanted, entry: Entry | None) -> Iterator[str]:
    """By what an entry or a picture is named in words."""
    if wanted.picture:
        yield wanted.picture
    elif wanted.id:
        yield wanted.id
        yield entry.called if entry else ""
        if isinstance(entry, Association):
            yield from (entry.short_name, entry.email, *(c.email for c in entry.private_contacts))
            yield from (c.name for c in entry.private_contacts)


def _notices(planning: _ErasurePlanner, now: int) -> tuple[Notice, ...]:
    events = [e for key in planning.gone if isinstance(e := planning.entries.get(key), Event)]
    if not events:
        return ()
    settings, catalogue = planning.settings, planning.existing.catalogue
    digests = {f"associations/{a.id}": a.origin.digest for a in catalogue.associations}
    history = history_of(settings.content, None)
    notes = read_notes(*note_files(settings))
    known, _ = revisions(catalogue.events, digests, history, notes, settings.today)
    notices = (notice(e, known.get(f"events/{e.id}", 0), now, settings.today) for e in events)
    return tuple(one for one in notices if one is not None)


def _list(planning: _ErasurePlanner, pictures: tuple[str, ...], notices: tuple[Notice, ...]) -> str:
    """What `forgotten.yaml` says then; what it knows already is not said twice."""
    known = planning.existing.catalogue.forgotten
    salt = known.salt or secrets.token_bytes(forgotten.SALT)
    wanted = {*_marks(planning), *_picture_marks(planning, pictures)}
    fresh = {mark for mark in wanted if Forgotten.since(replace(known, salt=salt), mark) is None}
    stones = known.tombstones
    if fresh:
        digests = tuple(sorted(forgotten.digest(mark, salt) for mark in wanted))
        stones = (*stones, Tombstone(planning.settings.today, digests))
    later = {one.ids: one for one in (*known.notices, *notices)}
    notices = current(later.values(), planning.settings.today)
    return forgotten.write(Forgotten(salt, stones, notices))


def _marks(planning: _ErasurePlanner) -> Iterator[Mark]:
    """By what it is recognised, but for what an entry has that stays."""
    if planning.wanted.is_person:
        yield from marks_of(planning.wanted)
        return
    for folder, key in planning.gone:
        yield Mark(marks.ID, f"{folder}/{key}")
    gone = [planning.entries[key] for key in planning.gone if key in planning.entries]
    others = {
        one.mark
        for key, entry in planning.entries.items()
        if key in planning.after
        for one in (*marks.of_entry(entry), *marks.of_people(entry))
    }
    yield from {one.mark for entry in gone for one in marks.of_entry(entry)} - others


def _picture_marks(planning: _ErasurePlanner, pictures: tuple[str, ...]) -> Iterator[Mark]:
    for name in pictures:
        yield Mark(marks.ID, f"images/{name}")  # to find it in the list again
        data = (planning.content.folder / "images" / name).read_bytes()
        yield Mark(marks.PICTURE, hashlib.sha256(data).hexdigest())


def knows(known: Forgotten, wanted: Wanted) -> bool:
    """Whether it was forgotten before."""
    return any(known.since(mark) for mark in asked_for(wanted))


def asked_for(wanted: Wanted) -> tuple[Mark, ...]:
    """By what it is found in the list."""
    return tuple(marks_of(wanted)) if wanted.is_person else (Mark(marks.ID, wanted.shown),)

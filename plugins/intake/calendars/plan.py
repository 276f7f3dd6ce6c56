"""From calendars that were read to files to be written: all that is decided, nothing is done."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from plugins.catalogue import source
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.context import Context
from plugins.catalogue.find import SourceFile
from plugins.catalogue.model import Event, Origin
from plugins.catalogue.parse import draft_of
from plugins.intake.calendars import records as recorded
from plugins.intake.calendars.merge import called_off, changed_fields, digests, merged
from plugins.intake.calendars.records import ImportedEvent, Records
from plugins.intake.calendars.series import dates_in
from plugins.intake.calendars.source_event import SourceCalendar, SourceEvent, whole_key
from plugins.intake.calendars.twins import Twins
from plugins.intake.content import ContentFolder
from plugins.intake.edit import CannotEdit, EntryFile, edited, read_tree
from plugins.intake.entry_file import text_of
from plugins.intake.tree import Branch, Tree
from plugins.intake.unsaved import broken_references, context_for, news
from plugins.intake.writes import Write

SUDDEN = 3
"""From so many events on that are gone at once, and are more than half, nothing is called off."""


@dataclass(frozen=True)
class ImportNote:
    """Something that is told: what happened (texts.NOTES), to which entry or title, and why."""

    association: str
    what: str
    name: str
    detail: str = ""


@dataclass
class ImportPlan:
    """What an import comes to."""

    writes: list[Write] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    """What keeps entries from being written."""
    changed: set[str] = field(default_factory=set)
    """The associations of whose events something is written."""
    emptied: set[str] = field(default_factory=set)
    """The associations whose calendars have suddenly lost most of what lay ahead."""
    incomplete: set[str] = field(default_factory=set)
    """The associations of whose events something could not be written."""


@dataclass
class _ImportedEntry:
    """An entry while it is decided about. `file` is `None` for a new one."""

    id: str
    before: Branch
    after: Branch
    file: SourceFile | None = None
    data: EntryFile | None = None
    records: dict[tuple[str, str], ImportedEvent] = field(default_factory=dict)
    notes: list[ImportNote] = field(default_factory=list)

    @property
    def associations(self) -> set[str]:
        """In whose calendars it stands."""
        return {association for association, _ in self.records}


class ImportPlanner:
    """Decides about all calendars of one fetch."""

    def __init__(
        self,
        content: ContentFolder,
        records: Mapping[str, Records],
        calendars: Mapping[str, SourceCalendar],
        accepted: Collection[str] = (),
    ) -> None:
        """`calendars` are those that could be read; `accepted` may lose most of their events."""
        self.content, self.records, self.calendars = content, records, calendars
        self.accepted, self.today = accepted, content.existing.today
        self.twins = Twins(content, records)
        self.events = {one.id: one for one in content.existing.catalogue.events}
        self.entries: dict[str, _ImportedEntry] = {}
        self.plan = ImportPlan()

    def made(self, before: Mapping[str, bytes | None]) -> ImportPlan:
        """The plan. `before` are the files of records as they are now, by association."""
        for association in sorted(self.calendars):
            for event in self.calendars[association].events:
                self._place(association, event)
        for association in sorted(self.calendars):
            self._call_off(association)
        self._finish(before)
        return self.plan

    # --- events that are there ---

    def _place(self, association: str, event: SourceEvent) -> None:
        """Find the entry of an event, and say in it what the calendar says."""
        tree = self._canonical(association, event)
        if tree is None:
            return
        known = self.records[association].get(event.key)
        if known is not None:
            entry_id, twin = self.twins.now(known.entry), None
            if ("events", entry_id) not in self.content.files:
                self._note(association, "deleted", event.called)
                return
        else:
            entry_id, twin = self.twins.entry_for(association, event, tree)
            if not entry_id:
                self._refuse(association, "unnamed", event.called)
                return
        entry = self._entry(entry_id, association, event.called)
        if entry is not None:
            self._say(entry, association, event, tree, is_twin=twin is not None)

    def _canonical(self, association: str, event: SourceEvent) -> Branch | None:
        """The event as our own reader gives it back; `None` where it would be refused."""
        given = {**event.fields, "organisers": [association]}
        existing = self.content.existing
        try:
            text = text_of(Event, given).encode()
        except ValueError as error:
            self._refuse(association, "character", event.called, str(error))
            return None
        context = context_for(existing.shown("events", "neu"), existing)
        entry = self._parsed("neu", text, context)
        if entry is None or any(one.is_error for one in context.problems):
            self.plan.incomplete.add(association)
            self.plan.notes += (
                ImportNote(association, "refused", event.called, one.message())
                for one in context.problems
                if one.is_error
            )
            return None
        if dates_in(entry, event.dates.until) != event.dates:
            self._refuse(association, "differs", event.called)
            return None
        return read_tree(EntryFile(text, Event, True, self.content.lists))

    def _parsed(
        self, entry_id: str, data: bytes, context: Context, *, md: bool = True
    ) -> Event | None:
        document = source.read(data, context.problems, markdown=md)
        if document is None:
            return None
        origin = Origin(context.problems.path, document.with_text())
        entry = draft_of(Event, entry_id, origin, context)
        return entry if isinstance(entry, Event) else None

    def _entry(self, entry_id: str, association: str, called: str) -> _ImportedEntry | None:
        """The entry to be changed or made; `None` where its file cannot be read."""
        if entry_id in self.entries:
            return self.entries[entry_id]
        file = self.content.files.get(("events", entry_id))
        if file is None:
            entry = _ImportedEntry(entry_id, {}, {})
        else:
            data = self.content.file(file)
            tree = read_tree(data)
            if tree is None or entry_id not in self.events:
                self._refuse(association, "broken", called, file.shown)
                return None
            entry = _ImportedEntry(entry_id, tree, dict(tree), file, data)
        return self.entries.setdefault(entry_id, entry)

    def _say(
        self,
        entry: _ImportedEntry,
        association: str,
        event: SourceEvent,
        tree: Branch,
        *,
        is_twin: bool,
    ) -> None:
        """What the first calendar says stands in the entry; each further one is an organiser."""
        known = self.records[association].get(event.key)
        if known.joins if known else entry.file is not None and self._is_by_hand(entry):
            self._join(entry, association, event, tree, known)
            return
        is_first = not entry.records
        since = known.since if known else self.today
        record = ImportedEvent(entry.id, since, digests(tree))
        entry.records[association, event.key] = record
        shown = self.content.path_of(Event, entry.id)
        if event.remark:
            entry.notes.append(ImportNote(association, event.remark, event.called))
        if entry.file is None and is_first:
            entry.after = tree
            entry.notes.append(ImportNote(association, "new", shown, event.called))
            return
        if is_first and known is not None:
            entry.after, held_back = merged(entry.before, tree, known.fields)
            if entry.after != entry.before:
                fields = ", ".join(sorted(changed_fields(entry.before, entry.after)))
                entry.notes.append(ImportNote(association, "changed", shown, fields))
            if held_back:
                entry.notes.append(ImportNote(association, "kept", shown, event.called))
        if known is None:
            _add_organiser(entry.after, association)
            if is_twin:
                entry.notes.append(ImportNote(association, "twin", shown, event.called))

    def _is_by_hand(self, entry: _ImportedEntry) -> bool:
        """Whether a person has written it, and no calendar but joins in."""
        every = (one for own in self.records.values() for one in own.values())
        named = (one for one in every if self.twins.now(one.entry) == entry.id)
        return all(one.joins for one in (*named, *entry.records.values()))

    def _join(
        self,
        entry: _ImportedEntry,
        association: str,
        event: SourceEvent,
        tree: Branch,
        known: ImportedEvent | None,
    ) -> None:
        """What a person wrote stays theirs: the calendar adds its association, and no more."""
        shown = self.content.path_of(Event, entry.id)
        if known is None:
            is_new = _add_organiser(entry.after, association)
            fields = {"organisers": recorded.digest(association)} if is_new else {}
            known = ImportedEvent(entry.id, self.today, fields)
            entry.notes.append(ImportNote(association, "twin", shown, event.called))
        elif any(entry.before.get(key, "") != tree.get(key, "") for key in ("start", "repeat")):
            entry.notes.append(ImportNote(association, "kept", shown, event.called))
        entry.records[association, event.key] = known

    # --- events that are gone ---

    def _call_off(self, association: str) -> None:
        """What is not in the calendar any more does not take place, unless too much is gone."""
        calendar = self.calendars[association]
        gone = [key for key in self.records[association] if _is_gone(key, calendar)]
        lost = {key: off for key in gone if (off := self._without(association, key)) is not None}
        if not lost:
            return
        left = {one.key for one in calendar.events} & self.records[association].keys()
        is_sudden = calendar.is_empty or (len(lost) >= SUDDEN and len(lost) > len(left))
        if is_sudden and association not in self.accepted:
            self.plan.emptied.add(association)
            self._note(association, "emptied", association, str(len(lost)))
            return
        for key, (entry_id, ended) in lost.items():
            self._end(association, key, entry_id, ended)

    def _without(self, association: str, key: str) -> tuple[str, Branch] | None:
        """The entry of an event that is gone, called off; `None` where nothing is to be done."""
        entry_id = self.twins.now(self.records[association][key].entry)
        event, file = self.events.get(entry_id), self.content.files.get(("events", entry_id))
        if event is None or file is None or entry_id in self.entries:
            return None
        if self.records[association][key].joins:
            return self._left(association, key, event, file)
        if any(
            self.twins.now(one.entry) == entry_id and not self._is_gone_from(other, other_key)
            for other, own in self.records.items()
            for other_key, one in own.items()
            if (other, other_key) != (association, key)
        ):
            return None
        tree = read_tree(self.content.file(file))
        off = called_off(event, tree, self.today) if tree is not None else None
        return (entry_id, off) if off is not None else None

    def _left(
        self, association: str, key: str, event: Event, file: SourceFile
    ) -> tuple[str, Branch] | None:
        """What a person wrote without the association that a calendar had added.

        As it is, where it was an organiser before: then somebody looks at it.
        """
        tree = read_tree(self.content.file(file))
        if tree is None or called_off(event, tree, self.today) is None:
            return None
        if "organisers" not in self.records[association][key].fields:
            return event.id, tree
        names = _organisers(tree)
        others = [name for name in names if name != association]
        if len(others) in (0, len(names)):
            return None
        return event.id, {**tree, "organisers": others}

    def _is_gone_from(self, association: str, key: str) -> bool:
        """Of a calendar that was not read now nothing is gone."""
        calendar = self.calendars.get(association)
        return calendar is not None and _is_gone(key, calendar)

    def _end(self, association: str, key: str, entry_id: str, off: Branch) -> None:
        entry = self._entry(entry_id, association, entry_id)
        if entry is None:
            return
        known, shown = self.records[association][key], self.content.path_of(Event, entry_id)
        if known.joins:
            entry.after = off
            entry.records[association, key] = known
            what = "gone-kept" if off == entry.before else "left"
            entry.notes.append(ImportNote(association, what, shown))
            return
        changed = {*changed_fields(entry.before, off)}
        unit = {"start", "end", "repeat"} if "repeat" in changed else {"status", "reason"}
        own = (recorded.digest(entry.before.get(k, "")) for k in sorted(unit))
        if tuple(own) != tuple(known.fields.get(k, recorded.NOTHING) for k in sorted(unit)):
            self._note(association, "gone-kept", shown)
            self.entries.pop(entry_id)
            return
        entry.after = off
        fields = {**known.fields, **{k: recorded.digest(off.get(k, "")) for k in changed}}
        entry.records[association, key] = ImportedEvent(entry_id, known.since, fields)
        entry.notes.append(ImportNote(association, "gone", shown, str(off.get("title", ""))))

    # --- files ---

    def _finish(self, before: Mapping[str, bytes | None]) -> None:
        """The writes of all entries that `make check` has nothing against, and of the records."""
        drafts = {one.id: draft for one in self.entries.values() if (draft := self._draft(one))}
        refused = self._refused({key: entry for key, (_, entry) in drafts.items() if entry})
        kept: dict[str, dict[str, ImportedEvent]] = defaultdict(dict)
        for entry in self.entries.values():
            if entry.id in refused or entry.id not in drafts:
                self.plan.incomplete |= entry.associations
                continue
            write, _ = drafts[entry.id]
            self.plan.notes += entry.notes
            for (association, key), record in entry.records.items():
                kept[association][key] = record
            if write is not None:
                self.plan.writes.append(write)
                self.plan.changed |= entry.associations
        for association, own in kept.items():
            data = recorded.written({**self.records[association], **own})
            if data != before[association]:
                path = recorded.path_of(self.content.folder, association)
                self.plan.writes.append(Write(path, data, before[association]))

    def _draft(self, entry: _ImportedEntry) -> tuple[Write | None, Event | None] | None:
        """The file of an entry, and the entry as it would be read; `None` if it cannot be made."""
        if entry.file is None or entry.data is None:
            path = self.content.folder / "events" / f"{entry.id}.md"
            write: Write | None = Write(path, text_of(Event, entry.after).encode(), None)
            is_markdown, shown = True, self.content.existing.shown("events", entry.id)
        elif entry.after == entry.before:
            return None, None
        else:
            shown, is_markdown = entry.file.shown, entry.file.is_markdown
            try:
                data = edited(entry.data, entry.before, entry.after)
            except CannotEdit:
                for association in sorted(entry.associations):
                    self._refuse(association, "edit", shown)
                return None
            write = Write(entry.file.path, data, entry.data.data)
        if write is None:
            return None
        context = context_for(shown, self.content.existing)
        made = self._parsed(entry.id, write.data, context, md=is_markdown)
        errors = [one for one in context.problems if one.is_error]
        self.plan.found += errors
        return None if errors or made is None else (write, made)

    def _refused(self, made: Mapping[str, Event]) -> set[str]:
        """The entries that would be errors in `make check`; what is found is told."""
        by_path = {one.origin.path: one for one in made.values()}
        existing = self.content.existing
        found = {*news(by_path, existing), *broken_references(made.values(), existing)}
        self.plan.found += sorted(one for one in found if one.path in by_path)
        bad = {one.path for one in found if one.is_error}
        return {key for key, one in made.items() if one.origin.path in bad}

    def _refuse(self, association: str, what: str, name: str, detail: str = "") -> None:
        """Something is not taken over; the server is asked for all of it again next time."""
        self.plan.incomplete.add(association)
        self._note(association, what, name, detail)

    def _note(self, association: str, what: str, name: str, detail: str = "") -> None:
        self.plan.notes.append(ImportNote(association, what, name, detail))


def _organisers(tree: Branch) -> list[Tree]:
    found = tree.get("organisers", [])
    return found if isinstance(found, list) else [found]


def _add_organiser(tree: Branch, association: str) -> bool:
    """Name an association among those who hold an event; whether it was not there."""
    names = _organisers(tree)
    if association in names:
        return False
    tree["organisers"] = [*names, association]
    return True


def _is_gone(key: str, calendar: SourceCalendar) -> bool:
    """Whether an event is not in its calendar any more; what was left out for a reason is."""
    there = {one.key for one in calendar.events}
    if key in there:
        return False
    whole = whole_key(key)
    if whole not in calendar.present:
        return True
    return key != whole and whole in {whole_key(one) for one in there}

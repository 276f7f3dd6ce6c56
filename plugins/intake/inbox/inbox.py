"""The inbox of a site: what can be looked at in it, and what can be done; whoever asks for it.

The terminal (desk.py) and the browser (plugins/web/inbox) are two ways to ask. Nothing is written
but what was decided, and each deed can be repeated where somebody was stopped in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from plugins.catalogue.descriptions.forms import LEAVE, RIGHT
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.base import Field
from plugins.catalogue.fields.references import Reference
from plugins.catalogue.settings import Settings
from plugins.intake import content as contents
from plugins.intake.content import ContentFolder
from plugins.intake.forge.propose import propose
from plugins.intake.git import NotCommitted, commit
from plugins.intake.inbox import decision, reply, show, texts
from plugins.intake.inbox.decision import Decision
from plugins.intake.naming import proposal
from plugins.intake.new.answer import Reading, read
from plugins.intake.new.fields import field_at
from plugins.intake.new.kinds import EntryKind
from plugins.intake.new.question import ID
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission import photos, questionnaire
from plugins.intake.submission.filled import (
    Filled,
    filled,
    looked_over_again,
    refilled,
    tree_in,
)
from plugins.intake.submission.named import with_entry
from plugins.intake.submission.photos import Along, PlacedPhoto
from plugins.intake.submission.shown import only_changes, values_in
from plugins.intake.submission.store import Decided, DraftStore, Stored, StoreError
from plugins.intake.submission.submission import Submission, SubmittedFields


class HasErrors(Exception):
    """What has errors is not accepted."""


class Referred(Exception):
    """Other entries name it; it is not deleted."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


class BadId(Exception):
    """No new entry can be called so."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__(", ".join(one.code for one in found))
        self.found = found


@dataclass(frozen=True)
class Done:
    """What has been done: the files that were written or deleted, what the commit says.

    `refusal` is why git did not take the files, which are there nevertheless: the draft stays, and
    who decides so again has them committed.
    """

    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    committed: str = ""
    refusal: NotCommitted | None = None
    proposed: tuple[Bilingual, str] | None = None
    """What is to be said of a request, and its address."""
    answer: "Reply | None" = None
    """What tells the sender, until somebody sends it."""
    german_missing: str = ""
    """The labels of fields in another language that were accepted as they came."""


@dataclass(frozen=True)
class Reply:
    """An answer to the sender: its words, and as a mail where an address is known."""

    text: str
    mail: bytes | None = None
    path: Path | None = None


class Inbox:
    """The drafts of a site, and its content as it was last read."""

    def __init__(self, settings: Settings, environment: Mapping[str, str]) -> None:
        """Read what is there; `environment` is git's. Raises `CannotRead` without content."""
        self.settings, self.store = settings, DraftStore(settings.inbox)
        self._environment = environment
        self.content: ContentFolder = contents.read(settings)

    def read_again(self, settings: Settings | None = None) -> None:
        """Read the content anew: somebody has changed it, or another day has begun."""
        self.settings = settings or self.settings
        self.content = contents.read(self.settings)

    def draft(self, draft_id: str) -> Stored | None:
        """A draft that waits; which entry its sender names in their words is kept in it."""
        found = self.store.get(draft_id)
        if found is None:
            return None
        addresses = self.settings.site.addresses
        known = with_entry(found.submission, self.content, addresses)
        if known == found.submission:
            return found
        try:
            return self._changed(found, known)
        except (Decided, StoreError):
            return self.store.get(draft_id)

    def result_of(self, draft: Stored) -> Filled:
        """What accepting the draft would do."""
        submission, content = draft.submission, self.content
        found = decision.begun(draft, content) or decision.proposed(submission, content)
        if found is not None:
            return found
        return decision.known(filled(submission, content, along=self.along(draft)), content)

    def along(self, draft: Stored) -> Along:
        """The pictures that came with a draft."""
        kept = (one for one in draft.submission.attachments if one.file)
        return photos.along((one.name, self.store.path_of(one)) for one in kept)

    def accept(self, draft: Stored, result: Filled) -> Done:
        """Write what comes of it, and commit that; or propose it, where that is wanted.

        Raises `HasErrors`, `Decided`, `Changed`, `OSError`, `NotProposed`. Then nothing is written.
        """
        if result.errors:
            raise HasErrors
        made = decision.accepting(result, draft.submission, self.content)
        if draft.begun and decision.begun(draft, self.content):
            made = decision.resumed(made, draft.begun, self.content)
        with self.store.deciding(draft):
            if self._proposes:
                done = self._proposed(draft, made)
            else:
                self._carry_out(draft, made)
                written = tuple(self._shown(write.path) for write in made.writes)
                done = self._finished(draft, made, written=written)
        return replace(done, german_missing=show.german_missing(result))

    def _carry_out(self, draft: Stored, made: Decision) -> None:
        """Write what is to be written. Until git has it the draft says what that was."""
        if not made.writes:
            return
        begun = decision.begin(made, self.content)
        if draft.begun and decision.begun(draft, self.content):
            begun = replace(begun, before=draft.begun.before)
        self.store.change(replace(draft, begun=begun))
        try:
            decision.carry_out(made)
        except BaseException:
            self.store.change(draft)
            raise

    def may_remove(self, result: Filled) -> None:
        """Raises `Referred` when the entry cannot be deleted."""
        others = decision.referring(result, self.content)
        if others:
            raise Referred(others)

    def remove(self, draft: Stored, result: Filled) -> Done:
        """Delete the entry, or propose that.

        Raises `Referred`, `Decided`, `NotProposed`; then it is there.
        """
        self.may_remove(result)
        made = decision.removal(result, self.content)
        with self.store.deciding(draft):
            if self._proposes:
                return self._proposed(draft, made)
            there = tuple(self._shown(path) for path in made.paths if path.exists())
            decision.delete(made)
            return self._finished(draft, made, deleted=there)

    def close(self, draft: Stored, result: Filled) -> Done:
        """Put aside what changes nothing; whoever was stopped after a removal commits it now.

        Raises `Decided`.
        """
        with self.store.deciding(draft):
            if draft.submission.form == LEAVE and result.state == "gone" and not self._proposes:
                return self._finished(draft, decision.removal(result, self.content))
            self.store.done(draft.id)
            return Done()

    def answer(self, draft: Stored, said: str, kind: Literal["ask", "refuse"]) -> Reply:
        """Keep an answer until somebody sends it; a refused draft is put aside then.

        Raises `Decided`.
        """
        with self.store.deciding(draft):
            answer = self._kept_answer(draft, said, kind)
            if kind == "refuse":
                self.store.done(draft.id)
        return answer

    def called(self, submission: Submission) -> str:
        """The name of the entry that a submission is about; empty when there is none."""
        folder, _, key = submission.entry.partition("/")
        return self.content.lists.names.get(folder, {}).get(key, "")

    def _told(self, draft: Stored) -> Reply | None:
        """That it was accepted, as the forms promise; nobody waits for an answer to »still right«.

        What has been decided stays decided where the answer cannot be kept.
        """
        if draft.submission.form == RIGHT:
            return None
        try:
            answer = self._kept_answer(draft, "", "accept")
        except StoreError:
            return None
        return answer if answer.path else None

    def _kept_answer(self, draft: Stored, said: str, kind: reply.ReplyKind) -> Reply:
        office, submission = self.settings.site.office, draft.submission
        called = self.called(submission)
        mail = reply.mail(submission, office, said, kind, called)
        path = self.store.keep_answer(draft.id, mail) if mail is not None else None
        return Reply(reply.body(submission, office, said, kind, called), mail, path)

    def edited(self, result: Filled, text: str) -> Filled:
        """The same with the text of its file as somebody left it; as it was without a text.

        Whoever has left it alone has seen it: what was not fit for a file is not in it any more.
        """
        if not text.strip():
            return result
        return looked_over_again(result, text, self.content)

    def keeping(self, result: Filled, *, is_kept: bool) -> Filled:
        """The same with or without the sender's own words as a translation."""
        return replace(result, own=replace(result.own, is_kept=is_kept) if result.own else None)

    def translation(self, result: Filled) -> str:
        """The file that will keep the sender's own words; empty where none will."""
        write = decision.own_words(result, self.content)
        return self._shown(write.path) if write else ""

    def values(self, result: Filled) -> Mapping[str, tuple[str, ...]] | None:
        """What a form for its entry is filled in with; `None` where its text cannot be read."""
        tree = tree_in(result, self.content) if result.kind and result.text else None
        if tree is None or result.kind is None:
            return None
        called = self.content.lists.names
        return {
            path: tuple(_named(value, field_at(result.kind, path), called) for value in values)
            for path, values in values_in(tree, result.kind).items()
        }

    def refilled(
        self, result: Filled, fields: SubmittedFields, agreed_by: str | None = None
    ) -> Filled | None:
        """The same with what a form says now; `None` where no program can put it in.

        `agreed_by` is who says that all people in it agree; `None` where nobody says so.
        """
        before = self.values(result)
        if before is None:
            return None
        return refilled(result, only_changes(fields, before), self.content, agreed_by)

    def carried_over(self, before: Filled, edited: Filled, now: Filled) -> Filled:
        """What somebody has edited of a draft, in the draft as it is now that more is known of it.

        As it came, where no program can put that in.
        """
        was, says = self.values(before), self.values(edited)
        if was is None or says is None:
            return now
        paths = dict.fromkeys((*was, *says))
        changed = {path: says.get(path, ()) for path in paths if says.get(path) != was.get(path)}
        if edited.state == "new" and edited.id != now.id:
            now = self.renamed(now, edited.id)
        result = self.refilled(now, changed) or now
        return self.keeping(result, is_kept=edited.own is None or edited.own.is_kept)

    def likely_id(self, result: Filled) -> str:
        """The likeliest id of a new entry by what it is called now; empty where there is none."""
        tree = tree_in(result, self.content) or {}
        name = str(tree.get("name") or tree.get("title") or "")
        if result.state != "new" or result.kind is None or not name:
            return ""
        return proposal(name, result.kind, self.content.existing)

    def named_anew(self, result: Filled) -> Filled:
        """The same under an id of its name, where it had none before and has one now."""
        likely = self.likely_id(result) if result.is_makeshift else ""
        return self.renamed(result, likely) if likely else result

    def assign(self, draft: Stored, form: str, entry: str) -> Stored:
        """Keep which form a draft is for, and which entry it is about. Raises `Decided`."""
        return self._changed(draft, replace(draft.submission, form=form, entry=entry))

    def renamed(self, result: Filled, new_id: str) -> Filled:
        """The same under another id, its pictures too. Raises `BadId`."""
        assert result.kind is not None
        existing, text = self.content.existing, result.text
        pictures: list[PlacedPhoto] = []
        _, found = read(new_id, Reading(EntryKind(result.kind), ID, existing))
        if found:
            raise BadId(tuple(found))
        for one in result.pictures:
            used = [other.file for other in pictures]
            new = photos.placed(one.photo, one.alt, new_id, self.content.folder, used)
            text = text.replace(one.file, new.file)
            pictures.append(new)
        path = existing.shown(result.kind.folder, new_id)
        result = replace(result, id=new_id, path=path, pictures=tuple(pictures))
        return looked_over_again(result, text, self.content)

    def fill_in(self, draft: Stored, text: str) -> Stored | None:
        """Keep the draft as the questionnaire says now; `None` when the text is none.

        Raises `Decided`.
        """
        new, old = questionnaire.read(text), draft.submission
        if new is None:
            return None
        kept = replace(new, attachments=old.attachments, source=old.source, original=old.original)
        return self._changed(draft, kept)

    def describe(self, draft: Stored, number: int, alt: str) -> Stored:
        """Keep an alternative text for the picture with this number. Raises `Decided`."""
        old = draft.submission
        path = photos.where(old.kind, number) if old.kind else ""
        if not path:
            return draft
        fields = {**old.fields, f"{path}.alt": (alt,)}
        return self._changed(draft, replace(old, fields=fields))

    def agree(self, draft: Stored) -> Stored:
        """Keep that all people in it agree to be named, as a form does. Raises `Decided`."""
        return self._changed(draft, replace(draft.submission, consent=True))

    def _changed(self, draft: Stored, submission: Submission) -> Stored:
        changed = replace(draft, submission=submission)
        with self.store.deciding(draft):
            self.store.change(changed)
        return changed

    def _shown(self, path: Path) -> str:
        """How a file in the content is called in messages."""
        return f"{self.settings.shown}/{path.relative_to(self.content.folder).as_posix()}"

    @property
    def _proposes(self) -> bool:
        """Whether what is accepted becomes a request, and nothing changes here."""
        return self.settings.accept == "request"

    def _proposed(self, draft: Stored, made: Decision) -> Done:
        """See that there is a request, then put the draft aside. Raises `NotProposed`."""
        request = propose(draft.id, made, self.settings, self._environment)
        answer = self._told(draft)
        self.store.done(draft.id)
        if request is None:
            return Done(proposed=(texts.ALL_THERE, ""), answer=answer)
        said = texts.REQUESTED if request.is_new else texts.REQUEST_IS_THERE
        address = request.address or self.settings.site.repository
        return Done(proposed=(said, address), answer=answer)

    def _finished(
        self,
        draft: Stored,
        made: Decision,
        written: tuple[str, ...] = (),
        deleted: tuple[str, ...] = (),
    ) -> Done:
        """Commit what was decided, put the draft aside, and read anew what is there."""
        try:
            is_new = commit(self.content.folder, made.paths, made.message, self._environment)
        except NotCommitted as error:
            self.read_again()
            return Done(written, deleted, refusal=error)
        answer = self._told(draft)
        self.store.done(draft.id)
        self.read_again()
        return Done(written, deleted, made.message if is_new else "", answer=answer)


def _named(value: str, field: Field, called: Mapping[str, Mapping[str, str]]) -> str:
    """The value, or what the entry is called that it names."""
    folders = [one for leaf in field.texts() if isinstance(leaf, Reference) for one in leaf.kinds]
    return next((called[f][value] for f in folders if called.get(f, {}).get(value)), value)


_ALWAYS = (texts.ASK_BACK, texts.REFUSE)


def choices(draft: Stored, result: Filled, content: ContentFolder) -> tuple[Bilingual, ...]:
    """What can be done with a draft, besides to put it off; the likeliest first."""
    return (*_first(draft, result, content), *_ALWAYS)


def _first(draft: Stored, result: Filled, content: ContentFolder) -> tuple[Bilingual, ...]:
    form = draft.submission.form
    if result.state in ("message", "gone", "broken"):
        return texts.DONE, texts.EDIT
    if form == RIGHT:
        return texts.CONFIRM, texts.EDIT
    if form == LEAVE:
        can_end = decision.ended(draft.submission, content) is not None
        return *((texts.END,) if can_end else ()), texts.REMOVE
    can_be_said = {texts.DESCRIBE: result.undescribed, texts.AGREE: result.withheld}
    lacking = tuple(choice for choice, what in can_be_said.items() if what)
    if result.state == "same":
        first = texts.ACCEPT if draft.submission.fields or draft.begun else texts.DONE
        return first, texts.EDIT, *lacking
    more = (texts.RENAME,) if result.state == "new" else ()
    lacks_german = result.own is not None and bool(result.own.missing)
    first_two = (texts.EDIT, texts.ACCEPT) if lacks_german else (texts.ACCEPT, texts.EDIT)
    return *first_two, *lacking, *more

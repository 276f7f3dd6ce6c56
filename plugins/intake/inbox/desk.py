"""The coordinator's desk: one draft after the other, until each is decided or put off."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from plugins.catalogue.descriptions.forms import LEAVE, RIGHT
from plugins.catalogue.diagnostics import Language
from plugins.catalogue.settings import Settings
from plugins.intake.inbox import decision, reply, show, words
from plugins.intake.inbox.commit import NotCommitted, commit
from plugins.intake.inbox.decision import Decision
from plugins.intake.new.answer import Reading, read
from plugins.intake.new.asking import complaint, numbered
from plugins.intake.new.kinds import Kind
from plugins.intake.new.options import Option, find
from plugins.intake.new.question import ID
from plugins.intake.new.terminal import MARK, Terminal
from plugins.intake.new.words import Words
from plugins.intake.sheet import content as contents
from plugins.intake.sheet.apply import Changed
from plugins.intake.sheet.content import Content
from plugins.intake.submission import questionnaire
from plugins.intake.submission.filled import Filled, filled, looked_over_again
from plugins.intake.submission.store import DONE, Store, Stored
from plugins.intake.submission.submission import YES, Attachment


class NoEditor(Exception):
    """The editor did not start; the text is its name."""


Edit = Callable[[str, str], str]
"""Lets somebody edit a text, in a file of this name. Raises `NoEditor`."""


@dataclass(frozen=True)
class Tools:
    """What the desk needs from outside."""

    terminal: Terminal
    edit: Edit
    now: datetime
    environment: Mapping[str, str]


class _Stop(Exception):
    """Somebody has had enough for today."""


class _Again(Exception):
    """What was shown is no longer so: the draft has to be looked at anew."""


class Desk:
    """Goes through the drafts. Nothing is written but what was decided."""

    def __init__(self, settings: Settings, tools: Tools) -> None:
        """Read what is there."""
        self._settings, self._tools = settings, tools
        self._store = Store(settings.inbox)
        self._content: Content = contents.read(settings)
        self._language: Language = settings.language

    def go_through(self, drafts: Iterable[Stored]) -> None:
        """All drafts, one after the other."""
        try:
            for draft in drafts:
                self._decide(draft)
            self._tell(words.ALL_SEEN)
        except _Stop:
            pass
        left = len(self._store.ids())
        self._tell(words.LEFT if left else words.EMPTY, count=left)

    def _decide(self, draft: Stored) -> None:
        """Show a draft until something has been decided about it."""
        while True:
            current = self._store.get(draft.id)
            if current is None:  # somebody else has decided meanwhile
                return
            try:
                self._look_at(current)
            except _Again:
                self._content = contents.read(self._settings)
            else:
                return

    def _look_at(self, draft: Stored) -> None:
        result = self._filled(draft)
        self._say(f"\n== {show.headline(draft, self._tools.now, self._language)}")
        files = [self._file(one) for one in draft.submission.attachments]
        self._say("\n".join(show.draft(draft, result, self._content, files)))
        while True:
            choice = self._chosen(choices(draft, result, self._content))
            if choice is words.LATER:
                return
            if choice is words.STOP:
                raise _Stop
            if choice is words.EDIT:
                result = self._edited(draft, result)
            elif choice is words.RENAME:
                result = self._renamed(result)
            elif self._is_decided(choice, draft, result):
                return

    def _filled(self, draft: Stored) -> Filled:
        submission = draft.submission
        found = decision.proposed(submission, self._content)
        return found or decision.known(filled(submission, self._content), self._content)

    def _file(self, attachment: Attachment) -> str:
        if not attachment.file:
            return attachment.name
        return f"{attachment.name} ({self._store.path_of(attachment)})"

    def _chosen(self, known: tuple[Words, ...]) -> Words:
        options = [Option(str(n), one.to(self._language)) for n, one in enumerate(known, start=1)]
        self._say("\n" + "\n".join(numbered(options)))
        while True:
            typed = self._tools.terminal.ask(f"{words.WHAT.to(self._language)} {MARK}").strip()
            found = find(typed, options, numbered=True) if typed else ()
            if not typed:
                return words.LATER
            if len(found) == 1:
                return known[int(found[0].id) - 1]
            self._tell(words.NOT_A_CHOICE)

    def _is_decided(self, choice: Words, draft: Stored, result: Filled) -> bool:
        """Do what was chosen; whether the draft needs no more for now."""
        if choice in (words.ACCEPT, words.CONFIRM, words.END):
            return self._accepted(draft, result)
        if choice is words.REMOVE:
            return self._removed(draft, result)
        if choice in (words.ASK_BACK, words.REFUSE):
            self._answer(draft, refuse=choice is words.REFUSE)
            return True
        if draft.submission.form == LEAVE and result.state == "gone":
            self._finish(draft, decision.removal(result, self._content))
        else:
            self._finish(draft, None)
        return True

    def _accepted(self, draft: Stored, result: Filled) -> bool:
        if result.errors:
            self._tell(words.HAS_ERRORS)
            return False
        made = decision.accepting(result, draft.submission, self._content)
        try:
            decision.carry_out(made)
        except Changed:
            self._tell(words.CHANGED, path=result.path)
            raise _Again from None
        if made.writes:
            self._tell(words.WRITTEN, path=result.path)
        self._finish(draft, made)
        return True

    def _removed(self, draft: Stored, result: Filled) -> bool:
        others = decision.referring(result, self._content)
        if others:
            self._tell(words.REFERRED, paths=", ".join(others[:5]))
            return False
        self._tell(words.SURE, path=result.path)
        if self._tools.terminal.ask(MARK).strip().lower() not in YES - {"x", "1"}:
            return False
        made = decision.removal(result, self._content)
        decision.delete(made)
        self._tell(words.DELETED, path=result.path)
        self._finish(draft, made)
        return True

    def _finish(self, draft: Stored, made: Decision | None) -> None:
        """Commit what was decided, and put the draft aside."""
        if made is not None:
            folder, environment = self._content.folder, self._tools.environment
            try:
                if commit(folder, made.paths, made.message, environment):
                    self._tell(words.COMMITTED, message=made.message)
            except NotCommitted as error:
                self._tell(words.NOT_COMMITTED, reason=error)
        self._store.done(draft.id)
        files = [one.file for one in draft.submission.attachments if one.file]
        if files:
            paths = ", ".join(str(self._store.folder / DONE / name) for name in files)
            days = self._settings.site.inbox_days
            self._tell(words.PICTURES, paths=paths, days=days)
        if made is not None:
            self._content = contents.read(self._settings)

    def _answer(self, draft: Stored, *, refuse: bool) -> None:
        """Write an answer to the sender; a refused draft is put aside then."""
        self._tell(words.REASON if refuse else words.QUESTION)
        lines: list[str] = []
        while (typed := self._tools.terminal.ask(MARK).rstrip()) != "":
            lines.append(typed)
        said, office = "\n".join(lines), self._settings.site.office
        mail = reply.mail(draft.submission, office, said, refuse=refuse)
        if mail is None:
            self._tell(words.NO_ADDRESS)
            self._say(reply.body(draft.submission, office, said, refuse=refuse))
        else:
            self._tell(words.REPLY, path=self._store.keep_answer(draft.id, mail))
        if refuse:
            self._store.done(draft.id)

    def _edited(self, draft: Stored, result: Filled) -> Filled:
        """The file as somebody wants it; where there is none, the form filled in by them."""
        if result.state not in ("new", "changed"):
            self._fill_in(draft)
            return result
        text = self._in_editor(result.text, f"{result.id}.md", result.text)
        if text.strip() and text != result.text:
            result = looked_over_again(result, text, self._content)
        self._say("\n".join(show.outcome(result, self._language)))
        return result

    def _fill_in(self, draft: Stored) -> None:
        """Let somebody fill in the form. Raises `_Again` when it says something else then."""
        old = draft.submission
        text = questionnaire.write(old)
        edited = self._in_editor(text, "formular.txt", text)
        new = questionnaire.read(edited)
        if new is None:
            self._tell(words.NO_FORM)
        elif edited != text:
            kept = replace(new, attachments=old.attachments, source=old.source)
            kept = replace(kept, original=old.original)
            self._store.change(replace(draft, submission=kept))
            raise _Again

    def _in_editor(self, text: str, name: str, otherwise: str) -> str:
        try:
            return self._tools.edit(text, name)
        except NoEditor as error:
            self._tell(words.NO_EDITOR, editor=error)
            return otherwise

    def _renamed(self, result: Filled) -> Filled:
        """The same under another id."""
        assert result.kind is not None
        world = self._content.world
        prompt = words.WHICH_ID.to(self._language).format(value=result.id)
        typed = self._tools.terminal.ask(f"{prompt} {MARK}").strip() or result.id
        _, found = read(typed, Reading(Kind(result.kind), ID, world))
        if found:
            for one in found:
                self._say("\n".join(complaint(one, self._language)))
            return result
        path = world.shown(result.kind.folder, typed)
        result = replace(result, id=typed, path=path)
        result = looked_over_again(result, result.text, self._content)
        self._say("\n".join(show.outcome(result, self._language)))
        return result

    def _say(self, text: str) -> None:
        self._tools.terminal.say(text)

    def _tell(self, text: Words, **details: object) -> None:
        self._say(text.to(self._language).format_map(details))


_ALWAYS = (words.ASK_BACK, words.REFUSE, words.LATER, words.STOP)


def choices(draft: Stored, result: Filled, content: Content) -> tuple[Words, ...]:
    """What can be done with a draft."""
    form = draft.submission.form
    if result.state in ("message", "gone", "broken"):
        return (words.DONE, words.EDIT, *_ALWAYS)
    if form == RIGHT:
        return (words.CONFIRM, words.EDIT, *_ALWAYS)
    if form == LEAVE:
        can_end = decision.ended(draft.submission, content) is not None
        return (*((words.END,) if can_end else ()), words.REMOVE, *_ALWAYS)
    if result.state == "same":
        first = words.ACCEPT if draft.submission.fields else words.DONE
        return (first, words.EDIT, *_ALWAYS)
    more = (words.RENAME,) if result.state == "new" else ()
    return (words.ACCEPT, words.EDIT, *more, *_ALWAYS)

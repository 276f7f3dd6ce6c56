"""The coordinator's desk: one draft after the other, until each is decided or put off."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.intake.forge.propose import NotProposed
from plugins.intake.inbox import show, words
from plugins.intake.inbox.inbox import BadId, Done, HasErrors, Inbox, Referred, choices
from plugins.intake.new.options import Option, find
from plugins.intake.new.prompt import complaint, numbered
from plugins.intake.new.terminal import MARK, Terminal
from plugins.intake.new.words import Words
from plugins.intake.submission import questionnaire
from plugins.intake.submission.filled import Filled
from plugins.intake.submission.store import Decided, Stored
from plugins.intake.submission.submission import YES, Attachment
from plugins.intake.writes import ChangedMeanwhile


class EditorNotStarted(Exception):
    """The editor did not start; the text is its name."""


OpenEditor = Callable[[str, str], str]
"""Lets somebody edit a text, in a file of this name. Raises `EditorNotStarted`."""


@dataclass(frozen=True)
class Tools:
    """What the desk needs from outside."""

    terminal: Terminal
    edit: OpenEditor
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
        self._inbox, self._tools = Inbox(settings, tools.environment), tools
        self._language: MessageLanguage = settings.language

    def go_through(self, drafts: Iterable[Stored]) -> None:
        """All drafts, one after the other."""
        try:
            for draft in drafts:
                self._decide(draft)
            self._tell(words.ALL_SEEN)
        except _Stop:
            pass
        left = len(self._inbox.store.ids())
        self._tell(words.LEFT if left else words.EMPTY, count=left)

    def _decide(self, draft: Stored) -> None:
        """Show a draft until something has been decided about it."""
        while True:
            current = self._inbox.draft(draft.id)
            if current is None:  # somebody else has decided meanwhile
                return
            try:
                self._look_at(current)
            except _Again:
                self._inbox.read_again()
            except Decided:
                self._tell(words.DECIDED)
                self._inbox.read_again()
            else:
                return

    def _look_at(self, draft: Stored) -> None:
        result = self._inbox.result_of(draft)
        self._say(f"\n== {show.headline(draft, self._tools.now, self._language)}")
        files = [self._file(one) for one in draft.submission.attachments]
        days = self._inbox.settings.site.inbox_days
        self._say("\n".join(show.draft(draft, result, self._inbox.content, files, days)))
        while True:
            known = (*choices(draft, result, self._inbox.content), words.LATER, words.STOP)
            choice = self._chosen(known)
            if choice is words.LATER:
                return
            if choice is words.STOP:
                raise _Stop
            if choice is words.EDIT:
                result = self._edited(draft, result)
            elif choice is words.RENAME:
                result = self._renamed(result)
            elif choice is words.DESCRIBE:
                draft, result = self._known_now(draft, result, self._describe(draft, result))
            elif choice is words.AGREE:
                draft, result = self._known_now(draft, result, self._agree(draft, result))
            elif self._is_decided(choice, draft, result):
                return

    def _file(self, attachment: Attachment) -> str:
        if not attachment.file:
            return attachment.name
        return f"{attachment.name} ({self._inbox.store.path_of(attachment)})"

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
        else:
            self._tell_what(self._inbox.close(draft, result))
        return True

    def _accepted(self, draft: Stored, result: Filled) -> bool:
        if result.is_makeshift and not result.errors:
            self._tell(words.NO_ID)
            result = self._renamed(result)
        try:
            self._tell_what(self._inbox.accept(draft, result))
        except HasErrors:
            self._tell(words.HAS_ERRORS)
            return False
        except ChangedMeanwhile:
            self._tell(words.CHANGED, path=result.path)
            raise _Again from None
        except NotProposed as error:
            self._say(error.to(self._language))
            return False
        return True

    def _removed(self, draft: Stored, result: Filled) -> bool:
        try:
            self._inbox.may_remove(result)
        except Referred as error:
            self._tell(words.REFERRED, paths=", ".join(error.paths[:5]))
            return False
        self._tell(words.SURE, path=result.path)
        if not self._is_sure():
            return False
        try:
            self._tell_what(self._inbox.remove(draft, result))
        except NotProposed as error:
            self._say(error.to(self._language))
            return False
        return True

    def _tell_what(self, done: Done) -> None:
        """Say what has been done."""
        for path in done.written:
            self._tell(words.WRITTEN, path=path)
        for path in done.deleted:
            self._tell(words.DELETED, path=path)
        if done.german_missing:
            self._tell(words.NO_GERMAN, fields=done.german_missing)
        if done.committed:
            self._tell(words.COMMITTED, message=done.committed)
        if done.proposed:
            said, address = done.proposed
            self._tell(said, address=address)
        if done.refusal:
            self._say(show.refusal(done.refusal, self._language))
        if done.answer:
            self._tell(words.TOLD, path=done.answer.path)

    def _answer(self, draft: Stored, *, refuse: bool) -> None:
        """Write an answer to the sender; a refused draft is put aside then."""
        self._tell(words.REASON if refuse else words.QUESTION)
        lines: list[str] = []
        while (typed := self._tools.terminal.ask(MARK).rstrip()) != "":
            lines.append(typed)
        answer = self._inbox.answer(draft, "\n".join(lines), "refuse" if refuse else "ask")
        if answer.path is None:
            self._tell(words.NO_ADDRESS)
            self._say(answer.text)
        else:
            self._tell(words.REPLY, path=answer.path)

    def _known_now(self, before: Stored, result: Filled, draft: Stored) -> tuple[Stored, Filled]:
        """The draft about which more is known, and what comes of it with what was edited before."""
        if draft is before:
            return before, result
        now = self._inbox.result_of(draft)
        result = self._inbox.carried_over(self._inbox.result_of(before), result, now)
        self._say("\n".join(show.outcome(result, self._language)))
        return draft, result

    def _agree(self, draft: Stored, result: Filled) -> Stored:
        """Note that the people agree whom it names."""
        self._tell(words.SURE_THEY_AGREE, fields="; ".join(result.withheld))
        return self._inbox.agree(draft) if self._is_sure() else draft

    def _is_sure(self) -> bool:
        return self._tools.terminal.ask(MARK).strip().lower() in YES - {"x", "1"}

    def _describe(self, draft: Stored, result: Filled) -> Stored:
        """Ask for the alternative texts that are missing."""
        for one in result.undescribed:
            self._tell(words.WHICH_ALT, name=one.called, width=one.width, height=one.height)
            typed = self._tools.terminal.ask(MARK).strip()
            if typed:
                draft = self._inbox.describe(draft, one.number, typed)
        return draft

    def _edited(self, draft: Stored, result: Filled) -> Filled:
        """The file as somebody wants it; where there is none, the form filled in by them."""
        if result.state not in ("new", "changed") and not (draft.begun and result.text):
            self._fill_in(draft)
            return result
        text = self._in_editor(result.text, f"{result.id}.md", result.text)
        result = self._inbox.named_anew(self._inbox.edited(result, text))
        self._say("\n".join(show.outcome(result, self._language)))
        return self._kept(result)

    def _kept(self, result: Filled) -> Filled:
        """The same, with the sender's own words as a translation where somebody wants that."""
        path = self._inbox.translation(result)
        if not path:
            return result
        named = show.tongue(result, self._language)
        self._tell(words.KEEP_TRANSLATION, named=named)
        typed = self._tools.terminal.ask(MARK).strip().lower()
        result = self._inbox.keeping(result, is_kept=typed in ("", *YES))
        said = words.TRANSLATION if result.own and result.own.is_kept else words.NO_TRANSLATION
        self._tell(said, named=named, path=path, fields=show.kept(result))
        return result

    def _fill_in(self, draft: Stored) -> None:
        """Let somebody fill in the form. Raises `_Again` when it says something else then."""
        text = questionnaire.write(draft.submission)
        edited = self._in_editor(text, "formular.txt", text)
        if edited != text:
            if self._inbox.fill_in(draft, edited) is not None:
                raise _Again
            self._tell(words.NO_FORM)

    def _in_editor(self, text: str, name: str, otherwise: str) -> str:
        try:
            return self._tools.edit(text, name)
        except EditorNotStarted as error:
            self._tell(words.NO_EDITOR, editor=error)
            return otherwise

    def _renamed(self, result: Filled) -> Filled:
        """The same under another id."""
        prompt = words.WHICH_ID.to(self._language).format(value=result.id)
        typed = self._tools.terminal.ask(f"{prompt} {MARK}").strip() or result.id
        try:
            result = self._inbox.renamed(result, typed)
        except BadId as error:
            for one in error.found:
                self._say("\n".join(complaint(one, self._language)))
        else:
            self._say("\n".join(show.outcome(result, self._language)))
        return result

    def _say(self, text: str) -> None:
        self._tools.terminal.say(text)

    def _tell(self, text: Words, **details: object) -> None:
        self._say(text.to(self._language).format_map(details))

"""The coordinator's desk: one draft after the other, until each is decided or put off."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.intake.forge.propose import NotProposed
from plugins.intake.inbox import show, texts
from plugins.intake.inbox.inbox import BadId, Done, HasErrors, Inbox, Referred, choices
from plugins.intake.new.options import Option, find
from plugins.intake.new.prompt import complaint, numbered
from plugins.intake.new.terminal import MARK, Terminal
from plugins.intake.new.texts import Bilingual
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
            self._tell(texts.ALL_SEEN)
        except _Stop:
            pass
        left = len(self._inbox.store.ids())
        self._tell(texts.LEFT if left else texts.EMPTY, count=left)

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
                self._tell(texts.DECIDED)
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
            known = (*choices(draft, result, self._inbox.content), texts.LATER, texts.STOP)
            choice = self._chosen(known)
            if choice is texts.LATER:
                return
            if choice is texts.STOP:
                raise _Stop
            if choice is texts.EDIT:
                result = self._edited(draft, result)
            elif choice is texts.RENAME:
                result = self._renamed(result)
            elif choice is texts.DESCRIBE:
                draft, result = self._known_now(draft, result, self._describe(draft, result))
            elif choice is texts.AGREE:
                draft, result = self._known_now(draft, result, self._agree(draft, result))
            elif self._is_decided(choice, draft, result):
                return

    def _file(self, attachment: Attachment) -> str:
        if not attachment.file:
            return attachment.name
        return f"{attachment.name} ({self._inbox.store.path_of(attachment)})"

    def _chosen(self, known: tuple[Bilingual, ...]) -> Bilingual:
        options = [Option(str(n), one.to(self._language)) for n, one in enumerate(known, start=1)]
        self._say("\n" + "\n".join(numbered(options)))
        while True:
            typed = self._tools.terminal.ask(f"{texts.WHAT.to(self._language)} {MARK}").strip()
            found = find(typed, options, numbered=True) if typed else ()
            if not typed:
                return texts.LATER
            if len(found) == 1:
                return known[int(found[0].id) - 1]
            self._tell(texts.NOT_A_CHOICE)

    def _is_decided(self, choice: Bilingual, draft: Stored, result: Filled) -> bool:
        """Do what was chosen; whether the draft needs no more for now."""
        if choice in (texts.ACCEPT, texts.CONFIRM, texts.END):
            return self._accepted(draft, result)
        if choice is texts.REMOVE:
            return self._removed(draft, result)
        if choice in (texts.ASK_BACK, texts.REFUSE):
            self._answer(draft, refuse=choice is texts.REFUSE)
        else:
            self._tell_what(self._inbox.close(draft, result))
        return True

    def _accepted(self, draft: Stored, result: Filled) -> bool:
        if result.is_makeshift and not result.errors:
            self._tell(texts.NO_ID)
            result = self._renamed(result)
        try:
            self._tell_what(self._inbox.accept(draft, result))
        except HasErrors:
            self._tell(texts.HAS_ERRORS)
            return False
        except ChangedMeanwhile:
            self._tell(texts.CHANGED, path=result.path)
            raise _Again from None
        except NotProposed as error:
            self._say(error.to(self._language))
            return False
        return True

    def _removed(self, draft: Stored, result: Filled) -> bool:
        try:
            self._inbox.may_remove(result)
        except Referred as error:
            self._tell(texts.REFERRED, paths=", ".join(error.paths[:5]))
            return False
        self._tell(texts.SURE, path=result.path)
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
            self._tell(texts.WRITTEN, path=path)
        for path in done.deleted:
            self._tell(texts.DELETED, path=path)
        if done.german_missing:
            self._tell(texts.NO_GERMAN, fields=done.german_missing)
        if done.committed:
            self._tell(texts.COMMITTED, message=done.committed)
        if done.proposed:
            said, address = done.proposed
            self._tell(said, address=address)
        if done.refusal:
            self._say(show.refusal(done.refusal, self._language))
        if done.answer:
            self._tell(texts.TOLD, path=done.answer.path)

    def _answer(self, draft: Stored, *, refuse: bool) -> None:
        """Write an answer to the sender; a refused draft is put aside then."""
        self._tell(texts.REASON if refuse else texts.QUESTION)
        lines: list[str] = []
        while (typed := self._tools.terminal.ask(MARK).rstrip()) != "":
            lines.append(typed)
        answer = self._inbox.answer(draft, "\n".join(lines), "refuse" if refuse else "ask")
        if answer.path is None:
            self._tell(texts.NO_ADDRESS)
            self._say(answer.text)
        else:
            self._tell(texts.REPLY, path=answer.path)

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
        self._tell(texts.SURE_THEY_AGREE, fields="; ".join(result.withheld))
        return self._inbox.agree(draft) if self._is_sure() else draft

    def _is_sure(self) -> bool:
        return self._tools.terminal.ask(MARK).strip().lower() in YES - {"x", "1"}

    def _describe(self, draft: Stored, result: Filled) -> Stored:
        """Ask for the alternative texts that are missing."""
        for one in result.undescribed:
            self._tell(texts.WHICH_ALT, name=one.called, width=one.width, height=one.height)
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
        self._tell(texts.KEEP_TRANSLATION, named=named)
        typed = self._tools.terminal.ask(MARK).strip().lower()
        result = self._inbox.keeping(result, is_kept=typed in ("", *YES))
        said = texts.TRANSLATION if result.own and result.own.is_kept else texts.NO_TRANSLATION
        self._tell(said, named=named, path=path, fields=show.kept(result))
        return result

    def _fill_in(self, draft: Stored) -> None:
        """Let somebody fill in the form. Raises `_Again` when it says something else then."""
        text = questionnaire.write(draft.submission)
        edited = self._in_editor(text, "formular.txt", text)
        if edited != text:
            if self._inbox.fill_in(draft, edited) is not None:
                raise _Again
            self._tell(texts.NO_FORM)

    def _in_editor(self, text: str, name: str, otherwise: str) -> str:
        try:
            return self._tools.edit(text, name)
        except EditorNotStarted as error:
            self._tell(texts.NO_EDITOR, editor=error)
            return otherwise

    def _renamed(self, result: Filled) -> Filled:
        """The same under another id."""
        prompt = texts.WHICH_ID.to(self._language).format(value=result.id)
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

    def _tell(self, text: Bilingual, **details: object) -> None:
        self._say(text.to(self._language).format_map(details))

"""One question, asked until the answer is right."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from plugins.catalogue.dates import in_words
from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.fields.days import Dated
from plugins.intake.new import texts
from plugins.intake.new.answer import Reading, Unclear, read
from plugins.intake.new.options import SHOWN, Option, find, labels
from plugins.intake.new.question import TEXT, Answer, FieldQuestion
from plugins.intake.new.terminal import MARK, Terminal
from plugins.intake.new.texts import Bilingual

WIDTH = 78
LONG = 60
"""How much of an answer is shown when it is proposed again."""


class Navigation(Enum):
    """What somebody may want instead of answering."""

    BACK = "<"


_BACK = ("<", "zurück", "back")


class Prompt:
    """Asks one question at a terminal.

    `proposed` is taken when somebody just presses Enter; without one that leaves the field out,
    unless it is `needed`.
    """

    def __init__(
        self,
        question: FieldQuestion,
        reading: Reading,
        terminal: Terminal,
        *,
        needed: bool,
        proposed: Answer = "",
    ) -> None:
        self.question, self.reading, self.terminal = question, reading, terminal
        self.needed, self.proposed = needed, proposed
        self.options = reading.options
        self.numbered = 0 < len(self.options) <= SHOWN

    @property
    def language(self) -> MessageLanguage:
        """The language of the conversation."""
        return self.reading.existing.language

    def answer(self) -> Answer | Navigation:
        """The answer in the form of the file; empty when the field is left out."""
        self._introduce()
        while True:
            typed = self._typed()
            command = typed.strip().lower()
            if command in _BACK:
                return Navigation.BACK
            if command == "?":
                self.terminal.say("  " + self._message(self.question.row.help))
                continue
            answer = self._understood(typed)
            if answer is not None:
                return answer

    def _message(self, message: str) -> str:
        return self.reading.existing.text(message)

    def _say(self, text: Bilingual, **details: object) -> None:
        self.terminal.say("  " + text.to(self.language).format_map(details))

    def _introduce(self) -> None:
        self.terminal.say(f"\n{self._message(self.question.row.ask)}")
        if self.numbered:
            self.terminal.say("\n".join(numbered(self.options)))
        hints = "; ".join(hint for hint in self._hints() if hint)
        if hints:
            self.terminal.say(f"  ({hints})")

    def _hints(self) -> Iterator[str]:
        """How to answer: an example, and what Enter does."""
        example = self._message(self.question.row.example)
        if example and not self.proposed:
            yield texts.EXAMPLE.to(self.language).format(example=example)
        if len(self.options) > SHOWN:
            yield texts.SEARCH.to(self.language).format(count=len(self.options))
        if self.reading.field.shape == "many":
            yield texts.SEVERAL.to(self.language)
        if self.question.path == TEXT:
            yield texts.ONE_LINE_TEXT.to(self.language)
        if self.proposed:
            yield texts.TAKE.to(self.language).format(value=self._shown(self.proposed))
            yield "" if self.needed else texts.REMOVE.to(self.language)
        elif not self.needed:
            yield texts.LEAVE_OUT.to(self.language)

    def _typed(self) -> str:
        """What is typed: a line, or for the text of the entry as many as somebody likes."""
        first = self.terminal.ask(MARK)
        if self.question.path != TEXT or first.strip() in ("", "?", "-", *_BACK):
            return first
        lines = [first]
        while lines[-1].strip() != "." and (lines[-2:] != ["", ""]):
            lines.append(self.terminal.ask(MARK).rstrip())
        return "\n".join(lines[:-1] if lines[-1].strip() == "." else lines)

    def _understood(self, typed: str) -> Answer | None:
        """The answer; `None` when the question has to be asked again, which has been explained."""
        if not typed.strip() and self.proposed:
            return self.proposed
        if not self.needed and typed.strip() in ("", "-"):
            return ""
        if not typed.strip():
            self._say(texts.NEEDED)
            return None
        try:
            answer, found = read(typed, self.reading, self._pick, numbered=self.numbered)
        except Unclear:
            return None
        if any(finding.is_error for finding in found):
            self._complain(found)
            return None
        self._warn(found)
        if self.question.path != TEXT and self._shown(answer) != typed.strip():
            self._say(texts.UNDERSTOOD, value=self._shown(answer))
        return answer

    def _complain(self, found: Iterable[Diagnostic]) -> None:
        """Say what is wrong; where it is known what was meant, Enter takes that."""
        for finding in found:
            self._warn((finding,))
            meant = dict(finding.details).get("suggestion", "")
            if meant and self.reading.field.shape != "many":
                self.proposed = meant
                self._say(texts.TAKE, value=meant)

    def _warn(self, found: Iterable[Diagnostic]) -> None:
        """Say what somebody should look at; the answer is taken."""
        for finding in found:
            self.terminal.say("\n".join(complaint(finding, self.language)))

    def _pick(self, text: str, options: Sequence[Option], sure: bool) -> Option | None:
        """Which of the options is meant."""
        self._say(texts.AMBIGUOUS if sure else texts.SIMILAR, value=text)
        shown = options[:SHOWN]
        self.terminal.say("\n".join(numbered(shown)))
        if len(options) > SHOWN:
            self._say(texts.MORE, count=len(options) - SHOWN)
        typed = self.terminal.ask(f"  {texts.PICK.to(self.language)} {MARK}")
        found = find(typed, shown, numbered=True)
        return found[0] if len(found) == 1 and typed.strip() else None

    def _shown(self, answer: Answer) -> str:
        """An answer in the words of people."""
        pieces = (answer,) if isinstance(answer, str) else answer
        if isinstance(self.reading.text, Dated):
            pieces = tuple(in_words(piece, self.language) for piece in pieces)
        text = labels(pieces, self.options).replace("\n", " ")
        return text if len(text) <= LONG else text[: LONG - 1] + "…"


def complaint(finding: Diagnostic, language: MessageLanguage) -> Iterator[str]:
    """A finding in two lines, without a place: it is about what was just typed."""
    kind = texts.ERROR if finding.is_error else texts.WARNING
    yield f"  {kind.to(language)}: {finding.message(language)} ({finding.code})"
    yield f"  {texts.HELP.to(language)}: {finding.remedy(language)}"


def numbered(options: Sequence[Option]) -> Iterator[str]:
    """The options with their numbers, several in a line."""
    line = ""
    for number, option in enumerate(options, start=1):
        piece = f"  {number:>2} {option.label}"
        if line and len(line) + len(piece) > WIDTH:
            yield line
            line = ""
        line += piece
    if line:
        yield line

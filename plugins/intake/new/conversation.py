"""The questions about one entry, one after the other, until the file is written."""

from collections.abc import Collection

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.records import RecordField
from plugins.intake.existing import ExistingContent
from plugins.intake.naming import proposal
from plugins.intake.new import texts
from plugins.intake.new.answer import Reading
from plugins.intake.new.draft import Draft, draft
from plugins.intake.new.kinds import EntryKind
from plugins.intake.new.prompt import Navigation, Prompt, complaint
from plugins.intake.new.question import ID, IDENTIFIER, Answer, Answers, FieldQuestion
from plugins.intake.new.terminal import Terminal
from plugins.intake.new.texts import Bilingual


class Conversation:
    """Fills in the answers for one entry; nothing is written here.

    `answers` may hold some from the beginning.
    """

    def __init__(
        self, kind: EntryKind, existing: ExistingContent, terminal: Terminal, answers: Answers
    ) -> None:
        self.kind, self.existing, self.terminal = kind, existing, terminal
        self.answers = dict(answers)
        self.questions = (*kind.questions, IDENTIFIER)

    def ask_all(self) -> bool:
        """Ask every question; `False` when somebody goes back beyond the first one."""
        return self._ask(0, len(self.questions))

    def can_ask(self, path: str) -> bool:
        """Whether there is a question about the field at `path`."""
        return self._number(path) is not None

    def ask_again(self, path: str) -> None:
        """Ask for one field, of which there is a question. Going back asks those before it too."""
        number = self._number(path)
        while number is not None and not self._ask(number, number + 1):
            self._say(texts.NO_BACK)

    def ask_missing(self, wrong: Collection[str]) -> None:
        """Ask only for what an entry must have and has not, and for what was given wrongly."""
        again = {self._number(path) for path in wrong}
        for number, question in enumerate(self.questions):
            if question.path == ID and number not in again and self.proposed(question):
                self.answers[ID] = self.proposed(question)
            missing = question.path not in self.answers and self.is_needed(question)
            if missing or number in again:
                self.ask_again(question.path)

    def _number(self, path: str) -> int | None:
        """Which question is about the field at `path`, or about one above or inside it."""
        for fits in (_is_same, _is_related):
            for number, question in enumerate(self.questions):
                if fits(question.path, path):
                    return number
        return None

    def draft(self) -> Draft:
        """The file that the answers give, held against all rules."""
        return draft(self.kind.entry, self.answers, self.existing)

    def complain(self, text: Bilingual, *findings: Diagnostic) -> None:
        """Show findings below a line of text."""
        self.terminal.say(f"\n{text.to(self.existing.language)}")
        for finding in findings:
            self.terminal.say("\n".join(complaint(finding, self.existing.language)))

    def is_needed(self, question: FieldQuestion) -> bool:
        """Whether there is no entry without an answer."""
        return question.path == ID or RecordField(self.kind.entry).needs(question.path)

    def proposed(self, question: FieldQuestion) -> Answer:
        """What is taken when somebody just presses Enter."""
        if question.path in self.answers:
            return self.answers[question.path]
        if question.path == ID:
            name = self.answers.get("name") or self.answers.get("title") or ""
            return proposal(str(name), self.kind.entry, self.existing)
        return question.proposed(self.existing.today)

    def _ask(self, number: int, end: int) -> bool:
        while number < end:
            question = self.questions[number]
            answer = self._asking(question).answer()
            if not isinstance(answer, Navigation):
                self._note(question.path, answer)
                number = self._next(number, 1, end)
            elif (before := self._next(number, -1, -1)) >= 0:
                number = before
            else:
                return False
        return True

    def _next(self, number: int, step: int, end: int) -> int:
        """The number of the next question that is to be asked, in one direction or the other."""
        number += step
        while number != end and not self._is_open(self.questions[number]):
            number += step
        return number

    def _is_open(self, question: FieldQuestion) -> bool:
        """Whether to ask it: some depend on others, and some have nothing to choose from."""
        if not question.is_open(self.answers):
            return False
        reading = self._reading(question)
        return self.is_needed(question) or not reading.text.closed or bool(reading.options)

    def _asking(self, question: FieldQuestion) -> Prompt:
        return Prompt(
            question,
            self._reading(question),
            self.terminal,
            needed=self.is_needed(question),
            proposed=self.proposed(question),
        )

    def _reading(self, question: FieldQuestion) -> Reading:
        beside = str(self.answers.get("start", "")) if question.path == "end" else ""
        return Reading(self.kind, question.path, self.existing, beside)

    def _note(self, path: str, answer: Answer) -> None:
        """Keep the answer, and drop those that it makes pointless."""
        before = [question for question in self.questions if question.is_open(self.answers)]
        inside = [key for key in self.answers if key.startswith(f"{path}.")]
        for key in (path, *inside):
            self.answers.pop(key, None)
        if answer:
            self.answers[path] = answer
        for question in before:
            if not question.is_open(self.answers):
                self.answers.pop(question.path, None)

    def _say(self, text: Bilingual) -> None:
        self.terminal.say(text.to(self.existing.language))


def _is_same(asked: str, path: str) -> bool:
    return asked == path


def _is_related(asked: str, path: str) -> bool:
    """Whether one field lies inside the other."""
    return bool(path) and (asked.startswith(f"{path}.") or path.startswith(f"{asked}."))

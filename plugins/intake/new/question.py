"""A question: which field it fills, how it is asked, and when it is asked at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.intake.new.words import NONE, Words, same

Answer = str | tuple[str, ...]
"""What a field holds, in the form in which it is written into the file; several in a list."""

Answers = Mapping[str, Answer]
"""Answers by the dotted path of their field, such as `venue.name`; `id` and `text` among them."""

Condition = Callable[[Answers], bool]
Default = Callable[[Answers, date], str]


def always(answers: Answers) -> bool:
    """Asked in any case."""
    return True


def after(path: str) -> Condition:
    """Asked when the field at `path`, or one inside it, has been answered."""
    return lambda answers: any(key == path or key.startswith(f"{path}.") for key in answers)


def without(path: str) -> Condition:
    """Asked when the field at `path` has not been answered."""
    return lambda answers: path not in answers


def where(path: str, value: str) -> Condition:
    """Asked when the field at `path` has been answered so."""
    return lambda answers: answers.get(path) == value


def nothing(answers: Answers, today: date) -> str:
    """No answer is proposed."""
    return ""


@dataclass(frozen=True)
class Question:
    """One question.

    `default` proposes an answer from those before and from today's date.
    """

    path: str
    ask: Words
    help: Words
    example: Words = NONE
    when: Condition = always
    default: Default = nothing


TEXT = "text"
ID = "id"

IDENTIFIER = Question(
    ID,
    Words(
        "Unter welchem Namen soll die Datei gespeichert werden?", "What shall the file be called?"
    ),
    Words(
        "Der Name der Datei steht später auch in der Adresse der Seite und sollte sich nie ändern. "
        "Erlaubt sind die Buchstaben a bis z, Ziffern und Striche.",
        "The file's name is also part of the page's address and should never change. "
        "Use the letters a to z, digits and dashes.",
    ),
    same("chor-am-fluss"),
)


def prose(ask: Words, help_: Words) -> Question:
    """The question for the text of an entry, which may have many lines."""
    return Question(TEXT, ask, help_)

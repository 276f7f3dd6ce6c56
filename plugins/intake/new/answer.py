"""What somebody typed, to an answer in the form of the file - and what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.catalogue.characters import forbidden, name_of
from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.fields.base import Field, Text
from plugins.catalogue.fields.containers import BETWEEN, ListOf
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.references import Identifier
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Origin
from plugins.catalogue.nodes import Scalar
from plugins.catalogue.parse import entry_of
from plugins.intake.entry_file import YamlValue
from plugins.intake.existing import ExistingContent
from plugins.intake.naming import proposal, taken
from plugins.intake.new.fields import HERE, field_at, mapping_of, nested, node_of
from plugins.intake.new.kinds import EntryKind
from plugins.intake.new.options import Option, find, options_for, similar
from plugins.intake.new.question import ID, TEXT, Answer
from plugins.intake.unsaved import broken_references, context_for

Pick = Callable[[str, Sequence[Option], bool], Option | None]
"""Asks which of several options is meant by a text: `pick(text, options, sure)`.

`sure` says that the text fits all of them; otherwise they only resemble it. `None`: none of them.
"""


class Unclear(Exception):
    """Somebody was asked which option is meant, and chose none."""


@dataclass(frozen=True)
class Reading:
    """How one field's answers are read."""

    kind: EntryKind
    path: str
    existing: ExistingContent
    beside: str = ""
    """The moment on whose day a time alone is: the start, for the end."""

    @property
    def field(self) -> Field:
        """The field."""
        return Identifier() if self.path == ID else field_at(self.kind.entry, self.path)

    @property
    def text(self) -> Text:
        """The field that reads one piece of the answer."""
        return next(self.field.settled().texts())

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be answered, where there is a list."""
        return options_for(self.text, self.existing)


def nobody(text: str, options: Sequence[Option], sure: bool) -> Option | None:
    """The `Pick` of a program that cannot ask: what is unclear stays as it was typed."""
    return None


def read(
    text: str, reading: Reading, pick: Pick = nobody, *, numbered: bool = False
) -> tuple[Answer, tuple[Diagnostic, ...]]:
    """The answer that `text` means, and what is wrong with it.

    `numbered` says that the options were listed with numbers. Raises `Unclear` when `pick`, having
    been asked, chose none - except `nobody`, of whom nothing can be asked.
    """
    text = unicodedata.normalize("NFC", text).strip("\n" if reading.path == TEXT else None)
    hidden = _hidden(text, reading.path)
    if hidden:
        return text, hidden
    field, options = reading.field, reading.options
    parts = _parts(text, field, options, context_for("", reading.existing))
    found = tuple(_piece(part, reading, options, pick, numbered) for part in parts)
    answer = found if field.shape == "many" else "".join(found)
    return _checked(answer, reading)


def _hidden(text: str, path: str) -> tuple[Diagnostic, ...]:
    """Characters that steer or hide something, which no file may contain."""
    problems = Problems(path)
    for position, code in forbidden(text):
        problems.add(code, HERE, character=name_of(text[position]))
        break
    return tuple(problems)


def _parts(text: str, field: Field, options: Sequence[Option], context: Context) -> list[str]:
    """The pieces of a list; a label may itself have a comma, or the word »und«."""
    if not isinstance(field, ListOf) or find(text, options):
        return [text]
    if (bare := text.strip()).startswith("[") and bare.endswith("]"):
        text = bare[1:-1]
    pieces = (piece.strip() for piece in re.split("[,;\n]", text))
    return [part for piece in pieces if piece for part in _apart(piece, field, options, context)]


def _apart(text: str, field: ListOf, options: Sequence[Option], context: Context) -> Sequence[str]:
    """The pieces of what has no comma: »Musik und Sport«, »Saz-Evi & Chor«."""
    several = field.parts(text, context)
    if several or find(text, options):
        return several or [text]
    parts = re.split(BETWEEN[1], text)
    return parts if all(len(find(part, options)) == 1 for part in parts) else [text]


def _piece(
    text: str, reading: Reading, options: Sequence[Option], pick: Pick, numbered: bool
) -> str:
    field = reading.text
    if not options:
        return field.meant(text, Lists(today=reading.existing.today, beside=reading.beside))
    found = find(text, options, numbered=numbered)
    if len(found) == 1:
        return found[0].id
    sure = bool(found)
    if not sure and not field.closed and _is_accepted(text, field, reading.existing):
        return text
    found = found or similar(text, options)
    chosen = pick(text, found, sure) if found else None
    if chosen is None and found and pick is not nobody:
        raise Unclear
    if not found and field.place:
        return text  # resembles no entry: the name of a place
    return chosen.id if chosen else text


def _is_accepted(text: str, field: Field, existing: ExistingContent) -> bool:
    return field.read(Scalar(text, HERE), context_for("", existing)) is not INVALID


def _checked(answer: Answer, reading: Reading) -> tuple[Answer, tuple[Diagnostic, ...]]:
    """The answer as its field gives it, where that is text, and what the field says against it."""
    context = context_for(reading.path, reading.existing)
    value = reading.field.read(node_of(answer), context)
    found = tuple(context.problems)
    if reading.path == ID:
        return answer, found or _not_free(str(answer), reading)
    if not found:
        answer = _as_text(value, answer)
        found = tuple(_nowhere({reading.path: answer}, reading)) if context.references else ()
    return answer, found


def _as_text(value: Any, answer: Answer) -> Answer:  # noqa: ANN401
    """What the field made of the answer, unless it is no longer text: a day, a number."""
    if isinstance(value, str):
        return value
    is_words = isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    return tuple(value) if is_words and isinstance(answer, tuple) else answer


def _nowhere(answers: Mapping[str, Answer], reading: Reading) -> Sequence[Diagnostic]:
    """References to what does not exist, and pictures."""
    fields: Mapping[str, YamlValue] = nested(answers)
    context = context_for(reading.path, reading.existing)
    origin = Origin(reading.path, mapping_of(fields))
    entry = entry_of(reading.kind.entry, "-", origin, context)
    return broken_references([entry], reading.existing)


def _not_free(entry_id: str, reading: Reading) -> tuple[Diagnostic, ...]:
    """Why the id cannot be had, with one that can."""
    found = taken(entry_id, reading.kind.entry, reading.existing)
    free = proposal(entry_id, reading.kind.entry, reading.existing) if found else ""
    return tuple(
        Diagnostic(d.path, d.place, d.code, (*d.details, ("suggestion", free))) for d in found
    )

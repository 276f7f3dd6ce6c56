"""A submission as text with German labels: the body of a mail, a page that was filled in by hand.

`write` and `read` are inverse to each other. Reading is tolerant of what mail programs and people
do to such a text, and what it does not understand becomes part of the message.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.forms import (
    CONSENT,
    EMAIL,
    ENTRY,
    FORM,
    FORMS,
    LANGUAGE,
    MESSAGE,
    OWN,
    SENDER,
)
from plugins.catalogue.language_words import NAMES
from plugins.catalogue.languages import is_language
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold
from plugins.intake.new.fields import field_at
from plugins.intake.submission.form_fields import named, plain, prefixes
from plugins.intake.submission.forms import entry_of, form_called, kind_for
from plugins.intake.submission.submission import YES, Sender, Submission, tidy
from plugins.intake.submission.submission import line as on_one_line

END = "-----"
"""The line below a value of several lines."""

REMOVE = "-"
"""Stands for a value that shall be taken out."""

_OWN_NAMES = {plain(called): name for name, called in OWN.items()}
_DASHES = re.compile(r"\s*(?:-{5,}|[\u2013\u2014]{2,})\s*")
_QUOTE = re.compile(r"(?:[ \t]*>)+ ?")
_LIKE_LABEL = re.compile(
    r"[\s*_•·]*([^\W\d_](?:[^:\uff1a\n]{0,38}[^\s:\uff1a])?)[*_]*\s*[:\uff1a](?=[\s*_]|\Z)"
)
MOST_WORDS = 4
"""A label has no more of them: words before a colon that are more are a sentence."""
NARROWEST = 60
"""Where lines are wrapped by a program, none is shorter with the next word behind it."""
LONGEST_ITEM, MOST_ITEMS = 200, 400
_ITEM = re.compile(r"\s*(?:»((?:[^«\\]|\\.){0,400})«\s*(?=,|\Z)|([^,]*))(?:,|\Z)", re.DOTALL)


def write(submission: Submission) -> str:
    """The submission as text; attachments and where it came from are no part of it."""
    kind = submission.kind
    fields = submission.fields.items()
    parts = (
        _head(submission),
        [one for path, said in fields for one in _field(kind, path, said)] if kind else [],
        _foot(submission),
    )
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _head(submission: Submission) -> list[str]:
    lines = [f"{OWN[FORM]}: {FORMS[submission.form].title}"]
    if submission.language:
        name = NAMES.get(submission.language, ("",))[0]
        said = f"{name} ({submission.language})" if name else submission.language
        lines.append(f"{OWN[LANGUAGE]}: {said}")
    if submission.entry:
        lines.append(f"{OWN[ENTRY]}: {submission.entry}")
    return lines


def _foot(submission: Submission) -> list[str]:
    said = {SENDER: submission.sender.name, EMAIL: submission.sender.email}
    lines = [f"{OWN[CONSENT]}: ja"] if submission.consent else []
    lines += [_line(OWN[name], value) for name, value in said.items() if value]
    if submission.message:
        lines.append(_block(OWN[MESSAGE], submission.message, submission.kind))
    return lines


def _field(kind: type[Entry], path: str, values: Sequence[str]) -> Iterator[str]:
    called = label(kind, path)
    if not values:
        yield f"{called}: {REMOVE}"
    elif not _is_list(kind, path):
        for value in values:
            yield _block(called, value, kind) if "\n" in value else _line(called, value, kind)
    elif any("\n" in value or len(value) > LONGEST_ITEM for value in values):
        yield from (_block(called, value, kind) for value in values)
    else:
        yield f"{called}: {', '.join(map(_item, values))}"


def _is_list(kind: type[Entry], path: str) -> bool:
    return field_at(kind, path).shape == "many"


def _line(called: str, value: str, kind: type[Entry] | None = None) -> str:
    """A label and its value, escaped where it would be taken for something else.

    Behind »Ort« a value that begins with »Name:« would be the name of the place.
    """
    plain, escaped = f"{called}: {value}", f"{called}: {_escaped(value)}"
    is_taken = value.startswith((REMOVE, BACKSLASH)) or _name(plain, kind) != _name(escaped, kind)
    return escaped if is_taken else plain


def _name(text: str, kind: type[Entry] | None) -> str:
    found = _label(text, kind)
    return found.name if found else ""


BACKSLASH = "\\"


def _escaped(value: str) -> str:
    return BACKSLASH + value


def _block(called: str, value: str, kind: type[Entry] | None) -> str:
    lines = (_escaped(one) if _is_special(one, kind) else one for one in value.split("\n"))
    return "\n".join((f"{called}:", *lines, END))


def _is_special(text: str, kind: type[Entry] | None) -> bool:
    """Whether a line of a text would be taken for something else."""
    if text.startswith(BACKSLASH) or _QUOTE.match(text) or _DASHES.fullmatch(text):
        return True
    return _label(text, kind) is not None


def _item(value: str) -> str:
    """One of several values in a line."""
    if not re.search(r"[,»«\\*_]|\A[\s-]|\s\Z", value):
        return value
    escaped = re.sub(r"([\\«])", r"\\\1", value)
    return f"»{escaped}«"


def items(text: str) -> Iterator[str]:
    """Several values on a line, between commas; quoted where one has a comma in it."""
    for number, match in enumerate(_ITEM.finditer(text)):
        if number >= MOST_ITEMS:
            yield text[match.start() :].strip()
            return
        quoted = match[1]
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else match[2].strip()
        if value:
            yield value


class _Label(NamedTuple):
    """What a line is about: a field, or something of the submission itself."""

    name: str
    rest: str


def _label(text: str, kind: type[Entry] | None) -> _Label | None:
    """What a line begins with; of two labels the longer one."""
    own = ((_OWN_NAMES[c], rest) for c, rest in prefixes(text) if c in _OWN_NAMES)
    field = named(kind, text) if kind is not None else None
    found = [_Label(*one) for one in (*own, *((field,) if field else ()))]
    return min(found, key=lambda label: len(label.rest), default=None)


def read(text: str) -> Submission | None:
    """The submission that a text gives; `None` when it is no questionnaire."""
    lines = tidy(text).split("\n")
    if _form_in(lines) is None:
        lines = [_QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line for line in lines]
    form = _form_in(lines)
    return _Reader(lines, form).submission() if form is not None else None


def _form_in(lines: Iterable[str]) -> str | None:
    """The form that a line names."""
    for line in lines:
        for called, rest in prefixes(line):
            found = form_called(rest.strip("*_ ")) if called == plain(OWN[FORM]) else None
            if found is not None:
                return found.slug
    return None


class _Reader:
    """Goes through the lines once."""

    def __init__(self, lines: Sequence[str], form: str) -> None:
        self._lines, self._form = lines, form
        named = (label for line in lines if (label := _label(line, None)))
        entries = (entry_of(label.rest) for label in named if label.name == ENTRY)
        self._entry = next(filter(None, entries), "")
        self._kind = kind_for(form, self._entry)
        self._fields: dict[str, list[str]] = {}
        self._own: dict[str, str] = {}
        self._stray: list[str] = []

    def submission(self) -> Submission:
        """All that the lines say."""
        number = 0
        while number < len(self._lines):
            number = self._from(number)
        own = self._own
        language = _language(own.get(LANGUAGE, ""))
        message = tidy("\n".join((own.get(MESSAGE, ""), *self._stray)))
        return Submission(
            form=self._form,
            entry=self._entry,
            language=language,
            fields={name: tuple(values) for name, values in self._fields.items()},
            sender=Sender(own.get(SENDER, ""), own.get(EMAIL, "")),
            message=message,
            consent=fold(own.get(CONSENT, "")).strip(" .!") in YES,
        )

    def _from(self, number: int) -> int:
        """Read what begins at a line; the number of the next one."""
        line = self._lines[number]
        found = _label(line, self._kind)
        if found is None:
            if not _DASHES.fullmatch(line) and (line.strip() or self._stray):
                self._stray.append(line)
            return number + 1
        if found.rest:
            end = self._until(number + 1)
            parts = (found.rest, *map(str.strip, self._lines[number + 1 : end]))
            self._note(found.name, " ".join(parts), line)
            return end
        end, after = self._block(number + 1, is_long=self._is_long(found.name))
        value = tidy("\n".join(map(_unescaped, self._lines[number + 1 : end])))
        if value:
            self._note(found.name, value, line, is_block=True)
        return after

    def _until(self, number: int) -> int:
        """Where a value ends whose first line stands behind its label."""
        while number < len(self._lines) and self._lines[number].strip():
            if self._is_other(number):
                break
            number += 1
        return number

    def _is_other(self, number: int) -> bool:
        line = self._lines[number]
        is_known = _DASHES.fullmatch(line) or _QUOTE.match(line) or _label(line, self._kind)
        return bool(is_known) or self._is_like_label(number)

    def _is_like_label(self, number: int) -> bool:
        """Whether a line begins with what its author takes for a label: »Treffpunkt: Markt«.

        It is none of ours, but no more of the value above it. Where that was wrapped, it is.
        """
        line = self._lines[number]
        match = _LIKE_LABEL.match(line)
        if match is None or match[1][0].islower() or len(match[1].split()) > MOST_WORDS:
            return False
        return len(f"{self._lines[number - 1]} {line.split()[0]}") < NARROWEST

    def _block(self, start: int, *, is_long: bool) -> tuple[int, int]:
        """Where a value of several lines ends, and where the next one begins.

        Where its last line has been lost it ends above the next label, or at an empty line; one
        that is not long also above what is like a label.
        """
        end = start
        while end < len(self._lines) and _label(self._lines[end], self._kind) is None:
            if _DASHES.fullmatch(self._lines[end]):
                return end, end + 1
            end += 1
        if is_long:
            return end, end
        rest = range(start, end)
        over = (n for n in rest if not self._lines[n].strip() or self._is_like_label(n))
        last = next(over, end)
        return last, last

    def _is_long(self, name: str) -> bool:
        if name.startswith("_"):
            return name == MESSAGE
        if self._kind is None:
            return False
        return next(field_at(self._kind, name).texts()).control == "long"

    def _note(self, name: str, value: str, line: str, *, is_block: bool = False) -> None:
        if name.startswith("_"):
            self._note_own(name, value, line, is_block=is_block)
            return
        values = self._fields.setdefault(name, [])
        if is_block:
            values.append(value)
        elif value != REMOVE and self._kind is not None and _is_list(self._kind, name):
            values.extend(items(value))
        elif value != REMOVE:
            values.append(_unescaped(value))

    def _note_own(self, name: str, value: str, line: str, *, is_block: bool) -> None:
        if name not in (MESSAGE, FORM, ENTRY):
            value = on_one_line(value)
        if name == MESSAGE and name in self._own:
            self._own[name] += f"\n{value}"
        elif name in self._own or (name == ENTRY and not entry_of(value)):
            self._stray.append(line)
        else:
            self._own[name] = value if is_block else _unescaped(value)


def _unescaped(value: str) -> str:
    return value.removeprefix(BACKSLASH)


def _language(text: str) -> str:
    """The tag of a language: in brackets behind its name, or alone."""
    match = re.search(r"\(([A-Za-z0-9-]{2,35})\)\s*\Z", text)
    tag = match[1] if match else text.strip()
    if is_language(tag):
        return tag
    called = fold(text.strip())
    return next((tag for tag, names in NAMES.items() if called in map(fold, names)), "")

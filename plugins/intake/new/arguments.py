"""Answers that are given with the command: `make new KIND=event TITLE=Konzert ORGANISER=chor`."""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.model import Entry
from plugins.catalogue.text import nearest
from plugins.intake.existing import ExistingContent
from plugins.intake.new import texts
from plugins.intake.new.answer import Reading, read
from plugins.intake.new.fields import field_at, paths_of
from plugins.intake.new.kinds import EntryKind
from plugins.intake.new.question import ID, Answer
from plugins.intake.new.texts import Bilingual

NAMES = "NEW_GIVEN"
PREFIX = "NEW_"
KIND = "KIND"


@dataclass(frozen=True)
class InvalidArgument:
    """What is wrong with something that was given, and what to do about it."""

    name: str
    message: str
    remedy: str
    path: str = ""
    """The field, when it can be asked for instead."""

    def lines(self, language: MessageLanguage) -> Iterator[str]:
        """Two lines, as `make check` shows a finding."""
        yield f"{self.name}: {self.message}"
        yield f"    {texts.HELP.to(language)}: {self.remedy}"


@dataclass(frozen=True)
class Arguments:
    """What was given: answers by the path of their field, and what is wrong with the others."""

    answers: Mapping[str, Answer]
    faults: tuple[InvalidArgument, ...]


def given_in(environment: Mapping[str, str]) -> Mapping[str, str]:
    """What was given to make, by its name.

    The Makefile says in NEW_GIVEN which names those are and hands over NAME=x as NEW_NAME. So a
    NAME that merely happens to be set in somebody's shell is no answer, and no character in a
    value means anything to make or to the shell.
    """
    names = environment.get(NAMES, "").split()
    return {name: environment.get(PREFIX + name, "") for name in names}


def variables(kind: type[Entry]) -> Mapping[str, str]:
    """The path of every field by the name under which it can be given; lists by two names."""
    known = {ID.upper(): ID}
    for path in paths_of(RecordField(kind)):
        name = path.replace(".", "_").upper()
        known[name] = path
        if field_at(kind, path).shape == "many" and name.endswith("S"):
            known.setdefault(name[:-1], path)
    known.pop(KIND, None)  # says what kind of entry it is: KIND=offer, KIND=seek
    return known


def answers_in(values: Mapping[str, str], kind: EntryKind, existing: ExistingContent) -> Arguments:
    """The answers among what was given, each checked as when it had been typed."""
    answers: dict[str, Answer] = {}
    faults: list[InvalidArgument] = []
    names: dict[str, str] = {}
    for name, path in _paths(values, kind, existing, faults):
        if path in names:
            faults.append(_fault(name, texts.GIVEN_TWICE, texts.ONE_OF_THEM, existing, names[path]))
            continue
        names[path] = name
        answer, found = read(values[name], _reading(kind, path, existing, answers))
        errors = [finding for finding in found if finding.is_error]
        if errors:
            faults += [fault_of(finding, name, path, existing.language) for finding in errors]
        else:  # warnings are said about the whole entry
            answers[path] = answer
    faults += _two_ways(names, existing)
    return Arguments(answers, tuple(faults))


def missing(
    kind: EntryKind, answers: Mapping[str, Answer], existing: ExistingContent
) -> Iterator[InvalidArgument]:
    """Everything that an entry must have and that was not given."""
    for question in kind.questions:
        if question.path not in answers and RecordField(kind.entry).needs(question.path):
            name = question.path.replace(".", "_").upper()
            example = f'"{existing.text(question.row.example) or "…"}"'
            example = "offer" if name == KIND else example
            yield InvalidArgument(
                name,
                texts.MISSING.to(existing.language).format(key=name),
                texts.GIVE.to(existing.language).format(key=name, example=example),
                question.path,
            )


def fault_of(
    finding: Diagnostic, name: str, path: str, language: MessageLanguage
) -> InvalidArgument:
    """A finding about a value that was given."""
    message = f"{finding.code} {finding.message(language)}"
    return InvalidArgument(name, message, _remedy(finding, name, language), path)


_OWN_REMEDIES = {"REF-PLACE": texts.PLACE, "REF-ONLINE": texts.ONLINE}


def _remedy(finding: Diagnostic, name: str, language: MessageLanguage) -> str:
    """What to do, in the words of a command where a file is written otherwise."""
    own = _OWN_REMEDIES.get(finding.code)
    if own is None:
        return finding.remedy(language)
    value = dict(finding.details)["value"]
    is_plain = re.search(r'["$`\\!]', value) is None
    shown = f'"{value}"' if is_plain else shlex.quote(value)
    return own.to(language).format(key=name, value=shown)


def _paths(
    values: Mapping[str, str],
    kind: EntryKind,
    existing: ExistingContent,
    faults: list[InvalidArgument],
) -> Iterator[tuple[str, str]]:
    """Name and path of what was given; START before END, which may be just a time."""
    known = variables(kind.entry)
    for name in sorted(values, key=lambda name: (name == "END", name)):
        path = known.get(name) or _own_key(name, kind.entry)
        if path and values[name].strip():
            yield name, path
        elif not path and name != KIND:
            faults.append(_unknown(name, known, existing))


def _own_key(name: str, kind: type[Entry]) -> str:
    """The path of a key that is the editor's own: SOCIAL_MASTODON."""
    for key, field in RecordField(kind).keys().items():
        prefix = f"{key.upper()}_"
        if field.shape == "pairs" and name.startswith(prefix) and name != prefix:
            return f"{key}.{name.removeprefix(prefix).lower()}"
    return ""


def _unknown(name: str, known: Mapping[str, str], existing: ExistingContent) -> InvalidArgument:
    suggestion = nearest(name, known)
    if suggestion:
        return _fault(name, texts.UNKNOWN_KEY, texts.DID_YOU_MEAN, existing, suggestion)
    return _fault(name, texts.UNKNOWN_KEY, texts.KEYS, existing, ", ".join(known))


def _two_ways(names: Mapping[str, str], existing: ExistingContent) -> Iterator[InvalidArgument]:
    """A field and one inside it: VENUE=haus and VENUE_NAME=Saal."""
    for path, name in names.items():
        above = path.partition(".")[0]
        if above != path and above in names:
            yield _fault(name, texts.TWO_WAYS, texts.ONE_OF_THEM, existing, names[above])


def _fault(
    name: str, message: Bilingual, remedy: Bilingual, existing: ExistingContent, other: str
) -> InvalidArgument:
    details = {"key": name, "other": other, "suggestion": other, "known": other}
    return InvalidArgument(
        name,
        message.to(existing.language).format_map(details),
        remedy.to(existing.language).format_map(details),
    )


def _reading(
    kind: EntryKind, path: str, existing: ExistingContent, answers: Mapping[str, Answer]
) -> Reading:
    return Reading(kind, path, existing, str(answers.get("start", "")) if path == "end" else "")

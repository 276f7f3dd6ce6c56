"""`make new` where nobody can be asked: everything must have been given with the command."""

from collections.abc import Mapping
from typing import TextIO

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.records import RecordField
from plugins.findings import Display, concise
from plugins.findings.safe import say
from plugins.intake.existing import ExistingContent
from plugins.intake.naming import proposal
from plugins.intake.new import texts
from plugins.intake.new.arguments import KIND, InvalidArgument, answers_in, fault_of, missing
from plugins.intake.new.draft import Draft, draft
from plugins.intake.new.kinds import KINDS, EntryKind, kind_of
from plugins.intake.new.question import ID, Answer, Answers
from plugins.intake.new.session import FAILED, NOT_RIGHT, WRITTEN, no_such_kind, write


def by_given(given: Mapping[str, str], existing: ExistingContent, output: TextIO) -> int:
    """Write the entry that was given, or say everything that is wrong with it; the exit code."""
    chosen = kind_of(given.get(KIND, ""))
    if chosen is None:
        return _refuse([_kind_fault(given, existing)], existing, output)
    kind, preset = chosen
    found = answers_in(given, kind, existing)
    answers = _completed(kind, {**preset, **found.answers}, existing)
    faults = [*found.faults, *_missing(kind, answers, found.faults, existing)]
    if faults:
        return _refuse(faults, existing, output)
    made = draft(kind.entry, answers, existing)
    if made.errors:
        return _refuse([_fault(made, error, existing) for error in made.errors], existing, output)
    return _written(made, existing, output)


def _kind_fault(given: Mapping[str, str], existing: ExistingContent) -> InvalidArgument:
    if KIND in given:
        known = ", ".join(kind.name(existing.language) for kind in KINDS)
        remedy = texts.KEYS.to(existing.language).format(known=known)
        return InvalidArgument(KIND, no_such_kind(given[KIND], existing), remedy)
    example = KINDS[1].name(existing.language)
    return InvalidArgument(
        KIND,
        texts.MISSING.to(existing.language).format(key=KIND),
        texts.GIVE.to(existing.language).format(key=KIND, example=example),
    )


def _completed(kind: EntryKind, answers: Answers, existing: ExistingContent) -> dict[str, Answer]:
    """The answers, with what is proposed for required fields that were not given, and the id."""
    complete = dict(answers)
    for question in kind.questions:
        proposed = question.proposed(existing.today)
        if proposed and RecordField(kind.entry).needs(question.path):
            complete.setdefault(question.path, proposed)
    name = str(answers.get("name") or answers.get("title") or "")
    proposed = proposal(name, kind.entry, existing)
    if proposed:
        complete.setdefault(ID, proposed)
    return complete


def _missing(
    kind: EntryKind,
    answers: Answers,
    faults: tuple[InvalidArgument, ...],
    existing: ExistingContent,
) -> list[InvalidArgument]:
    """What is missing, except what was given wrongly, and an id that follows from the rest."""
    wrong = {fault.path for fault in faults}
    found = [fault for fault in missing(kind, answers, existing) if fault.path not in wrong]
    if ID in answers or found or wrong:
        return found
    return [
        InvalidArgument(
            ID.upper(),
            texts.MISSING.to(existing.language).format(key=ID.upper()),
            texts.GIVE.to(existing.language).format(key=ID.upper(), example="chor-am-fluss"),
        )
    ]


def _fault(made: Draft, finding: Diagnostic, existing: ExistingContent) -> InvalidArgument:
    path = made.field_of(finding)
    return fault_of(finding, path.replace(".", "_").upper(), path, existing.language)


def _refuse(faults: list[InvalidArgument], existing: ExistingContent, output: TextIO) -> int:
    for fault in faults:
        for line in fault.lines(existing.language):
            say(output, line)
    return NOT_RIGHT


def _written(made: Draft, existing: ExistingContent, output: TextIO) -> int:
    hindrance = write(made, existing)
    if hindrance is not None:
        say(output, hindrance.to(existing.language).format(path=made.path))
        return FAILED if hindrance is texts.LINKED else NOT_RIGHT
    output.write(concise.render(sorted({*made.findings, *made.alike}), Display(existing.language)))
    say(output, texts.WRITTEN.to(existing.language).format(path=made.path))
    return WRITTEN

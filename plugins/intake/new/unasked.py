"""`make new` where nobody can be asked: everything must have been given with the command."""

from collections.abc import Mapping
from typing import TextIO

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.records import RecordField
from plugins.findings import Display, concise
from plugins.findings.safe import say
from plugins.intake.naming import proposal
from plugins.intake.new import words
from plugins.intake.new.draft import Draft, draft
from plugins.intake.new.given import KIND, Fault, answers_in, fault_of, missing
from plugins.intake.new.kinds import KINDS, Kind, kind_of
from plugins.intake.new.question import ID, Answer, Answers
from plugins.intake.new.session import FAILED, NOT_RIGHT, WRITTEN, no_such_kind, write
from plugins.intake.world import World


def by_given(given: Mapping[str, str], world: World, output: TextIO) -> int:
    """Write the entry that was given, or say everything that is wrong with it; the exit code."""
    chosen = kind_of(given.get(KIND, ""))
    if chosen is None:
        return _refuse([_kind_fault(given, world)], world, output)
    kind, preset = chosen
    found = answers_in(given, kind, world)
    answers = _completed(kind, {**preset, **found.answers}, world)
    faults = [*found.faults, *_missing(kind, answers, found.faults, world)]
    if faults:
        return _refuse(faults, world, output)
    made = draft(kind.entry, answers, world)
    if made.errors:
        return _refuse([_fault(made, error, world) for error in made.errors], world, output)
    return _written(made, world, output)


def _kind_fault(given: Mapping[str, str], world: World) -> Fault:
    if KIND in given:
        known = ", ".join(kind.name(world.language) for kind in KINDS)
        remedy = words.KEYS.to(world.language).format(known=known)
        return Fault(KIND, no_such_kind(given[KIND], world), remedy)
    example = KINDS[1].name(world.language)
    return Fault(
        KIND,
        words.MISSING.to(world.language).format(key=KIND),
        words.GIVE.to(world.language).format(key=KIND, example=example),
    )


def _completed(kind: Kind, answers: Answers, world: World) -> dict[str, Answer]:
    """The answers, with what is proposed for required fields that were not given, and the id."""
    complete = dict(answers)
    for question in kind.questions:
        proposed = question.proposed(world.today)
        if proposed and RecordField(kind.entry).needs(question.path):
            complete.setdefault(question.path, proposed)
    name = str(answers.get("name") or answers.get("title") or "")
    proposed = proposal(name, kind.entry, world)
    if proposed:
        complete.setdefault(ID, proposed)
    return complete


def _missing(kind: Kind, answers: Answers, faults: tuple[Fault, ...], world: World) -> list[Fault]:
    """What is missing, except what was given wrongly, and an id that follows from the rest."""
    wrong = {fault.path for fault in faults}
    found = [fault for fault in missing(kind, answers, world) if fault.path not in wrong]
    if ID in answers or found or wrong:
        return found
    return [
        Fault(
            ID.upper(),
            words.MISSING.to(world.language).format(key=ID.upper()),
            words.GIVE.to(world.language).format(key=ID.upper(), example="chor-am-fluss"),
        )
    ]


def _fault(made: Draft, finding: Diagnostic, world: World) -> Fault:
    path = made.field_of(finding)
    return fault_of(finding, path.replace(".", "_").upper(), path, world.language)


def _refuse(faults: list[Fault], world: World, output: TextIO) -> int:
    for fault in faults:
        for line in fault.lines(world.language):
            say(output, line)
    return NOT_RIGHT


def _written(made: Draft, world: World, output: TextIO) -> int:
    hindrance = write(made, world)
    if hindrance is not None:
        say(output, hindrance.to(world.language).format(path=made.path))
        return FAILED if hindrance is words.LINKED else NOT_RIGHT
    output.write(concise.render(sorted({*made.findings, *made.alike}), Display(world.language)))
    say(output, words.WRITTEN.to(world.language).format(path=made.path))
    return WRITTEN

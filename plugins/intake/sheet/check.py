"""What is wrong with the rows of a sheet: the fields' own word, and all rules across entries.

The entries that the sheet would make are built in memory, with the places of cells instead of
lines of a file. So `make check` has nothing to say about an entry that came in by a sheet.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from plugins.catalogue.dates import in_german
from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.words import WORDS
from plugins.catalogue.diagnostics import Diagnostic, Place
from plugins.catalogue.find import DEVICES
from plugins.catalogue.model import Entry, Origin
from plugins.catalogue.names import ID as ID_FORM
from plugins.catalogue.names import MAX_ID, slug
from plugins.catalogue.parse import entry_of
from plugins.intake.entry_file import MERGE
from plugins.intake.sheet import joined, raw
from plugins.intake.sheet.columns import BODY, ID
from plugins.intake.sheet.compare import Plan
from plugins.intake.sheet.flat import branch_node
from plugins.intake.sheet.messages import Finding, finding
from plugins.intake.sheet.table import Line, Table
from plugins.intake.unsaved import context_for, news
from plugins.intake.world import World


@dataclass(frozen=True)
class Verdict:
    """What was found in the sheet, and what its changes would break in other files."""

    findings: tuple[Finding, ...]
    elsewhere: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether nothing may be written."""
        return any(f.is_error for f in self.findings) or any(d.is_error for d in self.elsewhere)

    def in_file(self, path: str) -> tuple[Diagnostic, ...]:
        """All of it as findings about files, of which the sheet is the one at `path`."""
        return tuple(sorted({*(f.in_file(path) for f in self.findings), *self.elsewhere}))


def ids(table: Table) -> Iterator[Finding]:
    """Every row has an id of its own, in the form of an id."""
    first: dict[str, int] = {}
    for line in table.lines:
        if not line.id:
            yield finding(line.number, 0, "SHEET-NO-ID")
            continue
        other = first.setdefault(line.id, line.number)
        if not ID_FORM.fullmatch(line.id) or len(line.id) > MAX_ID:
            suggestion = slug(line.id)
            yield _at_id(line, table, "ID-FORM", value=line.id, suggestion=suggestion)
        elif other != line.number:
            yield _at_id(line, table, "SHEET-ID-TWICE", value=line.id, other=other)
        elif line.id in DEVICES:
            yield _at_id(line, table, "FILE-RESERVED", name=line.id)


def _at_id(line: Line, table: Table, code: str, **details: object) -> Finding:
    column = next((column for column, key in table.keys.items() if key == ID), 0)
    return finding(line.number, 0 if line.made else column, code, label(table.kind, ID), **details)


def check(plans: Iterable[Plan], table: Table, paths: Mapping[str, str], world: World) -> Verdict:
    """Hold fields and rules against the entries that the plans would make.

    `paths` gives the file of each id, as it is called in messages.
    """
    found = list(table.findings)
    made: dict[str, Entry] = {}
    for plan in plans:
        if plan.state in ("new", "changed"):
            path = paths[plan.line.id]
            entry, findings = _typed(plan, table, path, world)
            found += [*_shapes(plan, table), *findings]
            made[path] = entry
    lines = {paths[plan.line.id]: plan.line for plan in plans}
    found_by_rules = news(made, world)
    found += [_finding(d, lines[d.path], table, world) for d in found_by_rules if d.path in made]
    return Verdict(
        tuple(sorted({_labelled(f, table) for f in found})),
        tuple(sorted(d for d in found_by_rules if d.path not in made)),
    )


def _shapes(plan: Plan, table: Table) -> Iterator[Finding]:
    """Pairs are pairs; a place is either an entry or described."""
    for key, text in plan.line.cells.items():
        if text and table.columns[key].shape == "pairs":
            for item in _no_pairs(joined.split(text)):
                yield finding(*plan.line.place(key), "SHEET-PAIR", value=item)
    for change in plan.changes:
        if raw.has_lost_letters(change.old, change.new):
            place = plan.line.place(change.column.key)
            yield finding(*place, "SHEET-LETTERS", value=change.new)
    filled = {key for key, text in plan.cells.items() if text}
    above = {key.rpartition(".")[0]: key for key in sorted(filled)}
    for key in sorted(filled & {*above}):
        yield finding(*plan.line.place(key), "SHEET-EITHER", other=label(table.kind, above[key]))


def _no_pairs(items: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for item in items:
        name, value = joined.parted(item)
        if not name or not value or name in seen or name == MERGE:
            yield item
        seen.add(name)


def _typed(plan: Plan, table: Table, path: str, world: World) -> tuple[Entry, list[Finding]]:
    """The entry that the plan makes, a draft where something is wrong, and what is."""
    node = branch_node(plan.after, "", partial(_place, plan.line))
    context = context_for(path, world)
    entry = entry_of(table.kind, plan.line.id, Origin(path, node), context)
    return entry, [_finding(problem, plan.line, table, world) for problem in context.problems]


_BODY_LINE = 1_000_000
"""Where the text of an entry begins, as far as rules know: they count lines in it."""


def _place(line: Line, key: str) -> Place:
    return Place(_BODY_LINE, 1) if key == BODY else line.place(key)


def _finding(problem: Diagnostic, line: Line, table: Table, world: World) -> Finding:
    """The finding at its cell; all lines of the text are in one cell."""
    place = line.place(BODY) if problem.place.line >= _BODY_LINE else problem.place
    code, details = problem.code, dict(problem.details)
    if code == "FLD-MISSING":
        return _missing(place, details["key"], line, table)
    if code == "FLD-CHOICE":
        details["allowed"] = ", ".join(map(_german, details["allowed"].split(", ")))
        details["suggestion"] = _german(details["suggestion"])
    if code == "FLD-LIST":
        details["value"] = "; ".join(details["value"].strip("[]").split(", "))
    if code == "REF-TERM":
        terms = world.catalogue.vocabularies[details["vocabulary"]]
        meant = terms.get(details["suggestion"])
        details["suggestion"] = meant.label_in("de") if meant else ""
    if code in ("DATE-FORMAT", "DATE-TIME-FORMAT"):
        day = in_german(details.pop("suggestion"))
        details["hint"] = f" (»{day}«?)" if day else ""
    return finding(line.number, place.column, _IN_A_SHEET.get(code, code), **details)


_IN_A_SHEET = {
    "FLD-YES-NO": "SHEET-YES-NO",
    "REF-NAME": "SHEET-REFERENCE",
    "DATE-FORMAT": "SHEET-DATE",
    "DATE-TIME-FORMAT": "SHEET-TIME",
    "FLD-LIST": "SHEET-LIST",
    "REF-PLACE": "SHEET-PLACE",
    "REF-ONLINE": "SHEET-ONLINE",
}


def _german(word: str) -> str:
    return WORDS.get(word, word)


def _missing(place: Place, key: str, line: Line, table: Table) -> Finding:
    """A value that must be there: in which cell, or which column the sheet lacks."""
    above = table.keys.get(place.column, "").rpartition(".")[0]
    full = f"{above}.{key}" if above else key
    if full in line.places or f"{full}.1" in line.places:
        return finding(line.number, line.place(full).column, "SHEET-EMPTY")
    return finding(line.number, 0, "SHEET-MISSING", key=full, field=label(table.kind, full))


def _labelled(found: Finding, table: Table) -> Finding:
    """The finding with the name of its column."""
    key = table.keys.get(found.column, "")
    return replace(found, label=label(table.kind, key)) if key and not found.label else found

"""What is wrong with the rows of a sheet: the fields' own word, and all rules across entries.

The entries that the sheet would make are built in memory, with the places of cells instead of
lines of a file. So `make check` has nothing to say about an entry that came in by a sheet.
"""

from collections.abc import Iterable, Iterator, Mapping

from plugins.catalogue.dates import in_german
from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.words import WORDS
from plugins.catalogue.diagnostics import Diagnostic, Place
from plugins.catalogue.model import Entry, Origin
from plugins.catalogue.nodes import Mapping as MappingNode
from plugins.catalogue.nodes import Node, Scalar, Sequence
from plugins.catalogue.parse import entry_of
from plugins.intake.entry_file import MERGE
from plugins.intake.existing import ExistingContent
from plugins.intake.sheet import values
from plugins.intake.sheet.cells import has_lost_letters
from plugins.intake.sheet.columns import BODY
from plugins.intake.sheet.problems import finding
from plugins.intake.sheet.row_diff import RowDiff
from plugins.intake.sheet.rows import SheetRow, Table
from plugins.intake.tree import Branch, Tree
from plugins.intake.unsaved import context_for, news


def check(
    diffs: Iterable[RowDiff], table: Table, paths: Mapping[str, str], existing: ExistingContent
) -> Iterator[Diagnostic]:
    """Hold fields and rules against the entries that the rows would make.

    `paths` gives the file of each id, as it is called in messages. What is found in the sheet has
    no path; what its changes would break in other files has theirs.
    """
    yield from table.findings
    made: dict[str, Entry] = {}
    rows = {paths[diff.row.id]: diff.row for diff in diffs}
    for diff in diffs:
        if diff.state in ("new", "changed"):
            path = paths[diff.row.id]
            context = context_for(path, existing)
            node = _mapping(diff.after, "", diff.row)
            made[path] = entry_of(table.kind, diff.row.id, Origin(path, node), context)
            yield from _shapes(diff, table)
            yield from (_in_sheet(one, diff.row, table, existing) for one in context.problems)
    for one in news(made, existing):
        yield _in_sheet(one, rows[one.path], table, existing) if one.path in made else one


def _shapes(diff: RowDiff, table: Table) -> Iterator[Diagnostic]:
    """Pairs are pairs; a place is either an entry or described."""
    for key, text in diff.row.cells.items():
        if text and table.columns[key].shape == "pairs":
            for item in _no_pairs(values.split(text)):
                yield finding(*diff.row.place(key), "SHEET-PAIR", value=item)
    for change in diff.changes:
        if has_lost_letters(change.old, change.new):
            place = diff.row.place(change.column.key)
            yield finding(*place, "SHEET-LETTERS", value=change.new)
    filled = {key for key, text in diff.cells.items() if text}
    above = {key.rpartition(".")[0]: key for key in sorted(filled)}
    for key in sorted(filled & {*above}):
        yield finding(*diff.row.place(key), "SHEET-EITHER", other=label(table.kind, above[key]))


def _no_pairs(items: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for item in items:
        name, value = values.parted(item)
        if not name or not value or name in seen or name == MERGE:
            yield item
        seen.add(name)


_BODY_LINE = 1_000_000
"""Where the text of an entry begins, as far as rules know: they count lines in it."""


def _place(row: SheetRow, key: str) -> Place:
    return Place(_BODY_LINE, 1) if key == BODY else row.place(key)


def _mapping(tree: Branch, key: str, row: SheetRow) -> MappingNode:
    """The nodes of a tree, each at the place of the cell that it came from."""
    named = [(name, f"{key}.{name}" if key else name, value) for name, value in tree.items()]
    pairs = ((Scalar(name, _place(row, at)), _node(value, at, row)) for name, at, value in named)
    return MappingNode(tuple(pairs), row.place(key))


def _node(tree: Tree, key: str, row: SheetRow) -> Node:
    if isinstance(tree, str):
        return Scalar(tree, _place(row, key))
    if isinstance(tree, list):
        items = (_node(item, f"{key}.{n}", row) for n, item in enumerate(tree, start=1))
        return Sequence(tuple(items), _place(row, key))
    return _mapping(tree, key, row)


def _in_sheet(
    problem: Diagnostic, row: SheetRow, table: Table, existing: ExistingContent
) -> Diagnostic:
    """The finding at its cell; all lines of the text are in one cell."""
    place = row.place(BODY) if problem.place.line >= _BODY_LINE else problem.place
    code, details = problem.code, dict(problem.details)
    if code == "FLD-MISSING":
        return _missing(place, details["key"], row, table)
    if code == "FLD-CHOICE":
        details["allowed"] = ", ".join(map(_german, details["allowed"].split(", ")))
        details["suggestion"] = _german(details["suggestion"])
    if code == "FLD-LIST":
        details["value"] = "; ".join(details["value"].strip("[]").split(", "))
    if code == "REF-TERM":
        terms = existing.catalogue.vocabularies[details["vocabulary"]]
        meant = terms.get(details["suggestion"])
        details["suggestion"] = meant.label_in("de") if meant else ""
    if code in ("DATE-FORMAT", "DATE-TIME-FORMAT"):
        day = in_german(details.pop("suggestion"))
        details["hint"] = f" (»{day}«?)" if day else ""
    return finding(row.number, place.column, _IN_A_SHEET.get(code, code), **details)


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


def _missing(place: Place, key: str, row: SheetRow, table: Table) -> Diagnostic:
    """A value that must be there: in which cell, or which column the sheet lacks."""
    above = table.keys.get(place.column, "").rpartition(".")[0]
    full = f"{above}.{key}" if above else key
    if full in row.places or f"{full}.1" in row.places:
        return finding(row.number, row.place(full).column, "SHEET-EMPTY")
    return finding(row.number, 0, "SHEET-MISSING", key=full, field=label(table.kind, full))

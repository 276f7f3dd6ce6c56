"""A table and the content to what is to be done: what each row changes, what is wrong, files."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.catalogue import characters
from plugins.catalogue.diagnostics import Diagnostic
from plugins.intake import entry_file
from plugins.intake.content import ContentFolder
from plugins.intake.edit import CannotEdit, edited
from plugins.intake.sheet.identity import identified, problems_of_ids
from plugins.intake.sheet.problems import finding
from plugins.intake.sheet.row_checks import check
from plugins.intake.sheet.row_diff import RowDiff, row_diff
from plugins.intake.sheet.rows import SheetRow, Table
from plugins.intake.sheet.survey_exports import todays
from plugins.intake.tree import tree_of
from plugins.intake.writes import Write


@dataclass(frozen=True)
class SheetDiff:
    """What reading a sheet comes to. There are no writes where anything is wrong."""

    table: Table
    rows: tuple[RowDiff, ...]
    found: tuple[Diagnostic, ...]
    """What is wrong in the sheet, without a path; what would be in other files, with theirs."""
    absent: tuple[str, ...]
    writes: tuple[Write, ...]

    @property
    def has_errors(self) -> bool:
        """Whether nothing may be written."""
        return any(found.is_error for found in self.found)

    @property
    def conflicts(self) -> tuple[RowDiff, ...]:
        """The rows whose entries are left alone because git and the sheet disagree."""
        return tuple(diff for diff in self.rows if diff.state in ("conflict", "gone"))

    def found_in(self, path: str) -> tuple[Diagnostic, ...]:
        """All that was found, as findings about files, of which the sheet is the one at `path`."""
        return tuple(sorted({found if found.path else _at(path, found) for found in self.found}))


def _at(path: str, found: Diagnostic) -> Diagnostic:
    place = found.place._replace(column=max(found.place.column, 1))
    return Diagnostic(path, place, found.code, found.details)


def sheet_diff(table: Table, content: ContentFolder) -> SheetDiff:
    """Compare all rows with the content, and check what they would make of it."""
    table = identified(table, content)
    wrong = {one.place.line: one for one in problems_of_ids(table, content.unreadable(table.kind))}
    before = {entry.id: tree_of(entry, content.lists) for entry in content.entries(table.kind)}
    rows = [one for row in table.rows if (one := _comparable(row, wrong.get(row.number)))]
    today = content.existing.today.isoformat()
    rows = [row if row.id in before else _taken_in(row, table, today) for row in rows]
    diffs = tuple(row_diff(row, before.get(row.id), table) for row in rows)
    paths = {row.id: content.path_of(table.kind, row.id) for row in rows}
    found = {*check(diffs, table, paths, content.existing), *wrong.values()}
    writes: tuple[Write, ...] = ()
    if not any(one.is_error for one in found):
        changed = [diff for diff in diffs if diff.state in ("new", "changed")]
        writes = tuple(_write(diff, table, content) for diff in changed)
        found |= {*_too_large(changed, writes)}
    absent = tuple(sorted({*before} - {row.id for row in table.rows}))
    diff = SheetDiff(table, diffs, tuple(sorted(found)), absent, writes)
    return replace(diff, writes=()) if diff.has_errors else diff


def _comparable(row: SheetRow, problem: Diagnostic | None) -> SheetRow | None:
    """The row, under a name for now where its own is no id: what else is wrong is said too.

    `None` for a row that is about an entry which cannot be compared, or which is there twice.
    """
    if problem is None:
        return row
    is_of_another = problem.code in ("SHEET-ID-TWICE", "SHEET-BROKEN")
    return None if is_of_another else replace(row, id=f"zeile-{row.number}")


def _taken_in(row: SheetRow, table: Table, today: str) -> SheetRow:
    """A row that becomes an entry, with today where it leaves open when it was taken in."""
    days = {key: today for key in todays(table.kind) if row.cells.get(key, today) == ""}
    return replace(row, cells={**row.cells, **days}) if days else row


def _too_large(diffs: Iterable[RowDiff], writes: Iterable[Write]) -> Iterable[Diagnostic]:
    for diff, write in zip(diffs, writes, strict=True):
        if len(write.data) > characters.MAX_BYTES:
            yield finding(diff.row.number, 0, "SHEET-LARGE")


def _write(diff: RowDiff, table: Table, content: ContentFolder) -> Write:
    """The file of an entry with what the sheet says. Raises `CannotEdit`."""
    known = content.files.get((table.kind.folder, diff.row.id))
    if known is None:
        path = content.folder / table.kind.folder / f"{diff.row.id}.md"
        return Write(path, entry_file.text_of(table.kind, diff.after).encode("utf-8"), None)
    file = content.file(known)
    try:
        return Write(known.path, edited(file, diff.before, diff.after), file.data)
    except CannotEdit as error:
        raise CannotEdit(known.shown) from error

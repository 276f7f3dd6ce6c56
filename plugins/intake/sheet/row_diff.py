"""Three versions of every value: as the sheet was written, as git has it now, as the sheet says.

| sheet was written with | git now | sheet now | result |
| --- | --- | --- | --- |
| A | A | A | nothing |
| A | A | B | B |
| A | B | A | stays B |
| A | B | B | nothing |
| A | B | C | a conflict: the entry is left alone |

What is compared is a unit of columns (columns.py). Where a row does not say what the sheet was
written with (a list from elsewhere), values are only added: nothing is replaced, nothing removed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from plugins.catalogue.fields.base import Column
from plugins.catalogue.model import Entry
from plugins.intake.sheet.columns import (
    Cells,
    cells_of,
    columns_of,
    digest,
    lists_of_records,
    state_in,
    tree_from,
)
from plugins.intake.sheet.rows import SheetRow, Table
from plugins.intake.tree import Branch

RowState = Literal["same", "new", "changed", "conflict", "gone"]


@dataclass(frozen=True)
class CellDiff:
    """One column whose value in the sheet is not that in git."""

    column: Column
    old: str
    new: str


@dataclass(frozen=True)
class RowDiff:
    """What a row of the sheet does to its entry. `before` is empty for a new one."""

    row: SheetRow
    state: RowState
    before: Branch
    after: Branch
    changes: tuple[CellDiff, ...] = ()
    conflicts: tuple[CellDiff, ...] = ()
    cells: Cells = field(default_factory=dict)
    """All cells that make up `after`, also of columns that the sheet lacks."""


def row_diff(row: SheetRow, before: Branch | None, table: Table) -> RowDiff:
    """Compare a row with its entry; `before` is `None` when there is no such entry."""
    stated = state_in(row.base, row.id)
    if before is None:
        return _new(row, table) if stated is None else RowDiff(row, "gone", {}, {})
    columns = {**_columns(before, table.kind), **table.columns}
    current = cells_of(before, columns.values())
    changes: list[CellDiff] = []
    conflicts: list[CellDiff] = []
    for unit in _units(columns.values()):
        differing = [*_differing(unit, row, current)]
        verdict = _verdict(unit, row, current, stated) if differing else "keep"
        changes += differing if verdict == "take" else ()
        conflicts += differing if verdict == "conflict" else ()
    if conflicts:
        return RowDiff(row, "conflict", before, before, tuple(changes), tuple(conflicts))
    if not changes:
        return RowDiff(row, "same", before, before)
    cells = current | {change.column.key: change.new for change in changes}
    after = tree_from(cells, columns, before, table.kind)
    return RowDiff(row, "changed", before, after, tuple(changes), cells=cells)


def _new(row: SheetRow, table: Table) -> RowDiff:
    cells = {key: text for key, text in row.cells.items() if text}
    changes = tuple(CellDiff(table.columns[key], "", text) for key, text in cells.items())
    after = tree_from(cells, table.columns, {}, table.kind)
    return RowDiff(row, "new", {}, after, changes, cells=cells)


def _columns(tree: Branch, kind: type[Entry]) -> dict[str, Column]:
    """All columns that the entry itself needs."""
    counts = {key: len(tree.get(key, ())) for key in lists_of_records(kind)}
    return {column.key: column for column in columns_of(kind, counts)}


def _units(columns: Iterable[Column]) -> Iterable[list[Column]]:
    """The columns of each unit."""
    units: dict[str, list[Column]] = {}
    for column in columns:
        units.setdefault(column.unit, []).append(column)
    return units.values()


def _differing(unit: list[Column], row: SheetRow, current: Cells) -> Iterator[CellDiff]:
    """What the row says of a unit that is not so in git."""
    for column in unit:
        old = current.get(column.key, "")
        new = row.cells.get(column.key, old)
        if old != new:
            yield CellDiff(column, old, new)


def _verdict(
    unit: list[Column], row: SheetRow, current: Cells, stated: Cells | None
) -> Literal["keep", "take", "conflict"]:
    """What becomes of a unit of which the row says something else than git.

    Without a state an entry of the same name may be another one, so there nothing is even added.
    """
    given = {column.key: row.cells[column.key] for column in unit if column.key in row.cells}
    now = {column.key: current.get(column.key, "") for column in unit}
    if stated is None:
        is_known = any(now.values())
        if not any(given.values()) or (is_known and row.constants >= {*given}):
            return "keep"
        return "conflict" if is_known or row.made else "take"
    if not _differs(given, stated):
        return "keep"
    return "conflict" if _differs(now, stated) else "take"


def _differs(cells: Cells, stated: Cells) -> bool:
    return any(digest(key, text) != stated.get(key, "") for key, text in cells.items())

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

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from plugins.catalogue.fields.base import Column
from plugins.catalogue.model import Entry
from plugins.intake.sheet import base
from plugins.intake.sheet.columns import columns_of, lists_of_records
from plugins.intake.sheet.flat import Cells, cells_of, from_cells, with_left_out
from plugins.intake.sheet.table import Line, Table
from plugins.intake.tree import Branch

State = Literal["same", "new", "changed", "conflict", "gone"]


@dataclass(frozen=True)
class Difference:
    """One column whose value in the sheet is not that in git."""

    column: Column
    old: str
    new: str


@dataclass(frozen=True)
class Plan:
    """What a row of the sheet does to its entry. `before` is empty for a new one."""

    line: Line
    state: State
    before: Branch
    after: Branch
    changes: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()
    cells: Cells = field(default_factory=dict)
    """All cells that make up `after`, also of columns that the sheet lacks."""


def plan_of(line: Line, before: Branch | None, table: Table) -> Plan:
    """Compare a row with its entry; `before` is `None` when there is no such entry."""
    stated = base.read(line.base, line.id)
    if before is None:
        return _new(line, table) if stated is None else Plan(line, "gone", {}, {})
    columns = {**_columns(before, table.kind), **table.columns}
    current = cells_of(before, columns.values())
    changes: list[Difference] = []
    conflicts: list[Difference] = []
    for keys in _units(columns.values()):
        verdict = _verdict(keys, line, current, stated)
        found = conflicts if verdict == "conflict" else changes
        found += _differences(keys, line, current, columns) if verdict != "keep" else []
    if conflicts:
        return Plan(line, "conflict", before, before, tuple(changes), tuple(conflicts))
    if not changes:
        return Plan(line, "same", before, before)
    cells = current | {change.column.key: change.new for change in changes}
    after = with_left_out(from_cells(cells, columns), before, table.kind)
    return Plan(line, "changed", before, after, tuple(changes), cells=cells)


def _new(line: Line, table: Table) -> Plan:
    cells = {key: text for key, text in line.cells.items() if text}
    changes = tuple(Difference(table.columns[key], "", text) for key, text in cells.items())
    return Plan(line, "new", {}, from_cells(cells, table.columns), changes, cells=cells)


def _columns(tree: Branch, kind: type[Entry]) -> dict[str, Column]:
    """All columns that the entry itself needs."""
    counts = {key: len(tree.get(key, ())) for key in lists_of_records(kind)}
    return {column.key: column for column in columns_of(kind, counts)}


def _units(columns: Iterable[Column]) -> Iterable[tuple[str, ...]]:
    """The keys of the columns of each unit."""
    units: dict[str, list[str]] = {}
    for column in columns:
        units.setdefault(column.unit, []).append(column.key)
    return map(tuple, units.values())


def _verdict(
    keys: tuple[str, ...], line: Line, current: Cells, stated: base.Base | None
) -> Literal["keep", "take", "conflict"]:
    said = {key: line.cells[key] for key in keys if key in line.cells}
    if all(text == current.get(key, "") for key, text in said.items()):
        return "keep"
    if stated is None:
        return _without_base(keys, said, current, line)
    if not _differs(said, stated):
        return "keep"
    now = {key: current.get(key, "") for key in keys}
    return "conflict" if _differs(now, stated) else "take"


def _differs(cells: Mapping[str, str], stated: base.Base) -> bool:
    return any(base.digest(key, text) != stated.get(key, "") for key, text in cells.items())


def _without_base(
    keys: tuple[str, ...], said: Cells, current: Cells, line: Line
) -> Literal["keep", "take", "conflict"]:
    """An entry of the same name may be another one, so there nothing is even added."""
    if not any(said.values()) or (line.constants >= {*said} and any(current.get(k) for k in keys)):
        return "keep"
    known = any(current.get(key) for key in keys)
    return "conflict" if known or line.made else "take"


def _differences(
    keys: tuple[str, ...], line: Line, current: Cells, columns: Mapping[str, Column]
) -> list[Difference]:
    pairs = ((key, current.get(key, ""), line.cells.get(key, current.get(key, ""))) for key in keys)
    return [Difference(columns[key], old, new) for key, old, new in pairs if old != new]

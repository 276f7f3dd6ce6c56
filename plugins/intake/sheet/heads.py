"""Which kind of entry a sheet holds, and which of its columns is which field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import KINDS, Entry
from plugins.catalogue.text import fold, nearest
from plugins.intake.sheet.columns import (
    BASE,
    ID,
    column_at,
    columns_of,
    lists_of_records,
)
from plugins.intake.sheet.grid import Grid, Row
from plugins.intake.sheet.labels import kind_of, label
from plugins.intake.sheet.letters import letters
from plugins.intake.sheet.mapping import NO_MAPPING, ColumnMapping
from plugins.intake.sheet.messages import Finding, Unreadable, finding

SEARCHED = 10
"""A head stands in one of the first rows; titles and dates may stand above it."""

_NUMBERS = 30
"""So many records of a list are known by their German names."""


@dataclass(frozen=True)
class Heads:
    """Where the fields of a kind stand: columns counted from 1; the entries begin below `row`."""

    row: int
    places: Mapping[str, tuple[int, ...]]
    findings: tuple[Finding, ...] = ()


def kind_named(word: str) -> type[Entry]:
    """The kind that somebody named, in English, German or by its folder. Raises `Unreadable`."""
    for kind in KINDS:
        names = (kind.folder, _english(kind), *kind_of(kind))
        if fold(word) in map(fold, names):
            return kind
    raise Unreadable("KIND-WORD", value=word)


def _english(kind: type[Entry]) -> str:
    return {"Article": "page"}.get(kind.__name__, kind.__name__.lower())


def kind_in(grids: tuple[Grid, ...], file: str) -> type[Entry]:
    """The kind that the sheet itself, its name, or the file's name tells. Raises `Unreadable`."""
    for grid in grids:
        for row in grid.rows[:SEARCHED]:
            for cell in row:
                start, _, folder = cell.text.strip().partition(".")
                if start == BASE and folder in FOLDERS:
                    return FOLDERS[folder]
    named = (file.rpartition(".")[0], *(grid.name for grid in grids))
    for kind in KINDS:
        if any(fold(name) in map(fold, kind_of(kind)) for name in named):
            return kind
    raise Unreadable("KIND")


def heads_in(grid: Grid, kind: type[Entry], mapping: ColumnMapping = NO_MAPPING) -> Heads | None:
    """The heads of a sheet; `None` when no row looks like heads.

    Raises `Unreadable` when a field stands in two columns, or when the mapping names a column that
    is not there.
    """
    rows = enumerate(grid.rows[:SEARCHED], start=1)
    known = mapping.names() if mapping.columns else _names(kind)
    number, row = max(rows, key=lambda r: _score(r[1], kind, known, mapping), default=(0, ()))
    if not any(_found(row, kind, known, mapping)):
        return None
    return _heads(row, number, kind, known, mapping)


def _score(
    row: Row, kind: type[Entry], known: Mapping[str, str], mapping: ColumnMapping
) -> tuple[int, int]:
    """How many columns the row names; of two such rows the one with the technical keys counts."""
    keys = sum(1 for cell in row if _key(cell.text.strip(), kind))
    return len(dict(_found(row, kind, known, mapping))), keys


def _names(kind: type[Entry]) -> dict[str, str]:
    """Keys of columns by their German names."""
    counts = dict.fromkeys(lists_of_records(kind), _NUMBERS)
    named = {fold(label(column.key)): column.key for column in columns_of(kind, counts)}
    return named | {fold(label(ID)): ID}


def _found(
    row: Row, kind: type[Entry], known: Mapping[str, str], mapping: ColumnMapping
) -> Iterator[tuple[str, int]]:
    """(key, column) of every cell that names a field, by its key or by a name that is known."""
    for column, cell in enumerate(row, start=1):
        text = cell.text.strip()
        key = "" if mapping.columns else _key(text, kind)
        key = key or known.get(fold(text), "")
        if key:
            yield key, column


def _key(text: str, kind: type[Entry]) -> str:
    if text.partition(".")[0] == BASE:
        return BASE
    return text if text == ID or column_at(kind, text) else ""


def _heads(
    row: Row, number: int, kind: type[Entry], known: Mapping[str, str], mapping: ColumnMapping
) -> Heads:
    places: dict[str, tuple[int, ...]] = {}
    for name, column in _found(row, kind, known, mapping):
        if name in places:
            one, two = letters(places[name][0]), letters(column)
            raise Unreadable("COLUMN-TWICE", key=row[column - 1].text.strip(), one=one, two=two)
        places[name] = (column,)
    taken = {column for columns in places.values() for column in columns}
    names = [*known, *known.values()]
    unknown = tuple(
        finding(number, column, "SHEET-COLUMN", value=cell.text, hint=_hint(cell.text, names))
        for column, cell in enumerate(row, start=1)
        if cell.text.strip() and column not in taken
    )
    return Heads(number, mapping.arranged(places, [cell.text.strip() for cell in row]), unknown)


def _hint(text: str, known: list[str]) -> str:
    near = nearest(text.strip(), known)
    return f" (»{near}«?)" if near else ""

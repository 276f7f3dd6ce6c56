"""Which kind of entry a sheet holds, and which of its columns is which field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.kinds import kind_called
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold, nearest
from plugins.intake.sheet.columns import (
    BASE,
    ID,
    column_at,
    columns_of,
    lists_of_records,
)
from plugins.intake.sheet.grid import Grid, Row
from plugins.intake.sheet.letters import letters
from plugins.intake.sheet.mapping import NO_MAPPING, ColumnMapping, Names, Source
from plugins.intake.sheet.messages import Finding, finding, unreadable

SEARCHED = 10
"""A head stands in one of the first rows; titles and dates may stand above it."""

MAPPED_SEARCHED = 40
"""In a list from elsewhere half a page may stand above it."""

_NUMBERS = 30
"""So many records of a list are known by their German names."""


@dataclass(frozen=True)
class Heads:
    """Where the fields of a kind stand, and all names of columns; the entries begin below `row`."""

    row: int
    places: Mapping[str, Source]
    columns: tuple[Names, ...] = ()
    findings: tuple[Finding, ...] = ()


def kind_named(word: str) -> type[Entry]:
    """The kind that somebody named, in English, German or by its folder. Raises `Unreadable`."""
    kind = kind_called(word)
    if kind is None:
        raise unreadable("SHEET-KIND-WORD", value=word)
    return kind


def kind_in(grids: tuple[Grid, ...], file: str) -> type[Entry]:
    """The kind that the sheet itself, its name, or the file's name tells. Raises `Unreadable`."""
    for grid in grids:
        for row in grid.rows[:SEARCHED]:
            for cell in row:
                start, _, folder = cell.text.strip().partition(".")
                if start == BASE and folder in FOLDERS:
                    return FOLDERS[folder]
    named = (file.rpartition(".")[0], *(grid.name for grid in grids))
    kind = next(filter(None, map(kind_called, named)), None)
    if kind is None:
        raise unreadable("SHEET-KIND")
    return kind


def heads_in(grid: Grid, kind: type[Entry], mapping: ColumnMapping = NO_MAPPING) -> Heads | None:
    """The heads of a sheet; `None` when no row looks like heads.

    Raises `Unreadable` when a field stands in two columns, or when the mapping names a column that
    is not there.
    """
    if mapping.columns:
        return _mapped(grid, mapping)
    rows = enumerate(grid.rows[:SEARCHED], start=1)
    known = _names(kind)
    number, row = max(rows, key=lambda r: _score(r[1], kind, known), default=(0, ()))
    if not any(_found(row, kind, known)):
        return None
    return _heads(row, number, kind, known)


def _mapped(grid: Grid, mapping: ColumnMapping) -> Heads | None:
    """Where the columns of the mapping stand: in a row, or in a row and the one above it."""
    wanted = mapping.names()
    best = max(
        head_rows(grid), key=lambda h: (len(wanted & {n for c in h.columns for n in c}), -h.rows)
    )
    if not any(wanted & {*names} for names in best.columns) and not _lettered(mapping):
        return None
    places = mapping.arranged(best.columns)
    used = {n for choices in places.values() for columns in choices for n in columns}
    unknown = (
        finding(best.last, n, "SHEET-COLUMN", value=next(iter(names.values())), hint="")
        for n, names in enumerate(best.columns, start=1)
        if names and n not in used
    )
    return Heads(best.last, places, best.columns, tuple(unknown))


def _lettered(mapping: ColumnMapping) -> bool:
    """Whether it names columns by their letters, so that a list without heads can be read."""
    return all(name.startswith(("spalte ", "column ")) for name in mapping.names())


@dataclass(frozen=True)
class HeadRows:
    """The names of columns as one row gives them, or two: number of the last, how many, names."""

    last: int
    rows: int
    columns: tuple[Mapping[str, str], ...]


def head_rows(grid: Grid) -> Iterator[HeadRows]:
    """Every row that may be the heads, alone and together with the one above it."""
    above: tuple[str, ...] = ()
    yield HeadRows(0, 1, _named([("",)] * max(map(len, grid.rows), default=0)))
    for number, row in enumerate(grid.rows[:MAPPED_SEARCHED], start=1):
        texts = tuple(" ".join(cell.text.split()) for cell in row)
        yield HeadRows(number, 1, _named([(text,) for text in texts]))
        if above and texts:
            yield HeadRows(number, 2, _named(list(_over(above, texts))))
        above = texts


def _over(above: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Names where a head over several columns stands above theirs: »Anschrift« over »Straße«."""
    over = ""
    for number in range(max(len(above), len(texts))):
        upper = above[number] if number < len(above) else ""
        lower = texts[number] if number < len(texts) else ""
        over = upper or (over if lower else "")
        yield (lower, f"{over}: {lower}", f"{over} {lower}") if lower else (upper,)


def _named(columns: list[tuple[str, ...]]) -> tuple[Mapping[str, str], ...]:
    return tuple({fold(name): name for name in names if name} for names in columns)


def _score(row: Row, kind: type[Entry], known: Mapping[str, str]) -> tuple[int, int]:
    """How many columns the row names; of two such rows the one with the technical keys counts."""
    keys = sum(1 for cell in row if _key(cell.text.strip(), kind))
    return len(dict(_found(row, kind, known))), keys


def _names(kind: type[Entry]) -> dict[str, str]:
    """Keys of columns by their German names."""
    counts = dict.fromkeys(lists_of_records(kind), _NUMBERS)
    named: dict[str, str] = {}
    for column in columns_of(kind, counts):
        for name in (label(kind, column.key), *_FORMERLY.get(column.key, ())):
            named.setdefault(fold(name), column.key)
    return named | {fold(label(kind, ID)): ID}


_FORMERLY = {"topics": ("Thema",), "repeat.every": ("Wiederholung: jede/n/s",)}
"""What columns were called in sheets that have been written; people keep them."""


def _found(row: Row, kind: type[Entry], known: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """(key, column) of every cell that names a field, by its key or by a name that is known."""
    for column, cell in enumerate(row, start=1):
        text = cell.text.strip()
        key = _key(text, kind) or known.get(fold(text), "")
        if key:
            yield key, column


def _key(text: str, kind: type[Entry]) -> str:
    if text.partition(".")[0] == BASE:
        return BASE
    return text if text == ID or column_at(kind, text) else ""


def _heads(row: Row, number: int, kind: type[Entry], known: Mapping[str, str]) -> Heads:
    places: dict[str, int] = {}
    for key, column in _found(row, kind, known):
        if key in places:
            one, two = letters(places[key]), letters(column)
            key = row[column - 1].text.strip()
            raise unreadable("SHEET-COLUMN-TWICE", number, column, key=key, one=one, two=two)
        places[key] = column
    names = [*known, *known.values()]
    unknown = tuple(
        finding(number, column, "SHEET-COLUMN", value=cell.text, hint=_hint(cell.text, names))
        for column, cell in enumerate(row, start=1)
        if cell.text.strip() and column not in places.values()
    )
    sources = {key: ((column,),) for key, column in places.items()}
    return Heads(number, sources, _named([(cell.text.strip(),) for cell in row]), unknown)


def _hint(text: str, known: list[str]) -> str:
    near = nearest(text.strip(), known)
    return f" (»{near}«?)" if near else ""

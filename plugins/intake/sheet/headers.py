"""Which kind of entry a worksheet holds, and which of its columns is which field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.kinds import kind_called
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold, nearest
from plugins.intake.sheet.columns import BASE, ID, column_at, columns_of, lists_of_records
from plugins.intake.sheet.mapping import NO_MAPPING, Choices, ColumnMapping, Names
from plugins.intake.sheet.problems import finding, letters, unreadable
from plugins.intake.sheet.workbook import CellRow, Worksheet

SEARCHED = 10
"""A header stands in one of the first rows; titles and dates may stand above it."""

MAPPED_SEARCHED = 40
"""In a list from elsewhere half a page may stand above it."""

_NUMBERS = 30
"""So many records of a list are known by their German names."""

_FORMERLY = {"topics": ("Thema",), "repeat.every": ("Wiederholung: jede/n/s",)}
"""What columns were called in sheets that have been written; people keep them."""


@dataclass(frozen=True)
class Headers:
    """Where the fields of a kind stand, and all names of columns; the entries begin below `row`."""

    row: int
    places: Mapping[str, Choices]
    names: tuple[Names, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def kind_named(word: str) -> type[Entry]:
    """The kind that somebody named, in English, German or by its folder. Raises `CannotRead`."""
    kind = kind_called(word)
    if kind is None:
        raise unreadable("SHEET-KIND-WORD", value=word)
    return kind


def kind_in(sheets: tuple[Worksheet, ...], file: str) -> type[Entry]:
    """The kind that the sheet itself, its name, or the file's name tells. Raises `CannotRead`."""
    for cell in (cell for sheet in sheets for row in sheet.rows[:SEARCHED] for cell in row):
        start, _, folder = cell.text.strip().partition(".")
        if start == BASE and folder in FOLDERS:
            return FOLDERS[folder]
    named = (file.rpartition(".")[0], *(sheet.name for sheet in sheets))
    kind = next(filter(None, map(kind_called, named)), None)
    if kind is None:
        raise unreadable("SHEET-KIND")
    return kind


def headers_in(
    sheet: Worksheet, kind: type[Entry], mapping: ColumnMapping = NO_MAPPING
) -> Headers | None:
    """The headers of a worksheet; `None` when no row looks like headers.

    Raises `CannotRead` when a field stands in two columns, or when the mapping names a column that
    is not there.
    """
    if mapping.columns:
        return _mapped(sheet, mapping)
    known = _names(kind)
    rows = enumerate(sheet.rows[:SEARCHED], start=1)
    number, row = max(rows, key=lambda pair: _score(pair[1], kind, known), default=(0, ()))
    return _own(row, number, kind, known) if any(_found(row, kind, known)) else None


def _score(row: CellRow, kind: type[Entry], known: Mapping[str, str]) -> tuple[int, int]:
    """How many columns the row names; of two such rows the one with the technical keys counts."""
    keys = sum(1 for cell in row if _key(cell.text.strip(), kind))
    return len(dict(_found(row, kind, known))), keys


def _names(kind: type[Entry]) -> dict[str, str]:
    """Keys of columns by their German names."""
    named: dict[str, str] = {}
    for column in columns_of(kind, dict.fromkeys(lists_of_records(kind), _NUMBERS)):
        for name in (label(kind, column.key), *_FORMERLY.get(column.key, ())):
            named.setdefault(fold(name), column.key)
    return named | {fold(label(kind, ID)): ID}


def _found(row: CellRow, kind: type[Entry], known: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """(key, column) of every cell that names a field, by its key or by a name that is known."""
    for column, cell in enumerate(row, start=1):
        text = cell.text.strip()
        if key := _key(text, kind) or known.get(fold(text), ""):
            yield key, column


def _key(text: str, kind: type[Entry]) -> str:
    if text.partition(".")[0] == BASE:
        return BASE
    return text if text == ID or column_at(kind, text) else ""


def _own(row: CellRow, number: int, kind: type[Entry], known: Mapping[str, str]) -> Headers:
    places: dict[str, int] = {}
    for key, column in _found(row, kind, known):
        if key in places:
            one, two = letters(places[key]), letters(column)
            name = row[column - 1].text.strip()
            raise unreadable("SHEET-COLUMN-TWICE", number, column, key=name, one=one, two=two)
        places[key] = column
    names = [*known, *known.values()]
    unknown = (
        finding(number, column, "SHEET-COLUMN", value=cell.text, hint=_hint(cell.text, names))
        for column, cell in enumerate(row, start=1)
        if cell.text.strip() and column not in places.values()
    )
    choices = {key: ((column,),) for key, column in places.items()}
    return Headers(number, choices, _named((cell.text.strip(),) for cell in row), tuple(unknown))


def _hint(text: str, known: list[str]) -> str:
    near = nearest(text.strip(), known)
    return f" (»{near}«?)" if near else ""


# --- lists from elsewhere ---


@dataclass(frozen=True)
class HeaderRows:
    """The names of columns as one row gives them, or two: number of the last, how many, names."""

    last: int
    rows: int
    names: tuple[Names, ...]


def header_rows(sheet: Worksheet) -> Iterator[HeaderRows]:
    """Every row that may be the headers, alone and together with the one above it."""
    above: tuple[str, ...] = ()
    yield HeaderRows(0, 1, _named([("",)] * max(map(len, sheet.rows), default=0)))
    for number, row in enumerate(sheet.rows[:MAPPED_SEARCHED], start=1):
        texts = tuple(" ".join(cell.text.split()) for cell in row)
        yield HeaderRows(number, 1, _named((text,) for text in texts))
        if above and texts:
            yield HeaderRows(number, 2, _named(_over(above, texts)))
        above = texts


def _over(above: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Names where a header over several columns stands above theirs: »Anschrift« over »Straße«."""
    over = ""
    for upper, lower in zip_longest(above, texts, fillvalue=""):
        over = upper or (over if lower else "")
        yield (lower, f"{over}: {lower}", f"{over} {lower}") if lower else (upper,)


def _named(columns: Iterable[tuple[str, ...]]) -> tuple[Names, ...]:
    return tuple({fold(name): name for name in names if name} for names in columns)


def _mapped(sheet: Worksheet, mapping: ColumnMapping) -> Headers | None:
    """Where the columns of the mapping stand: in a row, or in a row and the one above it."""
    wanted = mapping.names()
    best = max(
        header_rows(sheet), key=lambda h: (len(wanted & {n for c in h.names for n in c}), -h.rows)
    )
    if not any(wanted & {*names} for names in best.names) and not mapping.is_lettered():
        return None
    places = mapping.arranged(best.names)
    used = {n for choices in places.values() for columns in choices for n in columns}
    unknown = (
        finding(best.last, n, "SHEET-COLUMN", value=next(iter(names.values())), hint="")
        for n, names in enumerate(best.names, start=1)
        if names and n not in used
    )
    return Headers(best.last, places, best.names, tuple(unknown))

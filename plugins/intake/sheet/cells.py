"""The cells of a row to texts in the words of entry files, and what is to be said of them.

A spreadsheet program makes numbers of phone numbers, people put an address or a whole list into one
cell, lists from elsewhere have words of their own: what was meant stands behind it all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plugins.catalogue.characters import forbidden, name_of, unix
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.base import Column, Text
from plugins.catalogue.fields.contact import Phone
from plugins.catalogue.fields.containers import NUMBERED_TERMS
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.catalogue.phones import with_area_code
from plugins.catalogue.text import fold
from plugins.intake.sheet import parts, values
from plugins.intake.sheet.columns import KEPT, column_at
from plugins.intake.sheet.mapping import Choices, ColumnMapping
from plugins.intake.sheet.problems import finding, letters
from plugins.intake.sheet.workbook import EMPTY, CellRow, CellValue

ERROR = re.compile(
    r"#(?:NV|N/A|[A-ZÄÖÜ]{2,14}!|DIV/0!|NAME\?|GETTING_DATA|#+)|(?:Err|Fehler|Error):[0-9]{3}"
)
"""What Excel and LibreOffice show where a formula has failed, in German and English."""

_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]|\N{REPLACEMENT CHARACTER}")
"""A question mark inside of a word: what programs write for a letter that a file cannot hold."""


@dataclass(frozen=True)
class Layout:
    """Which column is which field, and what else is to be known to read a row."""

    kind: type[Entry]
    places: Mapping[str, Choices]
    mapping: ColumnMapping
    lists: Lists
    region: str

    def cell(self, row: CellRow, key: str) -> tuple[CellValue, int]:
        """The first choice that says something, else the first; and its column."""
        found = [_joined(row, columns) for columns in self.places.get(key, ())]
        filled = (item for item in found if item[0].text.strip())
        return next(filled, found[0] if found else (EMPTY, 0))

    def text(self, row: CellRow, key: str) -> str:
        """The text of the cell."""
        return self.cell(row, key)[0].text.strip()

    @property
    def constants(self) -> Mapping[str, str]:
        """What holds where the list says nothing."""
        return {str(key): str(value) for key, value in self.mapping.constants}

    @property
    def separators(self) -> str:
        """What parts several values in a cell."""
        return values.SEPARATORS + self.mapping.separators

    def is_whole(self, key: str, name: str, *others: str) -> bool:
        """Whether the column `name` of a list from elsewhere holds the `others` beside it too."""
        above, _, last = key.rpartition(".")
        free = not any(f"{above}.{other}" in self.places for other in others)
        return bool(self.mapping.columns) and last == name and free


def _joined(row: CellRow, columns: tuple[int, ...]) -> tuple[CellValue, int]:
    """One cell, or one made of several."""
    cells = [row[n - 1] if n <= len(row) else EMPTY for n in columns]
    filled = [cell for cell in cells if cell.text.strip()]
    if len(filled) < 2:
        return filled[0] if filled else EMPTY, columns[0]
    return CellValue("s", parts.moment([cell.text for cell in filled])), columns[0]


class FieldCell(NamedTuple):
    """The cell of a field, and the number of its column: 0 says what holds for all rows."""

    column: Column
    value: CellValue
    number: int


def field_cells(row: CellRow, layout: Layout) -> Iterator[FieldCell]:
    """The cell of every field that the row says something about."""
    for key in dict.fromkeys((*layout.places, *layout.constants)):
        column = column_at(layout.kind, key)
        value, number = layout.cell(row, key)
        if column is not None and value.text != KEPT:  # id and state are none
            yield FieldCell(column, value, number)


class FieldText(NamedTuple):
    """What a row says under a key, in the words of entry files."""

    key: str
    column: Column
    text: str
    number: int


def texts_in(cell: FieldCell, layout: Layout) -> Iterator[FieldText]:
    """What the cell of a field says: of that field, or of several."""
    text = text_of(cell.value, cell.column.field, layout.region)
    for key, part in _taken_apart(cell.column.key, text, layout).items():
        column = column_at(layout.kind, key) or cell.column
        translated = layout.mapping.translated(key, part, column.shape)
        constant = "" if translated else layout.constants.get(key, "")
        yield from _spread(column, translated or constant, 0 if constant else cell.number, layout)


def text_of(cell: CellValue, field: Text, region: str) -> str:
    """The text of the cell, before the field reads it."""
    if cell.kind == "b":
        yes, no = ("ja", "nein") if field.answers else ("WAHR", "FALSCH")
        return yes if cell.text == "1" else no
    return field.of_number(cell.text, region) if cell.kind == "n" else cell.text


def _taken_apart(key: str, text: str, layout: Layout) -> dict[str, str]:
    """What stands in a cell, by the keys of fields: one, or several."""
    above = key.rpartition(".")[0]
    if layout.is_whole(key, "street", "postal_code", "city"):
        beside = "name" if above == "venue" else "note"
        found = {
            f"{above}.{beside if name == 'note' else name}": part
            for name, part in parts.address(text, layout.region).items()
            if name != "note" or f"{above}.{beside}" not in layout.places
        }
        return found or {key: text}
    if layout.is_whole(key, "latitude", "longitude"):
        north, east = parts.point(text) or ("", "")
        return {f"{above}.latitude": north, f"{above}.longitude": east}
    return {key: text}


def _spread(column: Column, text: str, number: int, layout: Layout) -> Iterator[FieldText]:
    """The text under its key; a list whose items have columns of their own under theirs."""
    first = column_at(layout.kind, f"{column.key}.1")
    if first is None or column.shape != "many":
        item = values.canonical(text, column, layout.lists, layout.separators)
        yield FieldText(column.key, column, item, number)
        return
    items = values.items_of(text, first, layout.lists, layout.separators)
    for n in range(1, max(NUMBERED_TERMS, len(items)) + 1):
        key = f"{column.key}.{n}"
        numbered = column_at(layout.kind, key) or first
        item = items[n - 1] if n <= len(items) else ""
        yield FieldText(key, numbered, values.canonical(item, numbered, layout.lists), number)


# --- what is to be said of a cell, whatever the field makes of it ---


def problems_in(row: int, cells: CellRow, cell: FieldCell, layout: Layout) -> Iterator[Diagnostic]:
    """What is to be said of the cell, and of those that stand behind it."""
    key, text = cell.column.key, cell.value.text.strip()
    choices = layout.places.get(key, ())
    behind = [cells[n - 1] for columns in choices for n in columns if n <= len(cells)]
    for one in (cell.value, *(c for c in behind if ERROR.fullmatch(c.text.strip()))):
        yield from _problem(one, cell.column.field, layout.region, row, cell.number)
    for other, number in (_joined(cells, columns) for columns in choices[1:]):
        unused = other.text.strip()
        if unused and number != cell.number and fold(unused) != fold(text):
            yield finding(row, number, "SHEET-UNUSED", value=unused, other=letters(cell.number))
    if key.endswith(".street") and parts.is_two(cell.value.text, layout.region):
        yield finding(row, cell.number, "SHEET-ADDRESSES", value=cell.value.text)
    if layout.is_whole(key, "latitude", "longitude"):
        point = layout.mapping.translated(key, text, cell.column.shape)
        if point and not parts.point(point):
            yield finding(row, cell.number, "SHEET-POINT", value=point)


def _problem(
    cell: CellValue, field: Text, region: str, row: int, column: int
) -> Iterator[Diagnostic]:
    """What is wrong with the cell, or worth saying about it: one thing at most."""
    text = unix(cell.text)
    if ERROR.fullmatch(text.strip()):
        yield finding(row, column, "SHEET-ERROR", value=text.strip())
    elif (hidden := next(forbidden(text), None)) is not None:
        yield finding(row, column, hidden[1], character=name_of(text[hidden[0]]))
    elif any("/" not in word and _LOST.search(word) for word in text.split()):
        yield finding(row, column, "SHEET-LETTERS", value=cell.text)
    elif cell.kind == "n" and isinstance(field, Phone):
        whole = with_area_code(cell.text, region)
        like = f": {whole}" if whole else ""
        yield finding(row, column, "SHEET-PHONE", value=cell.text, like=like)
    elif cell.kind == "n" and (mended := text_of(cell, field, region)) != cell.text:
        yield finding(row, column, "SHEET-ZERO", value=cell.text, mended=mended)


def has_lost_letters(old: str, new: str) -> bool:
    """Whether the new text is the old one with question marks for letters beyond ASCII."""
    changed = [(o, n) for o, n in zip(old, new, strict=False) if o != n]
    is_lost = bool(changed) and all(n == "?" and not o.isascii() for o, n in changed)
    return len(old) == len(new) and is_lost

"""A worksheet as it was found, as rows of texts in the words of entry files."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.catalogue.descriptions import label
from plugins.catalogue.diagnostics import Diagnostic, Place
from plugins.catalogue.fields.base import Column
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.catalogue.names import slug
from plugins.catalogue.text import fold
from plugins.intake.sheet.cells import FieldText, Layout, field_cells, problems_in, texts_in
from plugins.intake.sheet.columns import BASE, ID, column_at
from plugins.intake.sheet.headers import Headers, headers_in
from plugins.intake.sheet.mapping import NO_MAPPING, ColumnMapping
from plugins.intake.sheet.parts import with_end
from plugins.intake.sheet.problems import finding, unreadable
from plugins.intake.sheet.workbook import CellRow, Worksheet
from plugins.intake.sheet.write_xlsx import LISTS

_ABOUT_IDS = ("ID-FORM", "SHEET-ID-TWICE", "FILE-RESERVED")


@dataclass(frozen=True)
class SheetRow:
    """A row of the sheet. A column that says nothing about the entry is not among its cells."""

    number: int
    id: str
    made: bool
    """Whether the row gives no id, so that one is made from the name."""
    cells: Mapping[str, str]
    base: str
    places: Mapping[str, int]
    name: str = ""
    constants: frozenset[str] = frozenset()
    """The cells that say what holds for all rows, where the list says nothing."""

    def place(self, key: str) -> Place:
        """The cell of a key, or of what lies above or below it; column 0 is the row as a whole."""
        key = above = self._numbered(key)
        while above:
            if above in self.places:
                return Place(self.number, self.places[above])
            above = above.rpartition(".")[0]
        below = (column for name, column in self.places.items() if name.startswith(f"{key}."))
        return Place(self.number, min(below, default=0)) if key else Place(self.number, 0)

    def _numbered(self, key: str) -> str:
        """The key of the cell: the first person may stand in the columns of the second."""
        first, _, rest = key.partition(".")
        number, dot, below = rest.partition(".")
        if not number.isdigit():
            return key
        steps = (name.split(".") for name, text in self.cells.items() if text)
        used = sorted({int(s[1]) for s in steps if s[0] == first and len(s) > 1 and s[1].isdigit()})
        found = used[int(number) - 1] if int(number) <= len(used) else int(number)
        return f"{first}.{found}{dot}{below}"


@dataclass(frozen=True)
class Table:
    """All rows of a sheet, and what was found wrong with cells before any field read them."""

    kind: type[Entry]
    columns: Mapping[str, Column]
    keys: Mapping[int, str]
    rows: tuple[SheetRow, ...]
    findings: tuple[Diagnostic, ...]

    def label(self, found: Diagnostic) -> str:
        """What the column of a finding is called; of an id also where the sheet has none."""
        key = self.keys.get(found.place.column, ID if found.code in _ABOUT_IDS else "")
        return label(self.kind, key) if key else ""


def table_of(
    sheets: tuple[Worksheet, ...],
    kind: type[Entry],
    lists: Lists,
    region: str,
    mapping: ColumnMapping = NO_MAPPING,
) -> Table:
    """The first worksheet that has headers. Raises `CannotRead` when none has."""
    for sheet in sheets:
        headers = headers_in(sheet, kind, mapping) if sheet.name != LISTS else None
        if headers is not None:
            return _table(sheet, headers, Layout(kind, headers.places, mapping, lists, region))
    raise unreadable("SHEET-HEADS")


def _table(sheet: Worksheet, headers: Headers, layout: Layout) -> Table:
    """The rows below the headers."""
    rows: list[SheetRow] = []
    columns: dict[str, Column] = {}
    found = dict.fromkeys(headers.findings)
    for number, cells in enumerate(sheet.rows[headers.row :], start=headers.row + 1):
        first = next((text for cell in cells if (text := cell.text.strip())), "")
        if not first or layout.mapping.skips(first):
            continue
        if _is_between(cells, headers, layout):
            found[finding(number, 0, "SHEET-SKIPPED", value=first)] = None
            continue
        texts: list[FieldText] = []
        for cell in field_cells(cells, layout):
            found |= dict.fromkeys(problems_in(number, cells, cell, layout))
            texts += texts_in(cell, layout)
        rows.append(_row(number, cells, texts, layout))
        columns |= {one.key: one.column for one in texts}
        if "end" in rows[-1].cells and (end := column_at(layout.kind, "end")):
            columns["end"] = end
    keys = {n: key for key, choices in headers.places.items() for cols in choices for n in cols}
    return Table(layout.kind, columns, keys, tuple(rows), tuple(found))


def _is_between(cells: CellRow, headers: Headers, layout: Layout) -> bool:
    """Whether the row is none: between those of lists from elsewhere stand titles and sums.

    The headers may stand there once more, as on every page of a printed list.
    """
    if not layout.mapping.columns:
        return False
    filled = sum(bool(layout.text(cells, key)) for key in layout.places)
    named = zip(cells, headers.names, strict=False)
    texts = [(fold(text), names) for cell, names in named if (text := cell.text.strip())]
    return filled < 2 < len(layout.places) or all(text in names for text, names in texts)


def _row(number: int, row: CellRow, texts: list[FieldText], layout: Layout) -> SheetRow:
    cells = with_end({one.key: one.text for one in texts}, layout.kind)
    given = layout.text(row, ID)
    if layout.mapping.columns:  # in a list from elsewhere it may have another form
        given = slug(given)
    named = layout.mapping.id or ("name" if column_at(layout.kind, "name") else "title")
    return SheetRow(
        number,
        given,
        not given,
        cells,
        layout.text(row, BASE),
        {one.key: one.number for one in texts},
        cells.get(named, ""),
        frozenset(one.key for one in texts if not one.number),
    )

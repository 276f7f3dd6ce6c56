"""A sheet as it was found, as rows of texts in the words of entry files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from plugins.catalogue.diagnostics import Place
from plugins.catalogue.fields.base import Column
from plugins.catalogue.fields.containers import BETWEEN, NUMBERED_TERMS
from plugins.catalogue.languages import is_language
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.catalogue.names import ID as ID_FORM
from plugins.catalogue.names import slug
from plugins.catalogue.text import fold
from plugins.intake.sheet import joined, moments, parts, raw
from plugins.intake.sheet.columns import BASE, ID, column_at
from plugins.intake.sheet.export import KEPT
from plugins.intake.sheet.grid import EMPTY, Cell, Grid, Row
from plugins.intake.sheet.heads import Heads, heads_in
from plugins.intake.sheet.letters import letters
from plugins.intake.sheet.mapping import NO_MAPPING, ColumnMapping, Source
from plugins.intake.sheet.messages import Finding, finding, unreadable
from plugins.intake.sheet.write_xlsx import LISTS
from plugins.intake.tree import meant


@dataclass(frozen=True)
class Line:
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
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


def table_of(
    grids: tuple[Grid, ...],
    kind: type[Entry],
    lists: Lists,
    region: str,
    mapping: ColumnMapping = NO_MAPPING,
) -> Table:
    """The first sheet that has heads. Raises `Unreadable` when none has."""
    for grid in grids:
        heads = heads_in(grid, kind, mapping) if grid.name != LISTS else None
        if heads is not None:
            return _Reader(kind, heads, lists, region, mapping).table(grid)
    raise unreadable("SHEET-HEADS")


class _Reader:
    """Reads the rows below the heads."""

    def __init__(
        self, kind: type[Entry], heads: Heads, lists: Lists, region: str, mapping: ColumnMapping
    ) -> None:
        self._kind, self._heads, self._lists = kind, heads, lists
        self._region, self._mapping = region, mapping
        self._columns: dict[str, Column] = {}
        self._findings = list(heads.findings)

    def table(self, grid: Grid) -> Table:
        rows = enumerate(grid.rows[self._heads.row :], start=self._heads.row + 1)
        lines = tuple(self._line(number, row) for number, row in rows if self._counts(number, row))
        places = self._heads.places.items()
        keys = {n: key for key, choices in places for columns in choices for n in columns}
        return Table(self._kind, self._columns, keys, lines, tuple(self._findings))

    def _counts(self, number: int, row: Row) -> bool:
        """Whether the row is an entry. Between those of foreign lists stand titles and sums."""
        filled = [text for cell in row if (text := cell.text.strip())]
        if not filled or self._mapping.skips(filled[0]):
            return False
        if not self._mapping.columns:
            return True
        known = (
            self._cell(row, choices)[0].text.strip() for choices in self._heads.places.values()
        )
        alone = sum(map(bool, known)) < 2 < len(self._heads.places)
        if alone or self._is_head(row):
            self._findings.append(finding(number, 0, "SHEET-SKIPPED", value=filled[0]))
            return False
        return True

    def _is_head(self, row: Row) -> bool:
        """Whether the heads stand here once more, as on every page of a printed list."""
        pairs = zip(row, self._heads.columns, strict=False)
        texts = [(fold(cell.text.strip()), names) for cell, names in pairs if cell.text.strip()]
        return all(text in names for text, names in texts)

    def _line(self, number: int, row: Row) -> Line:
        cells: dict[str, str] = {}
        places: dict[str, int] = {}
        constants = set()
        for key, text, column in self._texts(number, row):
            cells[key] = text
            places[key] = column
            if not column:
                constants.add(key)
        cells = moments.completed(cells, self._kind)
        self._columns |= {"end": end} if "end" in cells and (end := self._column("end")) else {}
        given = self._id(row)
        name = cells.get(self._id_key(), "")
        base = self._plain(row, BASE)
        return Line(number, given, not given, cells, base, places, name, frozenset(constants))

    def _id(self, row: Row) -> str:
        """The id that the row gives; in a list from elsewhere it may have another form."""
        given = self._plain(row, ID)
        return slug(given) if self._mapping.columns else given

    def _id_key(self) -> str:
        return self._mapping.id or ("name" if self._column("name") else "title")

    def _column(self, key: str) -> Column | None:
        return column_at(self._kind, key)

    def _plain(self, row: Row, key: str) -> str:
        return self._cell(row, self._heads.places.get(key, ()))[0].text.strip()

    def _cell(self, row: Row, choices: Source) -> tuple[Cell, int]:
        """The first choice that says something, else the first."""
        found = [self._joined(row, columns) for columns in choices]
        filled = (item for item in found if item[0].text.strip())
        return next(filled, found[0] if found else (EMPTY, 0))

    def _joined(self, row: Row, columns: tuple[int, ...]) -> tuple[Cell, int]:
        """One cell, or one made of several."""
        cells = [row[n - 1] if n <= len(row) else EMPTY for n in columns]
        filled = [cell for cell in cells if cell.text.strip()]
        if len(filled) < 2:
            return filled[0] if filled else EMPTY, columns[0]
        return Cell("s", moments.joined(filled)), columns[0]

    def _texts(self, number: int, row: Row) -> Iterator[tuple[str, str, int]]:
        """(key, text, column) of every field that the row says something about."""
        for key in (*self._heads.places, *self._constants()):
            column = self._column(key)
            if column is None:  # id and state
                continue
            choices = self._heads.places.get(key, ())
            cell, place = self._cell(row, choices)
            if cell.text == KEPT:
                continue
            self._look(number, row, column, cell, place)
            text = raw.text_of(cell, column.field, self._region)
            for part, value in self._taken_apart(key, text):
                known = self._column(part) or column
                said = self._translated(part, value, known)
                if said or not self._constant(part):
                    yield from self._spread(known, said, place)
                else:
                    yield from self._spread(known, self._constant(part), 0)

    def _translated(self, key: str, text: str, column: Column) -> str:
        return self._mapping.translated(key, text, column.shape) if text.strip() else ""

    def _look(self, number: int, row: Row, column: Column, cell: Cell, place: int) -> None:
        """Note what is to be said of the cell, and of those that stand behind it."""
        choices = self._heads.places.get(column.key, ())
        looked = [row[n - 1] for columns in choices for n in columns if n <= len(row)]
        for one in (cell, *(c for c in looked if raw.ERROR.fullmatch(c.text.strip()))):
            problem = raw.problem(one, column.field, self._region, number, place)
            if problem and problem not in self._findings:
                self._findings.append(problem)
        for columns in choices[1:]:
            other, behind = self._joined(row, columns)
            text = other.text.strip()
            if text and behind != place and fold(text) != fold(cell.text.strip()):
                details = {"value": text, "other": letters(place)}
                self._findings.append(finding(number, behind, "SHEET-UNUSED", **details))
        if column.key.endswith(".street") and parts.is_two(cell.text, self._region):
            self._findings.append(finding(number, place, "SHEET-ADDRESSES", value=cell.text))
        text = self._translated(column.key, cell.text.strip(), column)
        if text and self._is_whole(column.key, "latitude", "longitude") and not parts.point(text):
            self._findings.append(finding(number, place, "SHEET-POINT", value=text))

    def _is_whole(self, key: str, name: str, *others: str) -> bool:
        """Whether the column `name` of a list from elsewhere holds the `others` beside it too."""
        above, _, last = key.rpartition(".")
        free = not any(f"{above}.{other}" in self._heads.places for other in others)
        return bool(self._mapping.columns) and last == name and free

    def _taken_apart(self, key: str, text: str) -> Iterator[tuple[str, str]]:
        """(key, text) of what stands in a cell: one field, or several."""
        above = key.rpartition(".")[0]
        address = point = None
        if self._is_whole(key, "street", "postal_code", "city"):
            address = parts.address(text, self._region)
        elif self._is_whole(key, "latitude", "longitude"):
            point = parts.point(text) or parts.Point("", "")
        if address:
            before = "name" if above == "venue" else "note"
            named = {"street": address.street, "postal_code": address.postal_code}
            for name, value in (named | {"city": address.city, before: address.before}).items():
                if value and (name != before or f"{above}.{before}" not in self._heads.places):
                    yield f"{above}.{name}", value
        elif point:
            yield f"{above}.latitude", point.latitude
            yield f"{above}.longitude", point.longitude
        else:
            yield key, text

    def _constants(self) -> tuple[str, ...]:
        named = (str(key) for key, _ in self._mapping.constants)
        return tuple(key for key in named if key not in self._heads.places)

    def _constant(self, key: str) -> str:
        return str(self._mapping.constants.get(key, ""))

    def _spread(self, column: Column, text: str, place: int) -> Iterator[tuple[str, str, int]]:
        """The cell under its key; a list whose items have columns of their own under theirs."""
        first = self._column(f"{column.key}.1")
        if first is None or column.shape != "many":
            self._columns[column.key] = column
            separators = joined.SEPARATORS + self._mapping.separators
            yield column.key, canonical(text, column, self._lists, separators), place
            return
        separators = joined.SEPARATORS + self._mapping.separators
        items = _items(text, first, self._lists, separators)
        for n in range(1, max(NUMBERED_TERMS, len(items)) + 1):
            numbered = self._column(f"{column.key}.{n}") or first
            self._columns[f"{column.key}.{n}"] = numbered
            item = items[n - 1] if n <= len(items) else ""
            yield f"{column.key}.{n}", canonical(item, numbered, self._lists), place


def _items(text: str, column: Column, lists: Lists, separators: str) -> tuple[str, ...]:
    """The items of a cell; the name of one entry is one, whatever commas it has."""
    return tuple(
        part
        for item in _parted(text, column, lists, separators)
        for part in _apart(item, column, lists)
    )


def _apart(item: str, column: Column, lists: Lists) -> Sequence[str]:
    """The items of »Deutsch und Türkisch«: where the whole is not known and each part is."""
    known = partial(_is_known, column=column, lists=lists)
    parts = [] if known(item) else re.split(BETWEEN[1], item)
    return parts if len(parts) > 1 and all(map(known, parts)) else [item]


def _is_known(text: str, column: Column, lists: Lists) -> bool:
    field = column.field
    found = meant(text, field, lists)
    if "languages" in field.kinds:
        return is_language(found)
    among = [lists.vocabularies.get(field.vocabulary, {}), *map(lists.names.get, field.kinds)]
    return any(found in (some or {}) for some in among)


def _parted(text: str, column: Column, lists: Lists, separators: str) -> tuple[str, ...]:
    if not column.field.links or '"' in text:
        return joined.split(text, separators)
    items: list[str] = []
    for item in joined.split(text):
        is_name = ID_FORM.fullmatch(meant(item, column.field, lists))
        items += (item,) if is_name else joined.split(item, separators)
    return tuple(items)


def canonical(text: str, column: Column, lists: Lists, separators: str = joined.SEPARATORS) -> str:
    """What a cell says in the words of entry files."""
    mean = partial(meant, reader=column.field, lists=lists)
    if column.shape == "many":
        return joined.join(filter(None, map(mean, _items(text, column, lists, separators))))
    if column.shape == "pairs":
        pairs = (joined.parted(item) for item in joined.split(text))
        return joined.join(joined.pair(name, mean(value)) for name, value in pairs)
    return mean(text)

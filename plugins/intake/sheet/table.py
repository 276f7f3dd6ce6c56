"""A sheet as it was found, as rows of texts in the words of entry files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from plugins.catalogue.diagnostics import Place
from plugins.catalogue.model import Entry
from plugins.catalogue.values import slug
from plugins.intake.sheet import joined, raw
from plugins.intake.sheet.columns import BASE, ID, NUMBERED_TERMS, Column, column_at
from plugins.intake.sheet.export import KEPT
from plugins.intake.sheet.grid import EMPTY, Cell, Grid, Row
from plugins.intake.sheet.heads import Heads, heads_in
from plugins.intake.sheet.mapping import NO_MAPPING, ColumnMapping
from plugins.intake.sheet.meaning import Lists, meant
from plugins.intake.sheet.messages import Finding, Unreadable
from plugins.intake.sheet.write_xlsx import LISTS


@dataclass(frozen=True)
class Line:
    """A row of the sheet. A column that says nothing about the entry is not among its cells."""

    number: int
    id: str
    made: bool
    """Whether the id was made from the name."""
    cells: Mapping[str, str]
    base: str
    places: Mapping[str, int]

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
    raise Unreadable("HEAD")


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
        lines = tuple(self._line(number, row) for number, row in rows if _says_something(row))
        places = self._heads.places.items()
        keys = {column: key for key, columns in places for column in columns}
        return Table(self._kind, self._columns, keys, lines, tuple(self._findings))

    def _line(self, number: int, row: Row) -> Line:
        cells: dict[str, str] = {}
        places: dict[str, int] = {}
        for key, text, column in self._texts(number, row):
            cells[key] = text
            places[key] = column
        given = self._plain(row, ID)
        entry_id = given or slug(cells.get(self._id_key(), ""))
        base = self._plain(row, BASE)
        return Line(number, entry_id, not given, cells, base, places)

    def _id_key(self) -> str:
        return self._mapping.id or ("name" if column_at(self._kind, "name") else "title")

    def _plain(self, row: Row, key: str) -> str:
        return self._cell(row, self._heads.places.get(key, ()))[0].text.strip()

    def _cell(self, row: Row, columns: tuple[int, ...]) -> tuple[Cell, int]:
        """The first of these cells that says something, else the first."""
        found = [(row[c - 1] if c <= len(row) else EMPTY, c) for c in columns]
        filled = (item for item in found if item[0].text.strip())
        return next(filled, found[0] if found else (EMPTY, 0))

    def _texts(self, number: int, row: Row) -> Iterator[tuple[str, str, int]]:
        """(key, text, column) of every field that the row says something about."""
        for key in (*self._heads.places, *self._constants()):
            column = column_at(self._kind, key)
            if column is None:  # id and state
                continue
            cell, place = self._cell(row, self._heads.places.get(key, ()))
            if cell.text == KEPT:
                continue
            problem = raw.problem(cell, column.field, self._region, number, place)
            self._findings += [problem] if problem else []
            text = raw.text_of(cell, column.field, self._region)
            text = self._mapping.translated(key, text) if text.strip() else self._constant(key)
            yield from self._spread(column, text, place)

    def _constants(self) -> tuple[str, ...]:
        named = (str(key) for key, _ in self._mapping.constants)
        return tuple(key for key in named if key not in self._heads.places)

    def _constant(self, key: str) -> str:
        return str(self._mapping.constants.get(key, ""))

    def _spread(self, column: Column, text: str, place: int) -> Iterator[tuple[str, str, int]]:
        """The cell under its key; a list whose items have columns of their own under theirs."""
        first = column_at(self._kind, f"{column.key}.1")
        if first is None or column.shape != "many":
            self._columns[column.key] = column
            separators = joined.SEPARATORS + self._mapping.separators
            yield column.key, canonical(text, column, self._lists, separators), place
            return
        items = joined.split(text, joined.SEPARATORS + self._mapping.separators)
        for n in range(1, max(NUMBERED_TERMS, len(items)) + 1):
            numbered = column_at(self._kind, f"{column.key}.{n}") or first
            self._columns[f"{column.key}.{n}"] = numbered
            item = items[n - 1] if n <= len(items) else ""
            yield f"{column.key}.{n}", canonical(item, numbered, self._lists), place


def _says_something(row: Row) -> bool:
    return any(cell.text.strip() for cell in row)


def canonical(text: str, column: Column, lists: Lists, separators: str = joined.SEPARATORS) -> str:
    """What a cell says in the words of entry files."""
    mean = partial(meant, reader=column.field, lists=lists)
    if column.shape == "many":
        return joined.join(filter(None, map(mean, joined.split(text, separators))))
    if column.shape == "pairs":
        pairs = (joined.parted(item) for item in joined.split(text))
        return joined.join(joined.pair(name, mean(value)) for name, value in pairs)
    return mean(text)

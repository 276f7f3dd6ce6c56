"""The mapping file: how a list with other column names becomes entries of ours.

    columns:                     # our field: the name of their column, or several, best first
      name: Vereinsname
      phone: [Telefon neu, Telefon]
      start: Datum + Uhrzeit     # two columns, one value
      address: Anschrift         # one column, several fields: also `location`
      topics: Spalte D           # a column that has no name, or no name of its own
    constants:                   # where their list says nothing
      listed: 2026-11-22
    values:                      # their words: ours
      topics: {Gesang: musik, Fußball: sport}
    separators: ",/"             # what else parts several values in a cell
    id: name                     # the field from which ids are made
    skip: [Summe, Stand]         # rows that begin with this are no entries

It is read as strictly as an entry is.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

from plugins.catalogue import nodes, source
from plugins.catalogue.descriptions import IDENTIFIER
from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.fields.base import Record, Shape
from plugins.catalogue.fields.containers import NOTHING, FrozenMap, ListOf, MapOf
from plugins.catalogue.fields.context import Context
from plugins.catalogue.fields.records import read_record
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.find import read_bytes
from plugins.catalogue.frozen import record
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold, nearest
from plugins.catalogue.titles import titled
from plugins.intake.content import CannotRead
from plugins.intake.sheet.columns import ID, column_at, columns_of, lists_of_records
from plugins.intake.sheet.problems import letters, number_of, unreadable
from plugins.intake.sheet.values import SEPARATORS, join, split

Names = Mapping[str, str]
"""What a column is called: names by their folded form."""

Choices = tuple[tuple[int, ...], ...]
"""Columns counted from 1: choices, the best first, each of one column or of several values."""

ALIASES = {"address": "address.street", "location": "location.latitude"}
"""Fields whose parts may stand in one cell, by the field that takes such a cell apart."""

NO_WORD = "-"
"""Stands for nothing among our words."""

_LETTERED = re.compile(r"(?:Spalte|column) ([A-Z]{1,2})", re.IGNORECASE)


@record(frozen=True, kw_only=True)
class ColumnMapping(Record):
    """What a mapping file says."""

    columns: Annotated[FrozenMap, MapOf(Line(80), ListOf(Line(200), least=1))] = NOTHING
    constants: Annotated[FrozenMap, MapOf(Line(80), Line(400))] = NOTHING
    values: Annotated[FrozenMap, MapOf(Line(80), MapOf(Line(200), Line(200)))] = NOTHING
    separators: Annotated[str, Line(10)] = ""
    id: Annotated[str, Line(80)] = ""
    skip: Annotated[tuple[str, ...], ListOf(Line(80))] = ()

    def names(self) -> frozenset[str]:
        """Their names, folded, as they may stand in headers: joined, and each for itself."""
        names = [str(name) for _, names in self.columns for name in names]
        return frozenset(fold(one) for name in names for one in (name, *_joined(name)))

    def is_lettered(self) -> bool:
        """Whether it names columns by their letters, so that a list without headers can be read."""
        return all(name.startswith(("spalte ", "column ")) for name in self.names())

    def skips(self, text: str) -> bool:
        """Whether a row that begins so is no entry."""
        return any(fold(text).startswith(fold(word)) for word in self.skip)

    def arranged(self, headers: Sequence[Names]) -> Mapping[str, Choices]:
        """Where our fields stand; `headers` are the names of their columns.

        Raises `CannotRead` for columns that are missing, or of which there are two.
        """
        found: dict[str, Choices] = {}
        wrong: list[Diagnostic] = []
        for key, names in self.columns:
            try:
                found[ALIASES.get(str(key), str(key))] = _source([*map(str, names)], headers)
            except CannotRead as error:
                wrong += error.found
        if wrong:
            raise CannotRead(*dict.fromkeys(wrong))
        if ID not in found and not self.id:
            named = [
                n for n, names in enumerate(headers, start=1) if fold(IDENTIFIER.title) in names
            ]
            found |= {ID: ((named[0],),)} if named else {}
        return found

    def translated(self, key: str, text: str, shape: Shape = "one") -> str:
        """Their word for a value of `key` in ours; the values of a list one by one."""
        if not text.strip():
            return ""
        words = dict(self.values.get(key, NOTHING))
        folded = {fold(theirs): ours for theirs, ours in words.items()}
        if fold(text.strip()) in folded:
            return _ours(str(folded[fold(text.strip())]))
        if not folded or shape != "many":
            return text
        items = split(text, SEPARATORS + self.separators)
        if not any(fold(item) in folded for item in items):
            return text
        found = (_ours(str(folded.get(fold(item), item))) for item in items)
        return join(item for name in found for item in split(name))


NO_MAPPING = ColumnMapping()


def _ours(word: str) -> str:
    """What `-` stands for is nothing."""
    return "" if word == NO_WORD else word


def _joined(name: str) -> list[str]:
    return [part.strip() for part in name.split(" + ")]


def _source(names: Iterable[str], headers: Sequence[Names]) -> Choices:
    """The columns of a field: of every choice those that are values."""
    choices = tuple(filter(None, (_choice(name, headers) for name in names)))
    if choices:
        return choices
    missing = next(p for name in names for p in _joined(name) if not _column(p, headers))
    near = nearest(missing, {name for names in headers for name in names.values()})
    raise unreadable("SHEET-MAPPING-COLUMN", key=missing, suggestion=near)


def _choice(name: str, headers: Sequence[Names]) -> tuple[int, ...]:
    """The columns that are joined under a name; none when one of them is missing."""
    whole = _column(name, headers)
    if whole:
        return (whole,)
    found = tuple(_column(part, headers) for part in _joined(name))
    return found if all(found) else ()


def _column(name: str, headers: Sequence[Names]) -> int:
    """The number of the column that is called so, by its head or as »Spalte D«; 0 for none."""
    found = [number for number, names in enumerate(headers, start=1) if fold(name) in names]
    if len(found) > 1:
        one, two = letters(found[0]), letters(found[1])
        raise unreadable("SHEET-MAPPING-TWICE", key=name, one=one, two=two)
    lettered = _LETTERED.fullmatch(name)
    if found or not lettered:
        return found[0] if found else 0
    number = number_of(lettered[1])
    return number if number <= len(headers) else 0


def read(path: Path, kind: type[Entry]) -> ColumnMapping:
    """Read a mapping file for lists of this kind. Raises `CannotRead`."""
    problems = Problems(str(path))
    document = source.read(read_bytes(path, problems), problems, markdown=False)
    context = Context(problems, {}, titled=titled)
    read = document and read_record(ColumnMapping, document.fields, context)
    if document:
        _check_keys(document.fields, kind, problems)
    if not isinstance(read, ColumnMapping) or problems.has_errors:
        raise CannotRead(*sorted(problems))
    return read


def _check_keys(fields: nodes.Mapping, kind: type[Entry], problems: Problems) -> None:
    """Note what is named as a field of the kind and is none."""
    maps = (fields.get(name) for name in ("columns", "constants", "values"))
    keys = [key for pairs in maps if isinstance(pairs, nodes.Mapping) for key, _ in pairs.pairs]
    by = fields.get("id")
    for key in (*keys, *([by] if isinstance(by, nodes.Scalar) and by.text else [])):
        if key.text != ID and not column_at(kind, ALIASES.get(key.text, key.text)):
            near = nearest(key.text, _known(kind))
            problems.add("SHEET-MAPPING-FIELD", key.place, key=key.text, suggestion=near)


def _known(kind: type[Entry]) -> list[str]:
    return [c.key for c in columns_of(kind, dict.fromkeys(lists_of_records(kind), 1))]

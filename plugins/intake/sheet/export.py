"""Entries of one kind to a sheet: what stands in which cell, whatever the file is written as."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.fields.base import Column
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.intake.sheet.columns import (
    BASE,
    ID,
    cell_text,
    cells_of,
    columns_of,
    lists_of_records,
    state_of,
)
from plugins.intake.tree import Branch, tree_of

STATE_LABEL = "Stand (nicht ändern)"

Type = Literal["text", "long", "number", "date"]

_TYPES: Mapping[str, Type] = {
    "long": "long",
    "number": "number",
    "date": "date",
    "moment": "date",
}
"""What a cell is made for, by the control that a form has for the same value."""


@dataclass(frozen=True)
class Header:
    """A column: its key, what it is called, what it holds, and what may be picked there."""

    key: str
    label: str
    type: Type = "text"
    choices: tuple[str, ...] = ()
    only: bool = False


@dataclass(frozen=True)
class Sheet:
    """The sheet of one kind; every row has a text for each header."""

    name: str
    file: str
    headers: tuple[Header, ...]
    rows: tuple[tuple[str, ...], ...]


def sheet_of(kind: type[Entry], entries: Sequence[Entry], lists: Lists) -> Sheet:
    """The sheet of these entries, in their order; lists have room for one record more."""
    trees = [tree_of(entry, lists) for entry in entries]
    columns = columns_of(kind, _counts(kind, trees))
    headers = (
        Header(ID, label(kind, ID)),
        *(_header(kind, column, lists) for column in columns),
        Header(f"{BASE}.{kind.folder}", STATE_LABEL),
    )
    rows = (
        _row(entry.id, cells_of(tree, columns), columns, lists)
        for entry, tree in zip(entries, trees, strict=True)
    )
    name = KINDS[kind]
    return Sheet(name.sheet, name.file, headers, tuple(rows))


def _counts(kind: type[Entry], trees: Iterable[Branch]) -> dict[str, int]:
    most = lists_of_records(kind)
    counts = dict.fromkeys(most, 0)
    for tree in trees:
        for key in counts:
            counts[key] = max(counts[key], len(tree.get(key, ())))
    return {key: min(count + 1, most[key]) for key, count in counts.items()}


def _row(
    entry_id: str, cells: dict[str, str], columns: Sequence[Column], lists: Lists
) -> tuple[str, ...]:
    texts = (cell_text(cells.get(column.key, ""), column, lists) for column in columns)
    return (entry_id, *texts, state_of(entry_id, cells))


def _header(entry: type[Entry], column: Column, lists: Lists) -> Header:
    field = column.field
    options = field.options(lists) if field.closed else ()
    choices = tuple(field.shown(option, lists) for option in options)
    kind = _TYPES.get(field.control, "text") if column.shape == "one" else "text"
    return Header(column.key, label(entry, column.key), kind, choices, only=column.shape == "one")

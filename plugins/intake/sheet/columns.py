"""The columns of a sheet, from the model: one for each value that a cell can hold.

A column has a dotted key: `address.street`, `contacts.1.name`, `topics.2`. Columns that can only
change together (all of `contacts`, because the second contact may have become the first) form a
unit; units are what is compared with git.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import Entry
from plugins.catalogue.schema import Either, Field, ListOf, MapOf, RecordField, Text, fields_of
from plugins.catalogue.values import Account, Term

ID, BASE, BODY = "id", "_base", "text"

NUMBERED_TERMS = 3
"""A list of so few terms gets a column for each, so that every cell has a list to pick from."""

Shape = Literal["one", "many", "pairs"]


@dataclass(frozen=True)
class Column:
    """`field` reads the value in a cell, or each of `many` values, or the right side of `pairs`."""

    key: str
    unit: str
    field: Text
    shape: Shape = "one"


def columns_of(kind: type[Entry], counts: Mapping[str, int]) -> tuple[Column, ...]:
    """All columns for entries of this kind; `counts` says how many records each list needs."""
    found = [
        column
        for key, known in fields_of(kind).items()
        for column in _columns(key, known.field, "", counts)
    ]
    return (*(c for c in found if c.key != BODY), *(c for c in found if c.key == BODY))


def lists_of_records(kind: type[Entry]) -> tuple[str, ...]:
    """The keys of the lists whose records are numbered."""
    fields = fields_of(kind).items()
    return tuple(key for key, known in fields if is_record_list(known.field) and fits(known.field))


def is_record_list(field: Field) -> bool:
    """Whether it is a list of records."""
    return isinstance(field, ListOf) and isinstance(field.item, RecordField)


def fits(field: Field) -> bool:
    """Whether cells can hold all of it."""
    if isinstance(field, MapOf):
        return isinstance(field.value, Account)
    if isinstance(field, Either):
        return isinstance(field.record, RecordField)
    if isinstance(field, ListOf):
        record = field.item.record if isinstance(field.item, RecordField) else None
        return not record or all(fits(known.field) for known in fields_of(record).values())
    return True


def left_out(kind: type[Entry]) -> tuple[str, ...]:
    """What no cell can hold; it stays as it is when a sheet is read back."""
    return tuple(_left_out(fields_of(kind), ""))


def _left_out(fields: Mapping[str, object], above: str) -> Iterator[str]:
    for key, known in fields.items():
        field = getattr(known, "field", None)
        if isinstance(field, RecordField):
            yield from _left_out(fields_of(field.record), f"{above}{key}.")
        elif isinstance(field, Field) and not fits(field):
            yield f"{above}{key}"


def _columns(key: str, field: Field, unit: str, counts: Mapping[str, int]) -> Iterator[Column]:
    """The columns of one field. `unit` is that of the list above it, if there is one."""
    if not fits(field):
        return
    if isinstance(field, Either):
        yield from _columns(key, field.text, unit, counts)
        yield from _columns(key, field.record, unit, counts)
    elif isinstance(field, RecordField):
        for name, known in fields_of(field.record).items():
            yield from _columns(f"{key}.{name}", known.field, unit, counts)
    elif isinstance(field, ListOf) and is_numbered(field):
        most = counts.get(key, 0) if is_record_list(field) else field.most
        for number in range(1, most + 1):
            yield from _columns(f"{key}.{number}", field.item, key, counts)
    elif isinstance(field, ListOf) and isinstance(field.item, Text):
        yield Column(key, unit or key, field.item, "many")
    elif isinstance(field, MapOf) and isinstance(field.value, Text):
        yield Column(key, unit or key, field.value, "pairs")
    elif isinstance(field, Text):
        yield Column(key, unit or key, field)


def is_numbered(field: ListOf) -> bool:
    """Whether each item has columns of its own."""
    return is_record_list(field) or (isinstance(field.item, Term) and field.most <= NUMBERED_TERMS)


def column_at(kind: type[Entry], key: str) -> Column | None:
    """The column that a header names; a list with numbered columns may also stand in one.

    Numbers may go beyond what the list allows, so that the list itself says that it is too long.
    """
    return _column_at(kind.folder, key)


@lru_cache(maxsize=4096)
def _column_at(folder: str, key: str) -> Column | None:
    first, *below = key.split(".")
    known = fields_of(FOLDERS[folder]).get(first)
    if known is None:
        return None
    field, number = known.field, _number(below)
    if isinstance(field, ListOf) and is_numbered(field) and isinstance(field.item, Text):
        if below and (len(below) > 1 or not number):
            return None
        return Column(key, first, field.item, "one" if below else "many")
    columns = _columns(first, field, "", {first: number})
    return next((column for column in columns if column.key == key), None)


def _number(steps: list[str]) -> int:
    """The number of an item, 0 where there is none."""
    return int(steps[0]) if steps and re.fullmatch(r"[1-9][0-9]?", steps[0]) else 0

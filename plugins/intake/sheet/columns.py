"""The columns of a sheet, from the model: one for each value that a cell can hold."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from plugins.catalogue.fields.base import Column, Field
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import Entry

ID, BASE, BODY = "id", "_base", "text"


def columns_of(kind: type[Entry], counts: Mapping[str, int]) -> tuple[Column, ...]:
    """All columns for entries of this kind; `counts` says how many records each list needs."""
    found = [*RecordField(kind).columns("", counts)]
    return (*(c for c in found if c.key != BODY), *(c for c in found if c.key == BODY))


def lists_of_records(kind: type[Entry]) -> dict[str, int]:
    """The keys of the lists whose records are numbered, and how many each may have."""
    fields = RecordField(kind).keys().items()
    return {key: field.most for key, field in fields if field.fits and field.below().keys()}


def left_out(kind: type[Entry]) -> tuple[str, ...]:
    """What no cell can hold; it stays as it is when a sheet is read back."""
    return tuple(_left_out(RecordField(kind), ""))


def _left_out(field: Field, above: str) -> Iterator[str]:
    for key, inner in field.keys().items():
        if not inner.fits:
            yield f"{above}{key}"
        else:
            yield from _left_out(inner, f"{above}{key}.")


def column_at(kind: type[Entry], key: str) -> Column | None:
    """The column that a header names; a list with numbered columns may also stand in one.

    Numbers may go beyond what the list allows, so that the list itself says that it is too long.
    """
    return _column_at(kind.folder, key)


@lru_cache(maxsize=4096)
def _column_at(folder: str, key: str) -> Column | None:
    first, *below = key.split(".")
    field = RecordField(FOLDERS[folder]).below(first)
    if field.shape == "many" and not below and not field.below().keys():
        return Column(key, key, next(field.texts()), "many")
    columns = field.columns(first, {first: _number(below)}) if field.fits else ()
    return next((column for column in columns if column.key == key), None)


def _number(steps: list[str]) -> int:
    """The number of an item, 0 where there is none."""
    return int(steps[0]) if steps and re.fullmatch(r"[1-9][0-9]?", steps[0]) else 0

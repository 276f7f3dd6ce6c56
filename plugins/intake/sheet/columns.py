"""The columns of a sheet, from the model; an entry as the cells under them, and back.

A row also carries the state of its entry when it was written: a short digest for every cell, in a
hidden column, so that it survives saving as .ods or .csv, a mail, and another computer. Digests
instead of values, because a second copy of every text would double the sheet and could be edited
by mistake. Eight hex digits tell whether a cell changed; they are no protection against somebody
who wants to deceive (who could edit the entry as well).
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import cast

from plugins.catalogue.fields.base import Column, Field
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.intake.sheet import values
from plugins.intake.tree import Branch, Tree

ID, BASE, BODY = "id", "_base", "text"

MAX_CELL = 32_000
"""Excel holds 32,767 characters in a cell."""

KEPT = "(passt in keine Zelle; bleibt, wie es ist)"
"""Stands in place of what a cell cannot hold: too long, or with tabs, which .ods readers lose."""

Cells = Mapping[str, str]
"""Texts by the keys of columns."""


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


# --- entries as cells, and back ---


def cells_of(tree: Branch, columns: Iterable[Column]) -> dict[str, str]:
    """The texts of an entry by column; empty ones are left out."""
    cells = {column.key: _cell(_at(tree, column.key), column) for column in columns}
    return {key: text for key, text in cells.items() if text}


def _at(tree: Tree, key: str) -> Tree:
    for step in key.split("."):
        if isinstance(tree, list):
            index = int(step) - 1 if step.isdigit() else -1
            tree = tree[index] if 0 <= index < len(tree) else ""
        elif isinstance(tree, dict):
            tree = tree.get(step, "")
        else:
            return ""
    return tree


def _cell(tree: Tree, column: Column) -> str:
    if column.shape == "many" and isinstance(tree, list):
        return values.join(item for item in tree if isinstance(item, str))
    if column.shape == "pairs" and isinstance(tree, dict):
        return values.join(values.pair(key, str(value)) for key, value in tree.items())
    return tree if column.shape == "one" and isinstance(tree, str) else ""


def tree_from(
    cells: Cells, columns: Mapping[str, Column], before: Branch, kind: type[Entry]
) -> Branch:
    """The tree that the cells describe, with what no cell can hold as it was `before`.

    Gaps between numbered items close.
    """
    tree: dict[object, object] = {}
    for key, text in cells.items():
        if text:
            _put(tree, key, _value(text, columns[key]))
    for key in left_out(kind):
        if value := _at(before, key):
            _put(tree, key, value)
    return cast("Branch", _closed(tree))


def _value(text: str, column: Column) -> Tree:
    if column.shape == "many":
        return list(values.split(text))
    if column.shape == "pairs":
        return dict(values.parted(item) for item in values.split(text))
    return text


def _put(tree: dict[object, object], key: str, value: Tree) -> None:
    """Put `value` where the key leads; the items of a list stand under their numbers for now."""
    *above, last = (int(step) if step.isdigit() else step for step in key.split("."))
    for step in above:
        below = tree.get(step)
        if not isinstance(below, dict):
            below = tree[step] = {}
        tree = below
    tree[last] = value


def _closed(tree: object) -> object:
    """Mappings whose keys are numbers become lists, in the order of the numbers."""
    if not isinstance(tree, dict):
        return tree
    numbers = sorted(key for key in tree if isinstance(key, int))
    if numbers:
        return [_closed(tree[number]) for number in numbers]
    return {key: _closed(value) for key, value in tree.items()}


def cell_text(text: str, column: Column, lists: Lists) -> str:
    """What the cell shows for `text`, the words of the entry file."""
    if column.shape == "many":
        text = values.join(column.field.shown(item, lists) for item in values.split(text))
    elif column.shape == "one":
        text = column.field.shown(text, lists)
    return KEPT if len(text) > MAX_CELL or "\t" in text else text


# --- the state of an entry ---

_STATE = re.compile(r"([a-z0-9-]+)((?: [a-z0-9_.]+=[0-9a-f]{8})*)")


def digest(key: str, text: str) -> str:
    """Eight hex digits of SHA-256 over column and text; nothing for an empty cell."""
    data = f"{key}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:8] if text else ""


def state_of(entry_id: str, cells: Cells) -> str:
    """What the hidden column says about an entry."""
    return " ".join([entry_id, *(f"{key}={digest(key, text)}" for key, text in cells.items())])


def state_in(text: str, entry_id: str) -> Cells | None:
    """The digests of the entry `entry_id` by column; a column that is not there was empty.

    `None` when there are none, when they have been damaged, or when they are another entry's:
    somebody copied a row to begin a new one.
    """
    match = _STATE.fullmatch(text.strip())
    if not match or match[1] != entry_id:
        return None
    pairs = (item.partition("=") for item in match[2].split())
    return {key: value for key, _, value in pairs}

"""Entries as cells and back: a tree to texts by the keys of columns, and these to a tree."""

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from plugins.catalogue.diagnostics import Place
from plugins.catalogue.fields.base import Column
from plugins.catalogue.model import Entry
from plugins.catalogue.source import Mapping as MappingNode
from plugins.catalogue.source import Node, Scalar, Sequence
from plugins.intake.sheet import joined
from plugins.intake.sheet.columns import left_out
from plugins.intake.tree import Branch, Tree

Cells = Mapping[str, str]
Placing = Callable[[str], Place]


class _Pairs(dict[str, Tree]):
    """A mapping whose keys are the editor's own, even when they are numbers."""


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
        return joined.join(item for item in tree if isinstance(item, str))
    if column.shape == "pairs" and isinstance(tree, dict):
        return joined.join(joined.pair(key, str(value)) for key, value in tree.items())
    return tree if column.shape == "one" and isinstance(tree, str) else ""


def from_cells(cells: Cells, columns: Mapping[str, Column]) -> Branch:
    """The tree that the cells describe; gaps between numbered items close."""
    tree: Branch = {}
    for key, text in cells.items():
        if text:
            _put(tree, key.split("."), _value(text, columns[key]))
    return cast("Branch", _closed(tree))


def _value(text: str, column: Column) -> Tree:
    if column.shape == "many":
        return list(joined.split(text))
    if column.shape == "pairs":
        return _Pairs(joined.parted(item) for item in joined.split(text))
    return text


def _put(tree: Branch, steps: list[str], value: Tree) -> None:
    """Put `value` where `steps` lead; numbered items are keys for now."""
    for step in steps[:-1]:
        below = tree.get(step)
        if not isinstance(below, dict):
            below = tree[step] = {}
        tree = below
    tree[steps[-1]] = value


def _closed(tree: Tree) -> Tree:
    """Mappings whose keys are all numbers become lists, in the order of the numbers."""
    if not isinstance(tree, dict) or isinstance(tree, _Pairs):
        return tree
    if tree and all(key.isdigit() for key in tree):
        return [_closed(tree[key]) for key in sorted(tree, key=int)]
    return {key: _closed(value) for key, value in tree.items()}


def with_left_out(tree: Branch, before: Branch, kind: type[Entry]) -> Branch:
    """The tree with what no cell can hold, as it was before."""
    for key in left_out(kind):
        value = _at(before, key)
        if value:
            _put(tree, key.split("."), value)
    return tree


def node_of(tree: Tree, key: str, place: Placing) -> Node:
    """The nodes of a tree, each at the place of the cell that it came from."""
    if isinstance(tree, str):
        return Scalar(tree, place(key))
    if isinstance(tree, list):
        items = (node_of(item, f"{key}.{n}", place) for n, item in enumerate(tree, start=1))
        return Sequence(tuple(items), place(key))
    return branch_node(tree, key, place)


def branch_node(tree: Branch, key: str, place: Placing) -> MappingNode:
    """The node of a mapping."""
    pairs = []
    for name, value in tree.items():
        below = f"{key}.{name}" if key else name
        pairs.append((Scalar(name, place(below)), node_of(value, below, place)))
    return MappingNode(tuple(pairs), place(key))

"""What to change inside the value of one field so that it says something else.

Works on the nodes of PyYAML, which know where they begin and end.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import yaml

from plugins.catalogue.fields.base import UNKNOWN, Field
from plugins.intake import entry_file, scalars
from plugins.intake.sheet.flat import Branch, Tree

_COLLECTIONS = (yaml.SequenceNode, yaml.MappingNode)
_CROWDED = re.compile(r"""[?,\[\]{}:#"']""")


class Edit(NamedTuple):
    """Characters of the text to be replaced."""

    start: int
    end: int
    text: str


def lines_of(text: str, key: yaml.Node, value: yaml.Node) -> tuple[int, int]:
    """Where the lines of a pair begin and end, a comment behind it included."""
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    newline = text.find("\n", max(end_of(value, text), key.end_mark.index))
    return start, len(text) if newline < 0 else newline + 1


def end_of(node: yaml.Node, text: str) -> int:
    """Where a node really ends; of blocks, PyYAML says where the next thing begins."""
    if isinstance(node, _COLLECTIONS) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    return int(start + len(text[start:end].rstrip()))


class Place(NamedTuple):
    """The text that is edited, and whether the place is inside brackets."""

    text: str
    flow: bool


def edits(node: yaml.Node, old: Tree, new: Tree, field: Field, place: Place) -> list[Edit] | None:
    """The edits that turn `old` into `new` at `node`; `None` when that cannot be told."""
    if old == new:
        return []
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, new, field, place) if isinstance(old, str) else None
    place = place._replace(flow=place.flow or bool(getattr(node, "flow_style", False)))
    if isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list):
        return _list(node, old, new, field, place)
    if isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict):
        return _mapping(node, old, new, field, place)
    return None


def _scalar(node: yaml.ScalarNode, new: Tree, field: Field, place: Place) -> list[Edit] | None:
    if not isinstance(new, str) or not new or "\n" in new or node.style in ("|", ">"):
        return None
    text = _one_line(new, field, flow=place.flow)
    return [Edit(node.start_mark.index, node.end_mark.index, text)]


def _one_line(text: str, field: Field, *, flow: bool) -> str:
    crowded = flow and _CROWDED.search(text)
    return scalars.quoted(text) if crowded or scalars.needs_quotes(text, field) else text


def _list(
    node: yaml.SequenceNode, old: list[Tree], new: list[Tree], field: Field, place: Place
) -> list[Edit] | None:
    item = field.below()
    if len(old) == len(new) == len(node.value):
        found = [edits(n, o, x, item, place) for n, o, x in zip(node.value, old, new, strict=True)]
        return _joined(found)
    if new and not place.flow and len(old) == len(node.value):
        left = _left_out(old, new)
        if left is not None:
            return [_lines_of_item(node.value[number], place.text) for number in left]
    return _in_brackets(node, new, field, place)


def _left_out(old: list[Tree], new: list[Tree]) -> list[int] | None:
    """The numbers of the items that are not there any more; `None` if there are others, too."""
    left, rest = [], list(new)
    for number, item in enumerate(old):
        if rest and rest[0] == item:
            del rest[0]
        else:
            left.append(number)
    return None if rest else left


def _lines_of_item(node: yaml.Node, text: str) -> Edit:
    """The lines of an item, from its dash on, a comment behind it included."""
    start, newline = (
        text.rfind("\n", 0, node.start_mark.index) + 1,
        text.find("\n", end_of(node, text)),
    )
    return Edit(start, len(text) if newline < 0 else newline + 1, "")


def _joined(found: list[list[Edit] | None]) -> list[Edit] | None:
    """All edits together; none if one is missing."""
    lists = [part for part in found if part is not None]
    return [edit for part in lists for edit in part] if len(lists) == len(found) else None


def _mapping(
    node: yaml.MappingNode,
    old: Mapping[str, Tree],
    new: Mapping[str, Tree],
    field: Field,
    place: Place,
) -> list[Edit] | None:
    pairs = {key.value: value for key, value in node.value}
    if set(old) == set(new) == set(pairs):
        return _joined([edits(pairs[k], old[k], new[k], field.below(k), place) for k in pairs])
    if place.flow:
        return _in_brackets(node, dict(new), field, place)
    return _lines(node, old, new, field, place)


def _lines(
    node: yaml.MappingNode,
    old: Mapping[str, Tree],
    new: Mapping[str, Tree],
    field: Field,
    place: Place,
) -> list[Edit] | None:
    """Pairs of which each has lines of its own: some go, some change, some are added."""
    pairs = {key.value: (key, value) for key, value in node.value}
    column = node.start_mark.column
    if set(old) != set(pairs) or not _begins_line(node, place.text):
        return None
    found: list[list[Edit] | None] = []
    for key, (name, value) in pairs.items():
        if key in new:
            found.append(edits(value, old[key], new[key], field.below(key), place))
        else:
            found.append([Edit(*lines_of(place.text, name, value), "")])
    after = lines_of(place.text, *node.value[0])[0]
    for key, tree in _ordered(dict(new), field):
        if key in pairs:
            after = lines_of(place.text, *pairs[key])[1]
        else:
            line = f"{' ' * column}{key}: {_flow(tree, field.below(key), flow=False)}\n"
            found.append([Edit(after, after, line)])
    return _joined(found)


def _begins_line(node: yaml.Node, text: str) -> bool:
    start = node.start_mark.index
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _in_brackets(node: yaml.Node, new: Tree, field: Field, place: Place) -> list[Edit] | None:
    """Everything between the brackets anew, if that still fits on one line."""
    text = _flow(new, field) if place.flow else ""
    if not text or node.start_mark.column + len(text) > entry_file.WIDTH:
        return None
    return [Edit(node.start_mark.index, node.end_mark.index, text)]


def _flow(tree: Tree, field: Field, *, flow: bool = True) -> str:
    """A value on one line, in brackets where it has parts."""
    if isinstance(tree, str):
        return _one_line(tree, field, flow=flow) if "\n" not in tree else scalars.quoted(tree)
    if isinstance(tree, list):
        return "[" + ", ".join(_flow(value, field.below()) for value in tree) + "]"
    own = not field.keys()
    pairs = (
        f"{_one_line(key, UNKNOWN, flow=True) if own else key}: {_flow(value, field.below(key))}"
        for key, value in _ordered(tree, field)
    )
    return "{" + ", ".join(pairs) + "}"


def _ordered(tree: Branch, field: Field) -> Iterator[tuple[str, Tree]]:
    """The pairs in the order of the model."""
    yield from ((key, tree[key]) for key in field.keys() or tree if key in tree)

"""Changes values in the file of an entry and leaves everything else as it stands.

Comments, order, quotation marks, blank lines stay. What is changed is replaced at its place; a new
field is put where the model has it. Every result is read back: it must say exactly what it should,
else the changed fields are written anew as a whole, else nothing is written.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

import yaml

from plugins.catalogue import source
from plugins.catalogue.characters import unix
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.base import UNKNOWN, Field
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.intake import entry_file, scalars
from plugins.intake.tree import Branch, Tree, branch_of
from plugins.intake.yaml_text import Patch, end_of, fields_in, front_of, lines_of, patched


class CannotEdit(Exception):
    """The file is written in a way that this module does not understand."""


class EntryFile(NamedTuple):
    """The file of an entry, and how to read it."""

    data: bytes
    kind: type[Entry]
    is_markdown: bool
    lists: Lists


def read_tree(file: EntryFile) -> Branch | None:
    """What the file says; `None` when it cannot be read."""
    document = source.read(file.data, Problems(""), markdown=file.is_markdown)
    if document is None:
        return None
    tree = branch_of(file.kind, document.fields, file.lists)
    if document.text is not None and document.text.text:
        tree["text"] = document.text.text
    return tree


def edited(file: EntryFile, before: Branch, after: Branch) -> bytes:
    """The file with the fields of `after`. Raises `CannotEdit`.

    `before` is what the file says now.
    """
    if read_tree(file) != before:
        raise CannotEdit
    text = unix(file.data.decode("utf-8"))
    text = text if text.endswith("\n") else f"{text}\n"
    for is_anew in (False, True):
        new = patched(text, _patches(text, file, before, after, is_anew=is_anew))
        data = _with_line_ends(new, file.data)
        if read_tree(file._replace(data=data)) == after:
            return data
    raise CannotEdit


def _with_line_ends(text: str, data: bytes) -> bytes:
    """Windows' line ends in a file that had them."""
    return (text.replace("\n", "\r\n") if b"\r\n" in data else text).encode("utf-8")


_NodePair = tuple[yaml.Node, yaml.Node]


def _patches(
    text: str, file: EntryFile, before: Branch, after: Branch, *, is_anew: bool
) -> Iterator[Patch]:
    """What to do field by field; with `is_anew` a changed field is written as a whole."""
    root = fields_in(text, is_markdown=file.is_markdown)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise CannotEdit
    pairs = {key.value.strip(): (key, value) for key, value in root.value}
    for key in fields_of(file.kind):
        old, new = before.get(key, ""), after.get(key, "")
        if old == new:
            continue
        if key == "text" and file.is_markdown:
            yield _body(text, str(new))
        elif key not in pairs:
            place = _place_for(key, pairs, file.kind, text)
            yield Patch(place, place, _written(key, new, file.kind))
        elif not (new and old):
            yield Patch(*lines_of(text, *pairs[key]), _written(key, new, file.kind) if new else "")
        else:
            yield from _changed(key, pairs[key], old, new, file.kind, text, is_anew=is_anew)


def _changed(
    key: str, pair: _NodePair, old: Tree, new: Tree, kind: type[Entry], text: str, *, is_anew: bool
) -> list[Patch]:
    """Only what differs inside the field, where that can be told apart; else all of it."""
    if not is_anew:
        with suppress(CannotEdit):
            return [*_inside(pair[1], old, new, fields_of(kind)[key].field, text)]
    return [_anew(pair, _written(key, new, kind), text)]


def _body(text: str, new: str) -> Patch:
    """The text below the fields; a blank line between them if there was one."""
    _, end = front_of(text, is_markdown=True)
    start = text.index("\n", end) + 1
    gap = "\n" if text[start : start + 1] in ("\n", "") else ""
    return Patch(start, len(text), f"{gap}{new}\n" if new else "")


def _place_for(key: str, pairs: Mapping[str, _NodePair], kind: type[Entry], text: str) -> int:
    """Below the last field that the model has before it."""
    order = list(fields_of(kind))
    before = [name for name in order[: order.index(key)] if name in pairs]
    if before:
        return lines_of(text, *pairs[before[-1]])[1]
    return min(lines_of(text, *pair)[0] for pair in pairs.values())


def _written(key: str, value: Tree, kind: type[Entry]) -> str:
    """The lines of a field as they are in a new file."""
    if key == "text":
        return f"text: {entry_file.scalar(str(value))}\n"
    lines = entry_file.text_of(kind, {key: value}).split("\n")
    return "".join(f"{line}\n" for line in lines[1 : lines.index("---", 1)])


def _anew(pair: _NodePair, written: str, text: str) -> Patch:
    """The whole field in new words; a comment behind one line stays."""
    start, end = lines_of(text, *pair)
    stop = end_of(pair[1], text)
    if written.count("\n") == 1 and "\n" not in text[start:stop]:
        return Patch(start, stop, written[:-1])
    return Patch(start, end, written)


# --- inside of a field; what cannot be told apart raises `CannotEdit` ---


def _inside(
    node: yaml.Node, old: Tree, new: Tree, field: Field, text: str, *, flow: bool = False
) -> Iterator[Patch]:
    """What turns `old` into `new` at the node; `flow` says that it is within brackets."""
    flow = flow or bool(getattr(node, "flow_style", False))
    if old == new:
        return
    if isinstance(node, yaml.ScalarNode) and isinstance(old, str):
        yield _scalar(node, new, field, flow=flow)
    elif isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list):
        yield from _list(node, old, new, field, text, flow=flow)
    elif isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict):
        yield from _mapping(node, old, new, field, text, flow=flow)
    else:
        raise CannotEdit


def _scalar(node: yaml.ScalarNode, new: Tree, field: Field, *, flow: bool) -> Patch:
    if not isinstance(new, str) or not new or "\n" in new or node.style in ("|", ">"):
        raise CannotEdit
    written = _one_line(new, field, flow=flow)
    return Patch(node.start_mark.index, node.end_mark.index, written)


def _list(
    node: yaml.SequenceNode,
    old: list[Tree],
    new: list[Tree],
    field: Field,
    text: str,
    *,
    flow: bool,
) -> Iterator[Patch]:
    is_known = len(old) == len(node.value)
    left = _left_out(old, new)
    if is_known and len(old) == len(new):
        for item, was, now in zip(node.value, old, new, strict=True):
            yield from _inside(item, was, now, field.below(), text, flow=flow)
    elif is_known and new and not flow and left is not None:
        yield from (Patch(*lines_of(text, node.value[n], node.value[n]), "") for n in left)
    else:
        yield _in_brackets(node, new, field, flow=flow)


def _left_out(old: list[Tree], new: list[Tree]) -> list[int] | None:
    """The numbers of the items that are not there any more; `None` if there are others, too."""
    left, rest = [], list(new)
    for number, item in enumerate(old):
        if rest and rest[0] == item:
            del rest[0]
        else:
            left.append(number)
    return None if rest else left


def _mapping(
    node: yaml.MappingNode, old: Branch, new: Branch, field: Field, text: str, *, flow: bool
) -> Iterator[Patch]:
    pairs = {key.value: value for key, value in node.value}
    if set(old) == set(new) == set(pairs):
        for key, value in pairs.items():
            yield from _inside(value, old[key], new[key], field.below(key), text, flow=flow)
    elif flow:
        yield _in_brackets(node, new, field, flow=flow)
    else:
        yield from _lines(node, old, new, field, text)


def _lines(
    node: yaml.MappingNode, old: Branch, new: Branch, field: Field, text: str
) -> Iterator[Patch]:
    """Pairs of which each has lines of its own: some go, some change, some are added."""
    pairs = {key.value: (key, value) for key, value in node.value}
    start = node.start_mark.index
    if set(old) != set(pairs) or text[text.rfind("\n", 0, start) + 1 : start].strip():
        raise CannotEdit
    for key, pair in pairs.items():
        if key in new:
            yield from _inside(pair[1], old[key], new[key], field.below(key), text)
        else:
            yield Patch(*lines_of(text, *pair), "")
    after = lines_of(text, *node.value[0])[0]
    for key, tree in _ordered(new, field):
        if key in pairs:
            after = lines_of(text, *pairs[key])[1]
        else:
            yield Patch(after, after, _added(key, tree, field.below(key), node.start_mark.column))


def _added(key: str, tree: Tree, field: Field, indent: int) -> str:
    """A new pair: on one line if it fits there, else on as many as in a new file."""
    line = f"{' ' * indent}{key}: {_on_one_line(tree, field, flow=False)}"
    lines = [line] if len(line) <= entry_file.WIDTH else entry_file.pair(key, tree, indent, field)
    return "".join(f"{one}\n" for one in lines)


def _in_brackets(node: yaml.Node, new: Tree, field: Field, *, flow: bool) -> Patch:
    """Everything between the brackets anew, if that still fits on one line."""
    written = _on_one_line(new, field) if flow else ""
    if not written or node.start_mark.column + len(written) > entry_file.WIDTH:
        raise CannotEdit
    return Patch(node.start_mark.index, node.end_mark.index, written)


def _on_one_line(tree: Tree, field: Field, *, flow: bool = True) -> str:
    """A value on one line, in brackets where it has parts."""
    if isinstance(tree, str):
        return _one_line(tree, field, flow=flow)
    if isinstance(tree, list):
        return "[" + ", ".join(_on_one_line(value, field.below()) for value in tree) + "]"
    own = not field.keys()
    pairs = (
        f"{_one_line(key, UNKNOWN, flow=True) if own else key}: "
        f"{_on_one_line(value, field.below(key))}"
        for key, value in _ordered(tree, field)
    )
    return "{" + ", ".join(pairs) + "}"


def _one_line(text: str, field: Field, *, flow: bool) -> str:
    crowded = flow and entry_file.CROWDED.search(text)
    return scalars.quoted(text) if crowded or scalars.needs_quotes(text, field) else text


def _ordered(tree: Branch, field: Field) -> Iterator[tuple[str, Tree]]:
    """The pairs in the order of the model."""
    yield from ((key, tree[key]) for key in field.keys() or tree if key in tree)

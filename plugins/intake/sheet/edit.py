"""Changes values in the file of an entry and leaves everything else as it stands.

Comments, order, quotation marks, blank lines stay. What is changed is replaced at its place; a new
field is put where the model has it. Every result is read back: it must say exactly what it should,
else the changed fields are written anew as a whole, else nothing is written.
"""

from collections.abc import Callable
from typing import NamedTuple

import yaml

from plugins.catalogue import source
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.intake import entry_file
from plugins.intake.sheet import inside
from plugins.intake.sheet.flat import Branch, Tree, branch_of
from plugins.intake.sheet.inside import Edit


class CannotEdit(Exception):
    """The file is written in a way that this module does not understand."""


class File(NamedTuple):
    """The file of an entry, and how to read it."""

    data: bytes
    kind: type[Entry]
    markdown: bool
    lists: Lists


def edited(file: File, before: Branch, after: Branch) -> bytes:
    """The file with the fields of `after`. Raises `CannotEdit`.

    `before` is what the file says now.
    """
    if said(file) != before:
        raise CannotEdit
    for change in (_changed_in_place, _written_anew):
        data = _with_line_ends(_edited(file, before, after, change), file.data)
        if said(file._replace(data=data)) == after:
            return data
    raise CannotEdit


def said(file: File) -> Branch | None:
    """What the file says; `None` when it cannot be read."""
    document = source.read(file.data, Problems(""), markdown=file.markdown)
    if document is None:
        return None
    tree = branch_of(file.kind, document.fields, file.lists)
    if document.text is not None and document.text.text:
        tree["text"] = document.text.text
    return tree


def _with_line_ends(text: str, data: bytes) -> bytes:
    """Windows' line ends in a file that had them."""
    return (text.replace("\n", "\r\n") if b"\r\n" in data else text).encode("utf-8")


_Change = Callable[[str, "_Pair", Tree, Tree, "_Writer"], list[Edit]]


def _edited(file: File, before: Branch, after: Branch, change: _Change) -> str:
    text = file.data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    text = text if text.endswith("\n") else f"{text}\n"
    head, front, body = _parts(text) if file.markdown else ("", text, "")
    keys = [key for key in fields_of(file.kind) if before.get(key, "") != after.get(key, "")]
    if file.markdown and "text" in keys:
        keys.remove("text")
        body = _body(body, str(after.get("text", "")))
    writer = _Writer(front, file.kind)
    edits = [
        edit
        for key in keys
        for edit in writer.edits(key, before.get(key, ""), after.get(key, ""), change)
    ]
    return head + _replaced(front, edits) + body


def _parts(text: str) -> tuple[str, str, str]:
    """The line above the fields, the fields, and everything from the line below them on."""
    lines = text.split("\n")
    end = next(n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == "---")
    return lines[0] + "\n", "".join(f"{line}\n" for line in lines[1:end]), "\n".join(lines[end:])


def _body(old: str, text: str) -> str:
    """The line of dashes with the new text below; a blank line between them if there was one."""
    dashes, _, rest = old.partition("\n")
    gap = "\n" if rest.startswith("\n") or not rest else ""
    return f"{dashes}\n{gap}{text}\n" if text else f"{dashes}\n"


def _replaced(text: str, edits: list[Edit]) -> str:
    """All edits done, from the end to the beginning; later ones of the same place come after."""
    for edit in sorted(enumerate(edits), key=lambda e: (e[1].start, e[0]), reverse=True):
        start, end, new = edit[1]
        text = text[:start] + new + text[end:]
    return text


class _Pair(NamedTuple):
    key: yaml.ScalarNode
    value: yaml.Node


class _Writer:
    """Edits of one front matter."""

    def __init__(self, text: str, kind: type[Entry]) -> None:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise CannotEdit
        self.text, self.kind = text, kind
        self.pairs = {key.value.strip(): _Pair(key, value) for key, value in root.value}

    def edits(self, key: str, old: Tree, new: Tree, change: _Change) -> list[Edit]:
        """What to do for one field of the entry."""
        pair = self.pairs.get(key)
        if pair is None:
            return [self._inserted(key, new)]
        start, end = self.lines_of(pair)
        if not new:
            return [Edit(start, end, "")]
        return (
            change(key, pair, old, new, self) if old else [Edit(start, end, self.written(key, new))]
        )

    def _inserted(self, key: str, new: Tree) -> Edit:
        """A new field below the last one that the model has before it."""
        order = list(fields_of(self.kind))
        known = [
            name for name in self.pairs if name in order and order.index(name) < order.index(key)
        ]
        if known:
            last = max(known, key=order.index)
            _, place = self.lines_of(self.pairs[last])
        else:
            place = min((self.lines_of(pair)[0] for pair in self.pairs.values()), default=0)
        return Edit(place, place, self.written(key, new))

    def written(self, key: str, value: Tree) -> str:
        """The lines of a field as they are in a new file."""
        if key == "text":
            return f"text: {entry_file.scalar(str(value))}\n"
        lines = entry_file.text_of(self.kind, {key: value}).split("\n")
        return "".join(f"{line}\n" for line in lines[1 : lines.index("---", 1)])

    def lines_of(self, pair: _Pair) -> tuple[int, int]:
        """Where the lines of a pair begin and end, a comment behind it included."""
        return inside.lines_of(self.text, pair.key, pair.value)


def _written_anew(key: str, pair: _Pair, old: Tree, new: Tree, writer: _Writer) -> list[Edit]:
    """The whole field in new words; a comment behind one line stays."""
    start, end = writer.lines_of(pair)
    lines = writer.written(key, new)
    stop = inside.end_of(pair.value, writer.text)
    if lines.count("\n") == 1 and "\n" not in writer.text[start:stop]:
        return [Edit(start, stop, lines[:-1])]
    return [Edit(start, end, lines)]


def _changed_in_place(key: str, pair: _Pair, old: Tree, new: Tree, writer: _Writer) -> list[Edit]:
    """Only what differs inside the field, where that can be told apart."""
    field = fields_of(writer.kind)[key].field
    found = inside.edits(pair.value, old, new, field, inside.Place(writer.text, flow=False))
    return _written_anew(key, pair, old, new, writer) if found is None else found

"""Where the parts of a file stand, to the character: what a repair needs to change nothing else.

Our reader says where a value begins. Where it ends and how it is written only the parser of YAML
knows, so it is asked once more, for files alone that our reader has accepted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import yaml

from plugins.catalogue.fields.base import Field
from plugins.catalogue.fields.containers import MapOf

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Part(NamedTuple):
    """A node of the file and the field that reads it."""

    node: yaml.Node
    field: Field


class Edit(NamedTuple):
    """New characters in the place of those of one line; lines and columns from 0."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Page:
    """The text of a file that our reader accepts."""

    text: str
    shape: Field
    is_markdown: bool
    region: str = "DE"

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the whole file."""
        return self.text.split("\n")

    @cached_property
    def front(self) -> range:
        """The lines with fields."""
        if not self.is_markdown:
            return range(len(self.lines))
        fences = (i for i, line in enumerate(self.lines) if i and line.rstrip() == "---")
        return range(1, next(fences))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All nodes, those inside before those around them, with marks in lines of the file."""
        skipped = [""] * self.front.start
        fields = "\n".join([*skipped, *self.lines[self.front.start : self.front.stop], ""])
        root = yaml.compose(fields, Loader=_Loader)
        return tuple(_parts(root, self.shape)) if root else ()

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text of the file with these changes, which do not overlap."""
        lines = list(self.lines)
        for line, start, end, text in sorted(edits, reverse=True):
            lines[line] = lines[line][:start] + text + lines[line][end:]
        return "\n".join(lines)


def _parts(node: yaml.Node, field: Field) -> Iterator[Part]:
    field = field.settled(
        is_scalar=isinstance(node, yaml.ScalarNode),
        is_list=isinstance(node, yaml.SequenceNode),
    )
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _parts(child, field.below())
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(field, MapOf):
                yield Part(key, field.key)
            yield from _parts(value, field.below(key.value))
    yield Part(node, field)


def is_on_one_line(node: yaml.Node) -> bool:
    """Whether the node begins and ends on the same line."""
    return bool(node.start_mark.line == node.end_mark.line)

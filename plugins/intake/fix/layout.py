"""Where the parts of a file stand, to the character: what a repair needs to change nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import yaml

from plugins.catalogue.fields.base import Field
from plugins.catalogue.fields.containers import MapOf
from plugins.intake.yaml_text import fields_in, front_of


class FieldNode(NamedTuple):
    """A node of the file and the field that reads it."""

    node: yaml.Node
    field: Field


@dataclass(frozen=True)
class ParsedText:
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
        return range(1, 1 + self.text.count("\n", *front_of(self.text, is_markdown=True)))

    @cached_property
    def nodes(self) -> tuple[FieldNode, ...]:
        """All nodes, those inside before those around them."""
        root = fields_in(self.text, is_markdown=self.is_markdown)
        return tuple(_nodes(root, self.shape)) if root else ()


def _nodes(node: yaml.Node, field: Field) -> Iterator[FieldNode]:
    field = field.settled(
        is_scalar=isinstance(node, yaml.ScalarNode),
        is_list=isinstance(node, yaml.SequenceNode),
    )
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _nodes(child, field.below())
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(field, MapOf):
                yield FieldNode(key, field.key)
            yield from _nodes(value, field.below(key.value))
    yield FieldNode(node, field)


def is_on_one_line(node: yaml.Node) -> bool:
    """Whether the node begins and ends on the same line."""
    return bool(node.start_mark.line == node.end_mark.line)

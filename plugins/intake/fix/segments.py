"""The lines of each key of a record: its value, its comments, the blank lines above it."""

from collections.abc import Sequence
from typing import NamedTuple

import yaml


class Segment(NamedTuple):
    """The lines of a key, from `start` up to `end`; its own line is `key`."""

    start: int
    key: int
    end: int


def segments_of(node: yaml.MappingNode, lines: Sequence[str]) -> list[Segment]:
    """One segment after the other, without gaps, in the order of the file."""
    column = node.start_mark.column
    keys = [key.start_mark.line for key, _ in node.value]
    segments: list[Segment] = []
    start = _above_first(keys[0], column, lines)
    for position, (key, value) in enumerate(node.value):
        limit = keys[position + 1] if position + 1 < len(keys) else len(lines)
        end = _with_comments(
            max(keys[position], _last_line(value, lines)) + 1, limit, column, lines
        )
        segments.append(Segment(start, key.start_mark.line, end))
        start = end
    return segments


def _above_first(key: int, column: int, lines: Sequence[str]) -> int:
    """Where the comment directly above the first key begins."""
    if lines[key][:column].strip():
        return key
    start = key
    while start > 0 and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _with_comments(end: int, limit: int, column: int, lines: Sequence[str]) -> int:
    """The end of a key's lines with the comments below it that are indented further than it is."""
    for number in range(end, limit):
        text = lines[number].lstrip()
        if text and not (text.startswith("#") and len(lines[number]) - len(text) > column):
            break
        if text:
            end = number + 1
    return end


def _last_line(node: yaml.Node, lines: Sequence[str]) -> int:
    """The last line on which the value says something."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            last: int = node.end_mark.line - 1
            while last > node.start_mark.line and not lines[last].strip():
                last -= 1
            return last
        return int(node.start_mark.line if is_empty(node) else node.end_mark.line)
    if getattr(node, "flow_style", False):
        return int(node.end_mark.line)
    last_child = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return max(node.start_mark.line, _last_line(last_child, lines))


def is_empty(node: yaml.Node) -> bool:
    """Whether there is nothing between a key and what follows."""
    return isinstance(node, yaml.ScalarNode) and not node.style and not node.value

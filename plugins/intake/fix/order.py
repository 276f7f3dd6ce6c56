"""The keys of a record in the order of the model.

A key moves with everything that belongs to it: the comments and blank lines above it, the comment
behind it, its value over all its lines. A comment at the very top that a blank line parts from the
first key stays on top. A key that the model does not know stays behind the one it stood behind.
"""

from collections.abc import Sequence
from typing import NamedTuple

import yaml

from plugins.intake.fix.layout import ParsedText, is_on_one_line
from plugins.intake.yaml_text import end_of


class _Segment(NamedTuple):
    """The lines of a key, from `start` up to `end`; its own line is `key`."""

    start: int
    key: int
    end: int


def repair(parsed: ParsedText) -> str:
    """The file with the keys of all records in order, as far as that is safe."""
    lines = list(parsed.lines)
    for node, field in parsed.nodes:  # inner records first: they move within the outer ones' lines
        known = tuple(field.keys())
        if known and isinstance(node, yaml.MappingNode):
            order = _order(node, known)
            if order != sorted(order):
                if node.flow_style:
                    _sort_in_brackets(node, order, lines)
                else:
                    segments = _segments(node, parsed)
                    _sort_lines(segments, node.start_mark.column, order, lines)
    return "\n".join(lines)


def _order(node: yaml.MappingNode, known: Sequence[str]) -> list[int]:
    """Which key comes first, which second and so on, by the places where they stand now.

    A key that the model does not know has the rank of the one before it.
    """
    ranks: list[int] = []
    for key, _ in node.value:
        unknown = ranks[-1] if ranks else -1
        ranks.append(known.index(key.value) if key.value in known else unknown)
    return sorted(range(len(ranks)), key=ranks.__getitem__)


def _sort_in_brackets(node: yaml.MappingNode, order: Sequence[int], lines: list[str]) -> None:
    """`{by: Verein, on: 2026-11-22}`: the pairs change places, what stands between them stays."""
    pairs = node.value
    if not is_on_one_line(node) or any(_is_empty(value) for _, value in pairs):
        return
    number = node.start_mark.line
    line = lines[number]
    spans = [(key.start_mark.column, value.end_mark.column) for key, value in pairs]
    texts = [line[start:end] for start, end in spans]
    new, done = "", 0
    for (start, end), position in zip(spans, order, strict=True):
        new += line[done:start] + texts[position]
        done = end
    lines[number] = new + line[done:]


def _sort_lines(
    segments: Sequence[_Segment], column: int, order: Sequence[int], lines: list[str]
) -> None:
    """Keys that have lines of their own change places with all that belongs to them."""
    first = segments[0]
    lead = lines[first.key][:column]
    texts = [lines[segment.start : segment.end] for segment in segments]
    if lead.strip():  # in a list: the dash stays in front of whatever comes first
        if segments[order[0]].start != segments[order[0]].key:
            return  # a comment cannot stand between the dash and its key
        texts[0][0] = " " * column + texts[0][0][column:]
        texts[order[0]][0] = lead + texts[order[0]][0][column:]
    lines[first.start : segments[-1].end] = _without_gap([texts[i] for i in order], texts[0])


def _without_gap(texts: list[list[str]], formerly_first: list[str]) -> list[str]:
    """The lines one after the other; blank ones from above the new first key part it from the rest.

    Otherwise the blank line that began a group of keys would stand at the top.
    """
    count = next(i for i, line in enumerate(texts[0]) if line.strip())
    blank, texts[0] = texts[0][:count], texts[0][count:]
    return [
        line for text in texts for line in ((*blank, *text) if text is formerly_first else text)
    ]


def _segments(node: yaml.MappingNode, parsed: ParsedText) -> list[_Segment]:
    """One segment after the other, without gaps, in the order of the file."""
    column, lines = node.start_mark.column, parsed.lines
    keys = [key.start_mark.line for key, _ in node.value]
    segments: list[_Segment] = []
    start = _above_first(keys[0], column, lines)
    for (key, value), limit in zip(node.value, [*keys[1:], len(lines)], strict=True):
        last = parsed.text.count("\n", 0, max(end_of(key, parsed.text), end_of(value, parsed.text)))
        end = _with_comments(last + 1, limit, column, lines)
        segments.append(_Segment(start, key.start_mark.line, end))
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


def _is_empty(node: yaml.Node) -> bool:
    """Whether there is nothing between a key and what follows."""
    return isinstance(node, yaml.ScalarNode) and not node.style and not node.value

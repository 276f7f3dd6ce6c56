"""The fields of a file as nodes of YAML, and how to change some characters of it and no others.

Our reader says where a value begins. Where it ends and how it is written only the parser of YAML
knows, so it is asked once more, for files alone that our reader has accepted.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import yaml

from plugins.catalogue.syntax import LOADER

_FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)


class Patch(NamedTuple):
    """The characters of a text from `start` up to `end`, and what is to stand there instead."""

    start: int
    end: int
    text: str


def patched(text: str, patches: Iterable[Patch]) -> str:
    """The text with all patches, none over another; two at one place stay in their order."""
    ordered = sorted(enumerate(patches), key=lambda pair: (pair[1].start, pair[0]), reverse=True)
    for _, (start, end, new) in ordered:
        text = text[:start] + new + text[end:]
    return text


def front_of(text: str, *, is_markdown: bool) -> tuple[int, int]:
    """Where the fields begin and end: all of a YAML file, what the dashes enclose in others."""
    if not is_markdown:
        return 0, len(text)
    start = text.index("\n") + 1
    end = _FENCE.search(text, start)
    return start, end.start() if end else len(text)


def fields_in(text: str, *, is_markdown: bool) -> yaml.Node | None:
    """The node of all fields; its marks are places in the whole text."""
    start, end = front_of(text, is_markdown=is_markdown)
    above = "#" * (start - 1) + "\n" if start else ""
    return yaml.compose(above + text[start:end], Loader=LOADER)


def end_of(node: yaml.Node, text: str) -> int:
    """Where a node really ends; of blocks, PyYAML says where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    return int(start + len(text[start:end].rstrip()))


def lines_of(text: str, first: yaml.Node, last: yaml.Node) -> tuple[int, int]:
    """Where the lines of these nodes begin and end, a comment behind them included."""
    start = text.rfind("\n", 0, first.start_mark.index) + 1
    newline = text.find("\n", max(end_of(first, text), end_of(last, text)))
    return start, len(text) if newline < 0 else newline + 1

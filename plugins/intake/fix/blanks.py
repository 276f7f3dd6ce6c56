"""Blanks at the ends of lines, and lines of nothing else at the end of the file.

In Markdown two blanks at the end of a line are a line break (Markdown syntax, »Paragraphs and Line
Breaks«), so in texts they stay wherever a line follows. A marker of a list or of a heading
keeps the blank that makes it one.
"""

import re

import yaml

from plugins.intake.fix.layout import ParsedText

_MARKER = re.compile(r"[ \t]*(?:[*+-]|[0-9]{1,9}[.)]|#{1,6})[ \t]+")
_SINGLE = re.compile(r"(?<=[^ \t\\]) \Z")


def repair(page: ParsedText) -> str:
    """The file without blanks that nobody sees."""
    lines = list(page.lines)
    texts = _texts(page)
    for number in page.front:
        if number not in texts:
            lines[number] = lines[number].rstrip(" \t")
    for block in _blocks(page):
        lines[block.start : block.stop] = _trimmed(lines[block.start : block.stop])
    if page.is_markdown:
        body = page.front.stop
        lines[0], lines[body] = lines[0].rstrip(), lines[body].rstrip()
        lines[body + 1 :] = _trimmed(lines[body + 1 :])
    return "\n".join(lines).rstrip() + "\n"


def trimmed(text: str) -> str:
    """A text without the blanks at the ends of its lines that Markdown does not see."""
    return "\n".join(_trimmed(text.split("\n")))


def _trimmed(lines: list[str]) -> list[str]:
    following = [*lines[1:], ""]
    return [_line(line, after) for line, after in zip(lines, following, strict=True)]


def _line(line: str, following: str) -> str:
    if not line.strip(" \t"):
        return ""
    if _MARKER.fullmatch(line):
        return line
    if not following.strip(" \t"):
        return line if line.rstrip(" \t").endswith("\\") else line.rstrip(" \t")
    return _SINGLE.sub("", line)


def _texts(page: ParsedText) -> set[int]:
    """The lines whose end may be part of a value: in blocks, and in `"` behind a backslash."""
    folded = (span for style in (">", '"') for span in _spans(page, style))
    return {line for span in (*_blocks(page), *folded) for line in span}


def _blocks(page: ParsedText) -> list[range]:
    """The lines of the texts after a `|`."""
    return _spans(page, "|")


def _spans(page: ParsedText, style: str) -> list[range]:
    """The lines of all values in this style, but for the last one of those in quotation marks."""
    first = 0 if style == '"' else 1  # the line with the | or > itself
    return [
        range(part.node.start_mark.line + first, part.node.end_mark.line)
        for part in page.nodes
        if isinstance(part.node, yaml.ScalarNode) and part.node.style == style
    ]

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


def repair(parsed: ParsedText) -> str:
    """The file without blanks that nobody sees."""
    lines = list(parsed.lines)
    texts = _texts(parsed)
    for number in parsed.front:
        if number not in texts:
            lines[number] = lines[number].rstrip(" \t")
    for block in _blocks(parsed):
        lines[block.start : block.stop] = _trimmed(lines[block.start : block.stop])
    if parsed.is_markdown:
        body = parsed.front.stop
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


def _texts(parsed: ParsedText) -> set[int]:
    """The lines whose end may be part of a value: in blocks, and in `"` behind a backslash."""
    folded = (span for style in (">", '"') for span in _spans(parsed, style))
    return {line for span in (*_blocks(parsed), *folded) for line in span}


def _blocks(parsed: ParsedText) -> list[range]:
    """The lines of the texts after a `|`."""
    return _spans(parsed, "|")


def _spans(parsed: ParsedText, style: str) -> list[range]:
    """The lines of all values in this style, but for the last one of those in quotation marks."""
    first = 0 if style == '"' else 1  # the line with the | or > itself
    return [
        range(part.node.start_mark.line + first, part.node.end_mark.line)
        for part in parsed.nodes
        if isinstance(part.node, yaml.ScalarNode) and part.node.style == style
    ]

"""Quotation marks around a value that keeps a file from being read at all.

    summary: Vierstimmig: ein Chor ohne Vorsingen
    mastodon: @chor

Both break YAML and can mean one thing only: the rest of the line is the value. That holds where
the key is one of the model, the value is a single text on the same line, and neither quotation
marks nor a comment nor another field begin in it.
"""

import re

from plugins.catalogue import source
from plugins.catalogue.characters import MAX_LIST_BYTES
from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.base import Field
from plugins.intake.scalars import quoted

# A colon or one of @ ` % too many, also where the parser is puzzled by them only further on.
_CODES = frozenset({"YML-COLON", "YML-CHARACTER", "YML-SYNTAX", "YML-NO-COLON"})
_LINE = re.compile(r"""([a-z_]+):[ ]+([^\s"'|>\[{#&*!][^"\n]*)""")
_MOST = 50


def repair(text: str, shape: Field, *, is_markdown: bool) -> str:
    """The text with quotation marks at top-level fields that lack them; whether it helps or not."""
    for _ in range(_MOST):
        place = _first_problem(text, is_markdown)
        mended = _quoted_at(place.line - 1, text, shape) if place else None
        if mended is None:
            break
        text = mended
    return text


def _first_problem(text: str, is_markdown: bool) -> Place | None:
    """Where the file cannot be read for want of quotation marks."""
    problems = Problems("")
    source.read(text.encode(), problems, markdown=is_markdown, most=MAX_LIST_BYTES)
    return next((p.place for p in problems if p.code in _CODES), None)


def _quoted_at(number: int, text: str, shape: Field) -> str | None:
    """The text with the value on this line in quotation marks; `None` where that is not safe."""
    lines = text.split("\n")
    match = _LINE.fullmatch(lines[number])
    if match is None:
        return None
    key, value = match[1], match[2].rstrip()
    if not _is_one_text(key, value, shape):
        return None
    lines[number] = f"{key}: {quoted(value)}"
    return "\n".join(lines)


def _is_one_text(key: str, value: str, shape: Field) -> bool:
    """Whether the model reads all of this as the text of one field."""
    words = re.findall(r"(?<!\S)([a-z_]+):(?!\S)", value)
    return (
        shape.below(key).shape == "one"
        and not re.search(r"\s#", value)
        and not {*words} & {*shape.keys()}
    )

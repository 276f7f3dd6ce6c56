"""Bytes to nodes: the strict reader. Every key and value knows its line and column.

YAML gives structure only. All scalars stay text until the schema types them, because YAML 1.1
would turn the postcode 01067 into 567 and the key `on:` into `True`. Whatever YAML offers beyond
mappings, sequences and text (anchors, aliases, merge keys, tags, directives, several documents)
is refused: nobody needs it here, and it has been used to fill memories and to run code.
"""

import re
import unicodedata
from pathlib import Path

from plugins.catalogue.characters import MAX_BYTES, decode
from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.nodes import Document, Mapping, ReadingStopped, Scalar


def read(
    data: bytes, problems: Problems, *, markdown: bool, most: int = MAX_BYTES
) -> Document | None:
    """Read one file of at most so many bytes. `None` when it cannot be understood.

    What was found is in `problems`.
    """
    document = read_refused(data, problems, markdown=markdown, most=most)
    return None if document is None or document.is_refused else document


def read_refused(
    data: bytes, problems: Problems, *, markdown: bool, most: int = MAX_BYTES
) -> Document | None:
    """The same, and also what is refused, as long as its fields can be told apart."""
    from plugins.catalogue import structure  # and with it the parser: only when there is a file

    try:
        text = decode(data, problems, most)
        if not markdown:
            front, skipped, below = text, 0, None
        else:
            front, skipped, body, body_line = _split(text, problems)
            below = Scalar(unicodedata.normalize("NFC", body), Place(body_line, 1))
        is_refused = problems.has_errors
        fields, is_odd, unread = structure.parse(front, skipped, problems)
        return Document(fields, below, is_refused or is_odd, unread)
    except ReadingStopped:
        return None


def fields_in(file: str) -> Mapping:
    """The fields of a file with its text; none when it can be read no more."""
    document = read(bytes_of(file), Problems(file), markdown=file.endswith(".md"))
    return document.with_text() if document else Mapping((), Place(1, 1))


def bytes_of(file: str) -> bytes:
    """What is in a file, no more of it than may be read and one byte; nothing if that is gone."""
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError:
        return b""


def _split(text: str, problems: Problems) -> tuple[str, int, str, int]:
    """Front matter, the lines before it, the text below it, and on which line that begins."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    begin = first + 1
    if not _DASHED.fullmatch(lines[first].strip()):
        problems.add("YML-FRONT-MATTER", Place(1, 1))
        begin = first
        if not re.match(_FIELD, lines[first]):
            raise ReadingStopped
    elif lines[first].strip() != "---":
        problems.add("YML-DASHES", Place(first + 1, 1))
    elif lines[0].rstrip() != "---":
        problems.add("YML-FIRST-LINE", Place(1, 1))
    for number, line in enumerate(lines[begin:], start=begin):
        if _DASHED.fullmatch(line.rstrip()):
            if line.rstrip() != "---":
                problems.add("YML-DASHES", Place(number + 1, 1))
            return _halves(lines, begin, number, number + 1)
    if begin > first:
        problems.add("YML-FRONT-END", Place(len(lines), 1))
    end = _end_of_fields(lines, begin)
    return _halves(lines, begin, end, end)


def _halves(lines: list[str], begin: int, end: int, below: int) -> tuple[str, int, str, int]:
    """The fields in the lines from `begin` to `end`, and the text that stands `below`."""
    body = lines[below:]
    blank = next((i for i, text in enumerate(body) if text.strip()), 0)
    text = "\n".join(body[blank:]).rstrip()
    return "\n".join(lines[begin:end]) + "\n", begin, text, below + 1 + blank


def _end_of_fields(lines: list[str], begin: int) -> int:
    """Where the fields probably end that no line ends: below the last of them, and its lines."""
    fields = [n for n, line in enumerate(lines) if n >= begin and re.match(_FIELD, line)]
    if not fields:
        raise ReadingStopped
    rest = enumerate(lines[fields[-1] + 1 :], start=fields[-1] + 1)
    return next((n for n, line in rest if not re.match(_CONTINUED, line)), len(lines))


_FIELD = r"[a-z_]+ *:(?:\s|\Z)"
_CONTINUED = r"[ \t]+\S|- "

# A line of dashes, too many or too few of them, or what a program for letters made of three.
_DASHED = re.compile(r"-{2,}|[-\u2010-\u2015\u2212]*[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*")

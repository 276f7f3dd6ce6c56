"""Bytes to nodes: the strict reader. Every key and value knows its line and column.

YAML gives structure only. All scalars stay text until the schema types them, because YAML 1.1
would turn the postcode 01067 into 567 and the key `on:` into `True`. Whatever YAML offers beyond
mappings, sequences and text (anchors, aliases, merge keys, tags, directives, several documents)
is refused: nobody needs it here, and it has been used to fill memories and to run code.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.frozen import Frozen, record

MAX_BYTES = 64 * 1024

# Characters that hide something or break lines in some programs but not in others.
_LINE_BREAKS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
FORBIDDEN = f"{_CONTROL}{_LINE_BREAKS}{_BIDI}{_INVISIBLE}"
"""All of them, as they stand in a class of a regular expression."""

_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
_FAMILIES = (
    (f"[{_LINE_BREAKS}]", "ENC-LINE-BREAK"),
    (f"[{_BIDI}]", "ENC-BIDI"),
    (f"[{_INVISIBLE}]", "ENC-INVISIBLE"),
)


class Scalar(NamedTuple):
    """A piece of text at its place. `comment` is what a # took away that may have been meant."""

    text: str
    place: Place
    comment: "Scalar | None" = None


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapping(NamedTuple):
    """Pairs in the order of the file; keys are unique."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    place: Place

    def get(self, key: str) -> "Node | None":
        """The node under `key`, or `None`."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> "Scalar | None":
        """The key itself, for pointing at it."""
        return next((name for name, _ in self.pairs if name.text == key), None)


Node = Scalar | Sequence | Mapping


@record(frozen=True)
class Document(Frozen):
    """One file: its fields and, from a Markdown file, the text under them (`None` in YAML).

    Of one that `is_refused` something is not what the file says; read it for other faults only,
    and not in the lines that are `unread`.
    """

    fields: Mapping
    text: Scalar | None
    is_refused: bool = False
    unread: frozenset[int] = frozenset()

    def with_text(self) -> Mapping:
        """The fields, and the text below them as one more."""
        if self.text is None or not self.text.text:
            return self.fields
        pair = (Scalar("text", self.text.place), self.text)
        return Mapping((*self.fields.pairs, pair), self.fields.place)


class Refused(Exception):
    """The file cannot be read any further; why has been recorded."""


def read(data: bytes, problems: Problems, *, markdown: bool) -> Document | None:
    """Read one file. `None` when it cannot be understood; what was found is in `problems`."""
    document = read_refused(data, problems, markdown=markdown)
    return None if document is None or document.is_refused else document


def read_refused(data: bytes, problems: Problems, *, markdown: bool) -> Document | None:
    """The same, and also what is refused, as long as its fields can be told apart."""
    from plugins.catalogue import structure  # and with it the parser: only when there is a file

    try:
        text = _decode(data, problems)
        if not markdown:
            front, skipped, below = text, 0, None
        else:
            front, skipped, body, body_line = _split(text, problems)
            below = Scalar(unicodedata.normalize("NFC", body), Place(body_line, 1))
        is_refused = problems.has_errors
        fields, is_odd, unread = structure.parse(front, skipped, problems)
        return Document(fields, below, is_refused or is_odd, unread)
    except Refused:
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


def _decode(data: bytes, problems: Problems) -> str:
    """UTF-8, without the surprises that have been recorded; a line ends as on Unix."""
    if len(data) > MAX_BYTES:
        problems.add("FILE-SIZE", Place(1, 1), size=len(data) // 1024, limit=MAX_BYTES // 1024)
        raise Refused
    if data.startswith(_UTF16):
        problems.add("ENC-UTF16", Place(1, 1))
        data = in_utf8(data)
    if data.startswith(b"\xef\xbb\xbf"):
        problems.add("ENC-BOM", Place(1, 1))
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.add("ENC-UTF8", _place_after(before), byte=f"0x{data[error.start]:02X}")
        text = _tolerant(data)
    text = unix(text)
    for position, code in islice(forbidden(text), 20):
        problems.add(code, _place_after(text[:position]), character=name_of(text[position]))
    return _FORBIDDEN.sub("", text)


_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def in_utf8(data: bytes) -> bytes:
    """The same text in UTF-8, where the file says that it is UTF-16."""
    return data.decode("utf-16", "replace").encode() if data.startswith(_UTF16) else data


def _tolerant(data: bytes) -> str:
    """What is not UTF-8 as older programs on Windows write it, byte by byte, for reading on."""
    return re.sub(
        "[\udc80-\udcff]",
        lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"),
        data.decode("utf-8", "surrogateescape"),
    )


def unix(text: str) -> str:
    """The text with its lines ending as on Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Position and code of every character that must not be in a text."""
    for match in _FORBIDDEN.finditer(text):
        code = next((c for family, c in _FAMILIES if re.match(family, match[0])), "ENC-CONTROL")
        yield match.start(), code


def without_forbidden(text: str) -> str:
    """The text without the characters that must not be in one; a line ends as on Unix."""
    return _FORBIDDEN.sub("", unix(text))


def name_of(character: str) -> str:
    """How a character is called that cannot be shown: U+200B."""
    return f"U+{ord(character):04X}"


def _place_after(text: str) -> Place:
    return Place(text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def _split(text: str, problems: Problems) -> tuple[str, int, str, int]:
    """Front matter, the lines before it, the text below it, and on which line that begins."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    begin = first + 1
    if not _DASHED.fullmatch(lines[first].strip()):
        problems.add("YML-FRONT-MATTER", Place(1, 1))
        begin = first
        if not re.match(_FIELD, lines[first]):
            raise Refused
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
        raise Refused
    rest = enumerate(lines[fields[-1] + 1 :], start=fields[-1] + 1)
    return next((n for n, line in rest if not re.match(_CONTINUED, line)), len(lines))


_FIELD = r"[a-z_]+ *:(?:\s|\Z)"
_CONTINUED = r"[ \t]+\S|- "

# A line of dashes, too many or too few of them, or what a program for letters made of three.
_DASHED = re.compile(r"-{2,}|[-\u2010-\u2015\u2212]*[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*")


def lines_of(problems: Problems) -> set[int]:
    """The lines in which something was found; what is about the whole file is in none."""
    return {problem.place.line for problem in problems if problem.code not in _OF_THE_FILE}


_OF_THE_FILE = frozenset(
    {"ENC-UTF16", "ENC-BOM", "YML-FRONT-MATTER", "YML-FIRST-LINE", "YML-FRONT-END"}
)

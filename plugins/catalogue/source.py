"""Bytes to nodes: the strict reader. Every key and value knows its line and column.

YAML gives structure only. All scalars stay text until the schema types them, because YAML 1.1
would turn the postcode 01067 into 567 and the key `on:` into `True`. Whatever YAML offers beyond
mappings, sequences and text (anchors, aliases, merge keys, tags, directives, several documents)
is refused: nobody needs it here, and it has been used to fill memories and to run code.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.catalogue import syntax
from plugins.catalogue.diagnostics import Place, Problems

MAX_BYTES = 64 * 1024
MAX_DEPTH = 6
MAX_SKIPPED = 20
"""So much deeper is still gone through to what follows; the parser is slow in depths."""

# What YAML calls null, unquoted: the same as nothing after the colon.
_NOTHING = frozenset({"~", "null", "Null", "NULL"})

_Mark = Any  # of the parser in C, or of the one in Python

# Characters that hide something or break lines in some programs but not in others.
_LINE_BREAKS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
FORBIDDEN = f"{_CONTROL}{_LINE_BREAKS}{_BIDI}{_INVISIBLE}"
"""All of them, as they stand in a class of a regular expression."""

_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
_FAMILIES = (
    (re.compile(f"[{_LINE_BREAKS}]"), "ENC-LINE-BREAK"),
    (re.compile(f"[{_BIDI}]"), "ENC-BIDI"),
    (re.compile(f"[{_INVISIBLE}]"), "ENC-INVISIBLE"),
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


@dataclass(frozen=True, slots=True)
class Document:
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


class _Refused(Exception):
    """The file cannot be read any further; why has been recorded."""


def read(data: bytes, problems: Problems, *, markdown: bool) -> Document | None:
    """Read one file. `None` when it cannot be understood; what was found is in `problems`."""
    document = read_refused(data, problems, markdown=markdown)
    return None if document is None or document.is_refused else document


def read_refused(data: bytes, problems: Problems, *, markdown: bool) -> Document | None:
    """The same, and also what is refused, as long as its fields can be told apart."""
    try:
        text = _decode(data, problems)
        if not markdown:
            front, skipped, below = text, 0, None
        else:
            front, skipped, body, body_line = _split(text, problems)
            below = Scalar(unicodedata.normalize("NFC", body), Place(body_line, 1))
        is_refused = problems.has_errors
        fields, is_odd, unread = _parse(front, skipped, problems)
        return Document(fields, below, is_refused or is_odd, unread)
    except _Refused:
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
        raise _Refused
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
    text = _unix(text)
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


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Position and code of every character that must not be in a text."""
    for match in _FORBIDDEN.finditer(text):
        code = next((c for family, c in _FAMILIES if family.match(match[0])), "ENC-CONTROL")
        yield match.start(), code


def without_forbidden(text: str) -> str:
    """The text without the characters that must not be in one; a line ends as on Unix."""
    return _FORBIDDEN.sub("", _unix(text))


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
        if not _FIELD.match(lines[first]):
            raise _Refused
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
    fields = [n for n, line in enumerate(lines) if n >= begin and _FIELD.match(line)]
    if not fields:
        raise _Refused
    rest = enumerate(lines[fields[-1] + 1 :], start=fields[-1] + 1)
    return next((n for n, line in rest if not _CONTINUED.match(line)), len(lines))


_FIELD = re.compile(r"[a-z_]+ *:(?:\s|\Z)")
_CONTINUED = re.compile(r"[ \t]+\S|- ")

# A line of dashes, too many or too few of them, or what a program for letters made of three.
_DASHED = re.compile(r"-{2,}|[-\u2010-\u2015\u2212]*[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*")


def _parse(text: str, skipped: int, problems: Problems) -> tuple[Mapping, bool, frozenset[int]]:
    """The mapping that `text` holds, whether something in it is refused, and the lines unread.

    `skipped` lines of the file stand before it.
    """
    odd = lines_of(problems)  # a character was taken out there
    builder = _Builder(text, skipped, problems)
    unread: frozenset[int] = frozenset()
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        faults = syntax.told_apart(text, error)
        for fault in faults.found:
            place = Place(fault.line + skipped + 1, fault.column + 1)
            if place.line not in odd:
                problems.add(fault.code, place)
        unread = frozenset(line + skipped + 1 for line in faults.lines)
        root = _rest(faults.rest, skipped, unread, problems)
    except (yaml.YAMLError, ValueError, OverflowError):
        problems.add("YML-SYNTAX", Place(skipped + 1, 1))
        raise _Refused from None
    if root is None:
        if not builder.refused:
            problems.add("YML-EMPTY", Place(skipped + 1, 1))
        raise _Refused
    if not isinstance(root, Mapping):
        problems.add("YML-ROOT", root.place)
        raise _Refused
    return root, builder.refused or bool(unread), unread


def lines_of(problems: Problems) -> set[int]:
    """The lines in which something was found; what is about the whole file is in none."""
    return {problem.place.line for problem in problems if problem.code not in _OF_THE_FILE}


_OF_THE_FILE = frozenset(
    {"ENC-UTF16", "ENC-BOM", "YML-FRONT-MATTER", "YML-FIRST-LINE", "YML-FRONT-END"}
)


def _rest(text: str, skipped: int, unread: frozenset[int], problems: Problems) -> Mapping:
    """The fields of a text of which those with a fault of form have been emptied."""
    aside = Problems(problems.path)
    try:
        root = _Builder(text, skipped, aside).build()
    except (yaml.YAMLError, ValueError, OverflowError):
        raise _Refused from None
    said = set(problems)
    for problem in aside:
        if problem not in said and problem.place.line not in unread:
            problems.add(problem.code, problem.place, **dict(problem.details))
    if not isinstance(root, Mapping):
        raise _Refused
    return root


# A comment that follows a value, and one that looks more like a part of it: #45, #wirsindmehr.
_COMMENT = re.compile(r"(\s*)(#.*)")
_HASHTAG = re.compile(r"#[^\s#]")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
# What stands before the key, or the text itself, on the line where a text begins.
_DASHES = re.compile(r"\s*(?:-\s+)*")


class _Builder:
    """Builds nodes from the parser's events and refuses what the strict subset leaves out."""

    def __init__(self, text: str, skipped: int, problems: Problems) -> None:
        self._lines = text.split("\n")
        self._skipped = skipped
        self._problems = problems
        self._events = yaml.parse(text, Loader=syntax.LOADER)
        self.refused = False
        self._is_deep = False

    def build(self) -> Node | None:
        """The first document's node, `None` when there is none."""
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._refuse("YML-DIRECTIVE", event)
                if documents == 2:
                    self._refuse("YML-DOCUMENTS", event)
                    break
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, depth=1)
                empty = isinstance(node, Scalar) and not node.text
                root = None if empty else node
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse("YML-ALIAS", event)
            return Scalar("", place)
        if getattr(event, "anchor", None):
            self._refuse("YML-ANCHOR", event)
        if getattr(event, "tag", None):
            self._refuse("YML-TAG", event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if depth > MAX_DEPTH:
            return self._too_deep(event)
        flow = bool(getattr(event, "flow_style", False))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth, flow=flow)
        return self._mapping(place, depth, flow=flow)

    def _too_deep(self, event: yaml.Event) -> Scalar:
        """Nothing, in the place of what lies too deep; the first such place is said."""
        if not self._is_deep:
            self._is_deep = True
            self._refuse("YML-DEPTH", event, limit=MAX_DEPTH)
        still_open = 1
        while still_open:
            inner = next(self._events)
            still_open += isinstance(inner, yaml.CollectionStartEvent)
            still_open -= isinstance(inner, yaml.CollectionEndEvent)
            if still_open > MAX_SKIPPED:
                raise _Refused
        return Scalar("", self._place(event))

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        text = _unix(unicodedata.normalize("NFC", event.value))  # a "\r" in quotation marks
        for position, _ in forbidden(text):
            self._problems.add("ENC-ESCAPE", place, character=name_of(text[position]))
            self.refused = True
            break
        if not event.style and text in _NOTHING:
            text = ""
        end = self._at(event.end_mark)
        if event.style in ("'", '"'):
            self._comment_behind(end)  # who quotes knows where a text ends
            return Scalar(text.strip(), place)
        if event.style in ("|", ">"):
            comment = self._comment_behind(self._after_header(place))
            if not comment and end.column == 1:  # not at the end of a file without a last newline
                comment = self._comment_below(place, end.line)
            return Scalar(text.strip(), self._first_line_after(place), comment)
        comment = self._comment_behind(end)
        if not comment and text and not self._line(end.line)[end.column - 1 :].strip():
            comment = self._comment_below(place, end.line + 1)
        return Scalar(text.strip(), place, comment)

    def _line(self, number: int) -> str:
        index = number - self._skipped - 1
        return self._lines[index] if index < len(self._lines) else ""

    def _first_line_after(self, place: Place) -> Place:
        """Where the text of a block begins that was announced by | or > at `place`."""
        for number in range(place.line + 1, len(self._lines) + self._skipped + 1):
            line = self._line(number)
            if line.strip():
                return Place(number, len(line) - len(line.lstrip()) + 1)
        return place

    def _after_header(self, place: Place) -> Place:
        """Behind the | or > of a block and what belongs to it."""
        header = _BLOCK_HEADER.match(self._line(place.line), place.column - 1)
        return Place(place.line, header.end() + 1) if header else place

    def _comment_behind(self, end: Place) -> Scalar | None:
        """The comment on the line where a value ends, refused where it does not look like one.

        It has a blank before its # (YAML 1.2.2, section 6.6), and a space after it, or it is
        `name: "Chor"#1` and `phone: 030 123 #45`.
        """
        match = _COMMENT.match(self._line(end.line), end.column - 1)
        if not match:
            return None
        place = Place(end.line, match.start(2) + 1)
        if not match[1] or _HASHTAG.match(match[2]):
            self._problems.add("YML-HASH", place)
            self.refused = True
            return None
        return Scalar(match[2], place)

    def _comment_below(self, first: Place, number: int) -> Scalar | None:
        """A comment where the next line of a text would stand: further in than its key."""
        line = self._line(number)
        comment = line.lstrip()
        if not comment.startswith("#"):
            return None
        dashes = _DASHES.match(self._line(first.line))
        least = dashes.end() if dashes else 0
        column = len(line) - len(comment) + 1
        if column <= least + (first.column > least + 1):
            return None
        return Scalar(comment, Place(number, column))

    def _sequence(self, place: Place, depth: int, *, flow: bool) -> Sequence:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                if flow:
                    self._comment_behind(self._at(event.end_mark))
                break
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), place)

    def _mapping(self, place: Place, depth: int, *, flow: bool) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                if flow:
                    self._comment_behind(self._at(event.end_mark))
                break
            key = self._node(event, depth + 1)
            end = self._at(event.end_mark)
            value = self._node(next(self._events), depth + 1)
            if flow and value[:2] == ("", end):  # no colon: the key is the rest of a text
                text = key.text if isinstance(key, Scalar) else "…"
                self._problems.add("FLD-COMMA", key.place, value=text)
            elif not isinstance(key, Scalar):
                self._refuse("YML-KEY", event)
            elif key.text == "<<":
                self._refuse("YML-MERGE", event)
            elif key.text in seen:
                first = seen[key.text].line
                self._refuse("YML-DUPLICATE", event, key=key.text, first=first)
            else:
                seen[key.text] = key.place
                pairs.append((key, value))
        return Mapping(tuple(pairs), place)

    def _place(self, event: yaml.Event) -> Place:
        return self._at(event.start_mark)

    def _at(self, mark: _Mark) -> Place:
        if mark is None:
            return Place(self._skipped + 1, 1)
        return Place(mark.line + self._skipped + 1, mark.column + 1)

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        self._problems.add(code, self._place(event), **details)
        self.refused = True

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
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.catalogue.diagnostics import Place, Problems

MAX_BYTES = 64 * 1024
MAX_DEPTH = 6

# What YAML calls null, unquoted: the same as nothing after the colon.
_NOTHING = frozenset({"~", "null", "Null", "NULL"})

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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

    Of one that `is_refused` something is not what the file says; read it for other faults only.
    """

    fields: Mapping
    text: Scalar | None
    is_refused: bool = False

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
            fields, is_refused = _parse(text, 0, problems)
            return Document(fields, None, is_refused)
        front, body, body_line = _split(text, problems)
        below = Scalar(unicodedata.normalize("NFC", body), Place(body_line, 1))
        fields, is_refused = _parse(front, 1, problems)
        return Document(fields, below, is_refused)
    except _Refused:
        return None


def fields_in(file: str) -> Mapping:
    """The fields of a file with its text; none when it can be read no more."""
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        data = b""
    document = read(data, Problems(file), markdown=file.endswith(".md"))
    return document.with_text() if document else Mapping((), Place(1, 1))


def _decode(data: bytes, problems: Problems) -> str:
    """UTF-8 without surprises; a line ends as on Unix."""
    if len(data) > MAX_BYTES:
        problems.add("FILE-SIZE", Place(1, 1), size=len(data) // 1024, limit=MAX_BYTES // 1024)
        raise _Refused
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add("ENC-UTF16", Place(1, 1))
        raise _Refused
    if data.startswith(b"\xef\xbb\xbf"):
        problems.add("ENC-BOM", Place(1, 1))
        raise _Refused
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.add("ENC-UTF8", _place_after(before), byte=f"0x{data[error.start]:02X}")
        raise _Refused from None
    text = _unix(text)
    found = list(forbidden(text))
    for position, code in found[:20]:
        problems.add(code, _place_after(text[:position]), character=name_of(text[position]))
    if found:
        raise _Refused
    return text


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


def _split(text: str, problems: Problems) -> tuple[str, str, int]:
    """Front matter, the text below it, and the line on which that text begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        first = next((line.strip() for line in lines if line.strip()), "")
        problems.add("YML-FIRST-LINE" if first == "---" else "YML-FRONT-MATTER", Place(1, 1))
        raise _Refused
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            body = lines[number + 1 :]
            blank = next((i for i, text in enumerate(body) if text.strip()), 0)
            text = "\n".join(body[blank:]).rstrip()
            return "\n".join(lines[1:number]) + "\n", text, number + 2 + blank
    problems.add("YML-FRONT-END", Place(len(lines), 1))
    raise _Refused


def _parse(text: str, skipped: int, problems: Problems) -> tuple[Mapping, bool]:
    """The mapping that `text` holds, and whether something in it is refused.

    `skipped` lines of the file stand before it.
    """
    builder = _Builder(text, skipped, problems)
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, text, skipped, problems)
        raise _Refused from None
    except (yaml.YAMLError, ValueError, OverflowError):
        problems.add("YML-SYNTAX", Place(skipped + 1, 1))
        raise _Refused from None
    if root is None:
        problems.add("YML-EMPTY", Place(skipped + 1, 1))
        raise _Refused
    if not isinstance(root, Mapping):
        problems.add("YML-ROOT", root.place)
        raise _Refused
    return root, builder.refused


# What PyYAML says is never printed: it is English, and its two parsers word it differently.
_SYNTAX = (
    ("mapping values are not allowed", "YML-COLON"),
    ("found character that cannot start any token", "YML-CHARACTER"),
    ("found a tab character", "YML-TAB"),
    ("sequence entries are not allowed", "YML-CHARACTER"),
    ("mapping keys are not allowed", "YML-CHARACTER"),
    ("while scanning a block scalar", "YML-CHARACTER"),
    ("unexpected end of stream", "YML-QUOTE"),
    ("found unexpected document indicator", "YML-QUOTE"),
    ("unknown escape character", "YML-ESCAPE"),
    ("invalid Unicode", "YML-ESCAPE"),
    ("did not find expected hexdecimal number", "YML-ESCAPE"),
    ("did not find expected ',' or", "YML-BRACKET"),
    ("expected ',' or", "YML-BRACKET"),
    ("could not find expected ':'", "YML-NO-COLON"),
    ("did not find expected key", "YML-INDENT"),
    ("expected <block end>", "YML-INDENT"),
    ("while scanning an anchor", "YML-ANCHOR"),
    ("while scanning an alias", "YML-ALIAS"),
    ("undefined alias", "YML-ALIAS"),
    ("undefined tag handle", "YML-TAG"),
)


_AT_THE_BEGINNING = ("YML-QUOTE", "YML-BRACKET", "YML-NO-COLON", "YML-ANCHOR", "YML-ALIAS")


def _report_syntax(
    error: yaml.MarkedYAMLError, text: str, skipped: int, problems: Problems
) -> None:
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for words, code in _SYNTAX if words in said), "YML-SYNTAX")
    marks = [error.problem_mark, error.context_mark]
    if code in _AT_THE_BEGINNING or "block scalar" in said:
        marks.reverse()
    mark = marks[0] or marks[1]
    line, column = (mark.line, mark.column) if mark else (0, 0)
    shown = [*text.split("\n"), ""][line] if line <= text.count("\n") else ""
    if code == "YML-CHARACTER" and shown[column : column + 1] == "\t":
        code = "YML-TAB"
    if code == "YML-INDENT" and shown[:column].strip():
        code = "YML-AFTER"
    if code == "YML-CHARACTER" and shown[:column].rstrip().endswith(('"', "'", "]", "}")):
        code = "YML-AFTER"
    before = text.split("\n")[line - 1] if line else ""
    if code == "YML-INDENT" and _comment_in(before) and not _FIELD_OR_ITEM.match(shown):
        code, line, column = "YML-HASH", line - 1, _comment_in(before) - 1
    cut = _comment_in(shown)
    if code == "YML-BRACKET" and cut > column and not {",", "]", "}"}.isdisjoint(shown[cut:]):
        code, column = "YML-HASH", cut - 1
    if code == "YML-COLON" and _KEY.fullmatch(shown[:column]):
        code, line, column = "YML-NO-COLON", _first_line(text), 0
    if code == "YML-COLON" and _INDENTED_KEY.fullmatch(shown[:column]):
        code, column = "YML-INDENT", len(shown) - len(shown.lstrip())
    if code == "YML-NO-COLON" and _continues(shown, before):
        code = "YML-WRAPPED"
    problems.add(code, Place(line + skipped + 1, column + 1))


def _comment_in(line: str) -> int:
    """The column of the comment in a line without quotation marks; 0 when there is none."""
    comment = None if re.search(r"[\"']", line) else re.search(r"\s#", line)
    return comment.end() if comment else 0


# A field without its colon or the blank behind it; an address has a colon of its own.
_LOST_COLON = re.compile(r"(?!\w+://|mailto:|tel:)[a-z_]+(:.*)?")
_FIELD_OR_ITEM = re.compile(r"\s*(?:-\s|[a-z_]+:)")


def _continues(line: str, before: str) -> bool:
    """Whether a line looks like the rest of a text that began after a key in the line before."""
    begun = re.fullmatch(r"[a-z_]+: +[^\s|>\[{\"'&*!#].*", before)
    return begun is not None and not _LOST_COLON.fullmatch(line.strip())


# A colon after the first word of an indented line: not a colon in a text, but a field too far in.
_INDENTED_KEY = re.compile(r" +[a-z_]+")
# After the first word of a line: a field, too. All lines before it were one text without a field.
_KEY = re.compile(r"[a-z_]+")


def _first_line(text: str) -> int:
    """The index of the first line that is neither empty nor a comment."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines) if line.strip() and line[0] != "#"), 0)


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
        self._events = yaml.parse(text, Loader=_Loader)
        self.refused = False

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
                    raise _Refused
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
            self._refuse("YML-DEPTH", event, limit=MAX_DEPTH)
            raise _Refused
        flow = bool(getattr(event, "flow_style", False))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth, flow=flow)
        return self._mapping(place, depth, flow=flow)

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

"""Fields in YAML to nodes: the strict subset, and what is found outside of it."""

import re
import unicodedata
from typing import Any

import yaml

from plugins.catalogue import syntax
from plugins.catalogue.characters import forbidden, name_of, unix
from plugins.catalogue.diagnostics import Place, Problems, lines_of
from plugins.catalogue.nodes import Mapping, Node, ReadingStopped, Scalar, Sequence

MAX_DEPTH = 6
MAX_SKIPPED = 20
"""So much deeper is still gone through to what follows; the parser is slow in depths."""

# What YAML calls null, unquoted: the same as nothing after the colon.
_NOTHING = frozenset({"~", "null", "Null", "NULL"})

_YamlMark = Any  # of the parser in C, or of the one in Python


def parse(text: str, skipped: int, problems: Problems) -> tuple[Mapping, bool, frozenset[int]]:
    """The mapping that `text` holds, whether something in it is refused, and the lines unread.

    `skipped` lines of the file stand before it. Raises `Refused`.
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
        raise ReadingStopped from None
    if root is None:
        if not builder.refused:
            problems.add("YML-EMPTY", Place(skipped + 1, 1))
        raise ReadingStopped
    if not isinstance(root, Mapping):
        problems.add("YML-ROOT", root.place)
        raise ReadingStopped
    return root, builder.refused or bool(unread), unread


def _rest(text: str, skipped: int, unread: frozenset[int], problems: Problems) -> Mapping:
    """The fields of a text of which those with a fault of form have been emptied."""
    aside = Problems(problems.path)
    try:
        root = _Builder(text, skipped, aside).build()
    except (yaml.YAMLError, ValueError, OverflowError):
        raise ReadingStopped from None
    before = set(problems)
    for problem in aside:
        if problem not in before and problem.place.line not in unread:
            problems.add(problem.code, problem.place, **dict(problem.details))
    if not isinstance(root, Mapping):
        raise ReadingStopped
    return root


# A comment that follows a value, and one that looks more like a part of it: #45, #wirsindmehr.
_COMMENT = re.compile(r"(\s*)(#.*)")
_HASHTAG = r"#[^\s#]"
_BLOCK_HEADER = r"[|>][-+0-9]*"
# What stands before the key, or the text itself, on the line where a text begins.
_DASHES = r"\s*(?:-\s+)*"


class _Builder:
    """Builds nodes from the parser's events and refuses what the strict subset leaves out."""

    def __init__(self, text: str, skipped: int, problems: Problems) -> None:
        self._lines = text.split("\n")
        self._skipped = skipped
        self._problems = problems
        self._events = yaml.parse(text, Loader=syntax.LOADER)
        self._has_comments = "#" in text
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
                raise ReadingStopped
        return Scalar("", self._place(event))

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        text = unicodedata.normalize("NFC", event.value)
        if event.style == '"':  # nothing else can hide a character
            text = self._unescaped(text, place)
        elif not event.style:
            text = "" if text in _NOTHING else text
            if not self._has_comments:
                return Scalar(text.strip(), place)
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

    def _unescaped(self, text: str, place: Place) -> str:
        """What stands in quotation marks, where any character can be written by its number."""
        text = unix(text)
        for position, _ in forbidden(text):
            self._problems.add("ENC-ESCAPE", place, character=name_of(text[position]))
            self.refused = True
            break
        return text

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
        header = re.match(_BLOCK_HEADER, self._line(place.line)[place.column - 1 :])
        return Place(place.line, place.column + header.end()) if header else place

    def _comment_behind(self, end: Place) -> Scalar | None:
        """The comment on the line where a value ends, refused where it does not look like one.

        It has a blank before its # (YAML 1.2.2, section 6.6), and a space after it, or it is
        `name: "Chor"#1` and `phone: 030 123 #45`.
        """
        match = self._has_comments and _COMMENT.match(self._line(end.line), end.column - 1)
        if not match:
            return None
        place = Place(end.line, match.start(2) + 1)
        if not match[1] or re.match(_HASHTAG, match[2]):
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
        dashes = re.match(_DASHES, self._line(first.line))
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

    def _at(self, mark: _YamlMark) -> Place:
        if mark is None:
            return Place(self._skipped + 1, 1)
        return Place(mark.line + self._skipped + 1, mark.column + 1)

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        self._problems.add(code, self._place(event), **details)
        self.refused = True

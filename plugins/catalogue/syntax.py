"""Faults of form: what the parser's errors mean, and which fields can be read all the same.

The parser stops at its first error. Fields begin at the left edge, so each can be tried alone: the
others are read, and all that is wrong in a file is said at once.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Fault(NamedTuple):
    """The code of what is wrong, and the line and column where, counted from 0."""

    code: str
    line: int
    column: int


class ToldApart(NamedTuple):
    """The faults in a text, the text in which the `lines` of fields with faults are empty."""

    found: tuple[Fault, ...]
    rest: str
    lines: frozenset[int]


def told_apart(text: str, error: yaml.MarkedYAMLError) -> ToldApart:
    """What is wrong in each field of a text that `error` keeps from being read as a whole."""
    lines = text.split("\n")
    fields = tuple(_fields(lines))
    faults = [fault for begin, end in fields for fault in _faults_in(lines, begin, end)]
    if not faults:  # it shows only between the fields
        code, line, column = _fault(error, text)
        faults = [Fault(code, min(line, len(lines) - 1), column)]
    unread: set[int] = set()
    for fault in faults:
        begin, end = next(field for field in fields if field[0] <= fault.line < field[1])
        if fault.code in _BELOW:
            begin = fault.line
        unread.update(range(begin, end))
    known = {_name(line, _NAME) for line in lines}
    rest = [_name(line, _NAME) if n in unread else line for n, line in enumerate(lines)]
    for fault in faults:
        word = _name(lines[fault.line], _WORD) if fault.code in _NAMES_A_FIELD else ""
        if word and word not in known:
            rest[fault.line] = word
    return ToldApart(tuple(faults), "\n".join(rest), frozenset(unread))


# In these the field above is whole; and these may begin with the name of a field.
_BELOW = frozenset({"YML-NO-COLON", "YML-WRAPPED"})
_NAMES_A_FIELD = _BELOW | {"YML-INDENT"}
_NAME = re.compile(r"([^\W\d]\w*(?:[ -]\w+)*) *:(?=\s|\Z)")
_WORD = re.compile(r" *([a-z_]+)")


def _fields(lines: list[str]) -> Iterator[tuple[int, int]]:
    """First line and the one after the last of each field; what stands above the first, too."""
    begins = [number for number, line in enumerate(lines) if number == 0 or _NAME.match(line)]
    yield from zip(begins, [*begins[1:], len(lines)], strict=True)


def _faults_in(lines: list[str], begin: int, end: int) -> Iterator[Fault]:
    """The faults in one field, and in what stands above the lines that belong to none."""
    while begin < end:
        piece = "\n".join(lines[begin:end]) + "\n"
        try:
            for _ in yaml.parse(piece, Loader=LOADER):
                pass
        except yaml.MarkedYAMLError as error:
            code, line, column = _fault(error, piece)
            line = min(begin + line, end - 1)  # the parser may be a line further at the end
            yield Fault(code, line, column)
            end = line if code in _BELOW else begin
        except (yaml.YAMLError, ValueError, OverflowError):
            yield Fault("YML-SYNTAX", begin, 0)
            return
        else:
            return


def _name(line: str, pattern: re.Pattern[str]) -> str:
    """Of a line only the name of its field; an empty line when it has none."""
    match = pattern.match(line)
    return f"{match[1]}:" if match else ""


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


def _fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """What an error of the parser means, and where its cause stands."""
    message = f"{error.context or ''} {error.problem or ''}"
    code = next((code for words, code in _SYNTAX if words in message), "YML-SYNTAX")
    marks = [error.problem_mark, error.context_mark]
    if code in _AT_THE_BEGINNING or "block scalar" in message:
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
    if code == "YML-INDENT" and _comment_in(before) and not re.match(_FIELD_OR_ITEM, shown):
        code, line, column = "YML-HASH", line - 1, _comment_in(before) - 1
    cut = _comment_in(shown)
    if code == "YML-BRACKET" and cut > column and not {",", "]", "}"}.isdisjoint(shown[cut:]):
        code, column = "YML-HASH", cut - 1
    if code == "YML-COLON" and re.fullmatch(_KEY, shown[:column]):
        code, line, column = "YML-NO-COLON", _first_line(text), 0
    if code == "YML-COLON" and re.fullmatch(_INDENTED_KEY, shown[:column]):
        code, column = "YML-INDENT", len(shown) - len(shown.lstrip())
    if code == "YML-NO-COLON" and _continues(shown, before):
        code = "YML-WRAPPED"
    return Fault(code, line, column)


def _comment_in(line: str) -> int:
    """The column of the comment in a line without quotation marks; 0 when there is none."""
    comment = None if re.search(r"[\"']", line) else re.search(r"\s#", line)
    return comment.end() if comment else 0


# A field without its colon or the blank behind it; an address has a colon of its own.
_LOST_COLON = r"(?!\w+://|mailto:|tel:)[a-z_]+(:.*)?"
_FIELD_OR_ITEM = r"\s*(?:-\s|[a-z_]+:)"


def _continues(line: str, before: str) -> bool:
    """Whether a line looks like the rest of a text that began after a key in the line before."""
    begun = re.fullmatch(r"[a-z_]+: +[^\s|>\[{\"'&*!#].*", before)
    return begun is not None and not re.fullmatch(_LOST_COLON, line.strip())


# A colon after the first word of an indented line: not a colon in a text, but a field too far in.
_INDENTED_KEY = r" +[a-z_]+"
# After the first word of a line: a field, too. All lines before it were one text without a field.
_KEY = r"[a-z_]+"


def _first_line(text: str) -> int:
    """The index of the first line that is neither empty nor a comment."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines) if line.strip() and line[0] != "#"), 0)

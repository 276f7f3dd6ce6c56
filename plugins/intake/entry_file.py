"""The canonical way to write an entry: the same fields always give the same file.

Fields stand in the order of the model, values as scalars.py writes them. Nothing is written that
our own reader would refuse or read back differently.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from plugins.catalogue.fields.base import Field
from plugins.catalogue.fields.prose import Prose
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.model import Entry
from plugins.intake.scalars import INDENT, needs_quotes, normal, quoted, scalar

__all__ = ["CROWDED", "WIDTH", "YamlValue", "pair", "scalar", "text_of"]

YamlValue = str | Sequence["YamlValue"] | Mapping[str, "YamlValue"]
"""What YAML gives, all scalars text."""

WIDTH = 100
"""How long a line with a list may become before each item gets a line of its own."""

MERGE = "<<"  # YAML 1.1, type merge: our reader refuses it as a key, also in quotation marks
_LONGEST_KEY = 1000  # YAML 1.2.2, section 8.2.2: a key has 1024 characters at most
CROWDED = re.compile(r"""[?,\[\]{}:#"'\n]""")
"""What brackets and commas around it make harder to read."""


def text_of(kind: type[Entry], fields: Mapping[str, YamlValue], body: str = "") -> str:
    """The canonical file <id>.md of an entry: the fields in the order of the model, then the text.

    Empty values are left out. The text may be among the `fields` or given as `body`. Raises
    `KeyError` for a field that the kind does not have; `ValueError` for a character that no entry
    may contain (`plugins.catalogue.source.forbidden`), a key of the editor's own that our reader
    would refuse, and a text that is given twice.
    """
    given = dict(fields)
    own = given.pop("text", "")
    if own and body:
        raise ValueError("text")
    lines = ["---", *_record(RecordField(kind).keys(), given, 0), "---"]
    text = Prose().tidy(normal(body or str(own)))
    return "\n".join(lines) + (f"\n\n{text}\n" if text else "\n")


def _record(
    known: Mapping[str, Field], fields: Mapping[str, YamlValue], indent: int
) -> Iterator[str]:
    """The lines of a record, in the order of its class."""
    for key in fields:
        if key not in known:
            raise KeyError(key)
    for key, field in known.items():
        yield from pair(key, fields.get(key, ""), indent, field)


def pair(key: str, value: YamlValue, indent: int, field: Field) -> Iterator[str]:
    """The lines of one key and its value; none when there is nothing to say."""
    start = f"{' ' * indent}{key}:"
    if isinstance(value, str):
        if value.strip():
            yield f"{start} {scalar(value, indent, field)}"
        return
    value = _without_empty(value)
    line = f"{start} {_in_brackets(value, field.below())}"
    if value and _fits_on_a_line(value) and len(line) <= WIDTH:
        yield line
    elif value:
        yield start
        yield from _lines(value, indent + INDENT, field)


def _lines(value: YamlValue, indent: int, field: Field) -> Iterator[str]:
    """The lines of a list or of a nested record or mapping."""
    if isinstance(value, Mapping):
        yield from _mapping(value, indent, field)
    else:
        for item in value:
            yield from _dashed(item, indent, field.below())


def _mapping(value: Mapping[str, YamlValue], indent: int, field: Field) -> Iterator[str]:
    if field.keys():
        yield from _record(field.keys(), value, indent)
        return
    names = [normal(key).strip() for key in value]
    for name, item in zip(names, value.values(), strict=True):
        if name == MERGE or names.count(name) > 1 or len(name) > _LONGEST_KEY:
            raise ValueError(name)
        key = quoted(name) if needs_quotes(name) else name
        yield from pair(key, item, indent, field.below(name))


def _dashed(item: YamlValue, indent: int, field: Field) -> Iterator[str]:
    """The lines of one item of a list: the first has the dash."""
    dash = " " * indent + "- "
    if isinstance(item, str):
        yield dash + scalar(item, indent, field)
        return
    below = _lines(item, indent + INDENT, field)
    yield dash + next(below)[indent + INDENT :]
    yield from below


def _without_empty(value: YamlValue) -> YamlValue:
    """The value without what is empty in it, however deep."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        inner = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item}
    return [item for item in map(_without_empty, value) if item]


def _fits_on_a_line(value: YamlValue) -> bool:
    """Whether the value is a list of words that brackets and commas do not make harder to read."""
    return not isinstance(value, (str, Mapping)) and all(
        isinstance(item, str) and not CROWDED.search(item) for item in value
    )


def _in_brackets(value: YamlValue, field: Field) -> str:
    items = (item for item in value if isinstance(item, str))
    return "[" + ", ".join(scalar(item, 0, field) for item in items) + "]"

"""The schema: how a node becomes a typed, frozen value, and what is said when it cannot.

A record is a frozen dataclass (`frozen.py`). Each of its attributes is annotated with its Python
type and a `Field` that reads it; an attribute without a default is required. A trailing underscore
keeps a key that is a Python word (`from_` reads `from`).

    @record(frozen=True, kw_only=True)
    class Amount(Record):
        from_: Annotated[Decimal | None, Number()] = None
        currency: Annotated[str, Choice("EUR", "CHF")] = "EUR"
"""

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from typing import Any, Literal, TypeVar, get_type_hints

from plugins.catalogue.diagnostics import Place
from plugins.catalogue.field_words import fields_for
from plugins.catalogue.fields.base import UNKNOWN, Column, Field, Record, Text, shown
from plugins.catalogue.fields.containers import MapOf
from plugins.catalogue.fields.context import INVALID, Context, Invalid
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.nodes import Mapping, Node, Scalar, Sequence
from plugins.catalogue.text import nearest


class RecordField(Field):
    """A nested record. `alone` is the key that a single value stands for: `checked: 2026-11-22`."""

    name = ("Angaben", "record")

    def __init__(self, record: type[Record], *, alone: str = "") -> None:
        self.record, self.alone = record, alone

    def read(self, node: Node, context: Context) -> Any:
        node = self.full(node)
        if not isinstance(node, Mapping):
            self._complain(node, context)
            return INVALID
        return read_record(self.record, node, context)

    def written(self, value: Any) -> Any:
        return written(value)

    def _complain(self, node: Scalar | Sequence, context: Context) -> None:
        """Say that fields belong here, and how what stands here is written in them."""
        from plugins.catalogue.in_fields import in_fields  # knows the words of some fields

        keys = fields_of(self.record)
        parts = in_fields(node.text, keys) if isinstance(node, Scalar) else {}
        written = ", ".join(f"{key}: {value}" for key, value in parts.items())
        context.problems.add(
            "FLD-NOT-RECORD",
            node.place,
            value=shown(node),
            keys=", ".join(keys),
            suggestion=f"{{{written}}}" if parts and len(written) < 78 else "",
        )

    def describe(self) -> str:
        return f"[{self.record.__name__}](#{self.record.__name__.lower()})"

    def inside(self) -> Iterable[Field]:
        return self.keys().values()

    def records(self) -> Iterator[type[Record]]:
        yield self.record

    def keys(self) -> MappingOf[str, Field]:
        return {key: known.field for key, known in fields_of(self.record).items()}

    def below(self, key: str = "") -> Field:
        known = fields_of(self.record).get(key)
        return known.field if known else UNKNOWN

    def settled(self, *, is_scalar: bool = True, is_list: bool = False) -> Field:
        return self.below(self.alone) if self.alone and is_scalar else self

    def full(self, node: Node) -> Node:
        if not self.alone or not isinstance(node, Scalar):
            return node
        return Mapping(((Scalar(self.alone, node.place), node),), node.place)

    def needs(self, path: str) -> bool:
        key, _, rest = path.partition(".")
        known = fields_of(self.record)[key]
        return known.required and (not rest or known.field.needs(rest))

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        if value:
            above = f"{path}." if path else ""
            for key, attribute, field in holding(self.record, "links"):
                yield from field.targets(getattr(value, attribute), f"{above}{key}")

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        above = f"{key}." if key else ""
        for name, field in self.keys().items():
            if field.fits:
                yield from field.columns(f"{above}{name}", counts, unit)


class Either(Field):
    """A record, or one piece of text in its place: a venue or the id of an association."""

    def __init__(self, text: Text, record: RecordField | MapOf) -> None:
        self.text, self.record = text, record
        self.fits = record.fits

    def read(self, node: Node, context: Context) -> Any:
        chosen = self.text if isinstance(node, Scalar) else self.record
        return chosen.read(node, context)

    def written(self, value: Any) -> Any:
        return self._of(value).written(value)

    def describe(self) -> str:
        return f"{self.text.describe()} or {self.record.describe()}"

    def inside(self) -> Iterable[Field]:
        return (self.text, self.record)

    def keys(self) -> MappingOf[str, Field]:
        return self.record.keys()

    def below(self, key: str = "") -> Field:
        return self.record.below(key)

    def settled(self, *, is_scalar: bool = True, is_list: bool = False) -> Field:
        return self.text if is_scalar else self.record

    def targets(self, value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
        yield from self._of(value).targets(value, path)

    def _of(self, value: Any) -> Field:
        """The field that reads such a value."""
        return self.text if isinstance(value, str) else self.record

    def columns(self, key: str, counts: MappingOf[str, int], unit: str = "") -> Iterator[Column]:
        yield from self.text.columns(key, counts, unit)
        yield from self.record.columns(key, counts, unit)


R = TypeVar("R", bound=Record)


PRIVATE = "private_"
"""So begins the attribute of a field whose model decides what of it is public."""


@record(frozen=True)
class FieldOf(Frozen):
    """One attribute of a record: its key in the file and how it is read."""

    attribute: str
    field: Field
    required: bool
    default: Any = None


def fields_of(record: type[Record]) -> dict[str, FieldOf]:
    """The fields of a record by their key, in the order of the class."""
    if record not in _FIELDS:
        _FIELDS[record] = _annotated_fields(record)
    return _FIELDS[record]


_FIELDS: dict[type[Record], dict[str, FieldOf]] = {}


FieldTrait = Literal["links", "free"]


_Holding = tuple[tuple[str, str, Field], ...]


_HOLDING: dict[tuple[type[Record], FieldTrait], _Holding] = {}


def holding(record: type[Record], trait: FieldTrait) -> _Holding:
    """Key, attribute and field of all that is, or has somewhere inside, a text with that trait."""
    if (record, trait) not in _HOLDING:
        _HOLDING[record, trait] = tuple(
            (key, known.attribute, known.field)
            for key, known in fields_of(record).items()
            if any(getattr(text, trait) for text in known.field.texts())
        )
    return _HOLDING[record, trait]


def _annotated_fields(record: type[Record]) -> dict[str, FieldOf]:
    hints = get_type_hints(record, include_extras=True)
    found = {}
    for attribute in dataclasses.fields(record):
        metadata = getattr(hints[attribute.name], "__metadata__", ())
        reader = next((item for item in metadata if isinstance(item, Field)), None)
        if reader is not None:
            required = attribute.default is dataclasses.MISSING
            default = None if required else attribute.default
            key = attribute.name.removeprefix(PRIVATE).rstrip("_")
            found[key] = FieldOf(attribute.name, reader, required, default)
    return found


def written(record: Record) -> dict[str, Any]:
    """What the file of a record says, of what JSON has, without what is private or not said."""
    found = {}
    for key, known in fields_of(type(record)).items():
        value = getattr(record, known.attribute)
        if not known.attribute.startswith(PRIVATE) and value not in (known.default, None, ()):
            found[key] = known.field.written(value)
    return found


def read_record(record: type[R], node: Mapping, context: Context) -> R | Invalid:
    """The record that `node` describes. All that is wrong is recorded, not just the first."""
    values, complete = read_fields(record, node, context)
    return record(**values) if complete else INVALID


def read_fields(
    record: type[Record], node: Mapping, context: Context
) -> tuple[dict[str, Any], bool]:
    """The attributes of `record` that `node` gives rightly, and whether nothing was wrong."""
    known = fields_of(record)
    values: dict[str, Any] = {}
    complete = True
    misspelt: set[str] = set()
    lacking = known.keys() - {key.text for key, _ in node.pairs}
    unknown = 0
    for key, value in node.pairs:
        name = key.text
        if name not in known:
            unknown += 1
            name = _meant(record, name, lacking, context) if unknown <= MOST_MEANT else ""
            context.problems.add("FLD-UNKNOWN", key.place, key=key.text, suggestion=name)
            complete = False
            misspelt.add(name)
            lacking.discard(name)
        if name in known and is_empty(value):
            look_for_lost(known[name].field, value, context)
        elif name in known:
            read = known[name].field.read(value, context)
            if read is INVALID:
                complete = False
            else:
                values[known[name].attribute] = read
    return values, _all_there(known, node, context, misspelt) and complete


MOST_MEANT = 100
"""Of so many unknown fields it is asked what was meant; files of strangers may have thousands."""


def _meant(record: type[Record], word: str, lacking: Collection[str], context: Context) -> str:
    """The field among those that lack that somebody probably meant; empty without any."""
    called = context.titled(record, word)
    if called in lacking:
        return called
    return nearest(word, lacking) or next((key for key in fields_for(word) if key in lacking), "")


def _all_there(
    known: MappingOf[str, FieldOf], node: Mapping, context: Context, misspelt: Collection[str]
) -> bool:
    """Whether every required field has a value of some kind, or is there under a wrong name."""
    found = True
    for key, field_of in known.items():
        if key in misspelt:
            continue
        name = node.key(key) if field_of.required else None
        value = node.get(key) if field_of.required else None
        if field_of.required and (name is None or value is None):
            context.problems.add("FLD-MISSING", node.place, key=key)
            found = False
        elif name is not None and value is not None and is_empty(value):
            context.problems.add("FLD-EMPTY", name.place, key=key)
            found = False
    return found


def is_empty(node: Node) -> bool:
    """A key with nothing after it: the same as no key."""
    return isinstance(node, Scalar) and not node.text


def look_for_lost(field: Field, node: Node, context: Context) -> None:
    """Say that a # took away the whole value of a field: `price: # 5 Euro`."""
    if isinstance(field, Text) and isinstance(node, Scalar):
        field.look_for_comment(node, context)


def place_in(node: Node, path: str) -> Place:
    """Where the value at a dotted path stands, or the nearest thing that exists above it.

    A colon at its end asks for the key instead of its value.

    >>> place_in(node, "repeat.until"); place_in(node, "members.2"); place_in(node, "moved.2027:")
    """
    for step in path.split("."):
        if isinstance(node, Mapping) and step.endswith(":") and (key := node.key(step[:-1])):
            return key.place
        if isinstance(node, Sequence) and step.isdigit() and int(step) < len(node.items):
            node = node.items[int(step)]
        elif isinstance(node, Mapping) and (below := node.get(step)) is not None:
            node = below
        else:
            break
    return node.place

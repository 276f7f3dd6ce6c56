"""The fields of a kind by their dotted path, and answers as what the file will hold."""

from collections.abc import Iterator, Mapping

from plugins.catalogue.diagnostics import Place
from plugins.catalogue.schema import Either, Field, ListOf, MapOf, Record, RecordField, fields_of
from plugins.catalogue.source import Mapping as MappingNode
from plugins.catalogue.source import Node, Scalar, Sequence
from plugins.intake.entry_file import Value
from plugins.intake.new.question import Answers

HERE = Place(1, 1)
"""The place of what stands in no file yet."""


def field_at(record: type[Record], path: str) -> Field:
    """The field at a dotted path. Raises `KeyError` when there is none."""
    key, _, rest = path.partition(".")
    field = fields_of(record)[key].field
    return _inside(field, rest) if rest else field


def _inside(field: Field, path: str) -> Field:
    inner = _record_in(field)
    if inner is not None:
        return field_at(inner, path)
    if isinstance(field, MapOf):
        return field.value
    raise KeyError(path)


def _record_in(field: Field) -> type[Record] | None:
    """The record that a field reads, or may read."""
    nested: Field = field.record if isinstance(field, Either) else field
    return nested.record if isinstance(nested, RecordField) else None


def leaf(field: Field) -> Field:
    """The field that reads one piece of an answer.

    Of a list its items, of a record that a single value may stand for the field of that value.
    """
    if isinstance(field, ListOf):
        return leaf(field.item)
    if isinstance(field, Either):
        return field.text
    if isinstance(field, RecordField) and field.alone:
        return field_at(field.record, field.alone)
    return field


def is_required(record: type[Record], path: str) -> bool:
    """Whether an entry must have the field: it, and all records above it, are required."""
    key, _, rest = path.partition(".")
    field_of = fields_of(record)[key]
    if not rest or not isinstance(field_of.field, RecordField):
        return field_of.required and not rest
    return field_of.required and is_required(field_of.field.record, rest)


def paths_of(record: type[Record], above: str = "") -> Iterator[str]:
    """The path of every field that one answer can fill; records in lists have none."""
    for key, field_of in fields_of(record).items():
        field, path = field_of.field, f"{above}{key}"
        inner = _record_in(field)
        if not isinstance(leaf(field), RecordField | MapOf):
            yield path
        if inner is not None:
            yield from paths_of(inner, f"{path}.")


def nested(answers: Answers) -> dict[str, Value]:
    """The fields as the file holds them: `{"venue.name": "Saal"}` is `{"venue": {"name": "Saal"}}`.

    No path may lead through another's value.
    """
    fields: dict[str, Value] = {}
    for path, answer in answers.items():
        key, _, rest = path.partition(".")
        if rest:
            inner = {p.partition(".")[2]: a for p, a in answers.items() if p.startswith(f"{key}.")}
            fields[key] = nested(inner)
        else:
            fields[key] = answer
    return fields


def node_of(value: Value) -> Node:
    """The node that a file with this value would give, without its place."""
    if isinstance(value, str):
        return Scalar(value, HERE)
    if isinstance(value, Mapping):
        return mapping_of(value)
    return Sequence(tuple(map(node_of, value)), HERE)


def mapping_of(fields: Mapping[str, Value]) -> MappingNode:
    """The node of a record."""
    return MappingNode(
        tuple((Scalar(key, HERE), node_of(value)) for key, value in fields.items()), HERE
    )

"""The fields of a kind by their dotted path, and answers as what the file will hold."""

from collections.abc import Iterator, Mapping

from plugins.catalogue.diagnostics import Place
from plugins.catalogue.fields.base import UNKNOWN, Field, Record
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.nodes import Mapping as MappingNode
from plugins.catalogue.nodes import Node, Scalar, Sequence
from plugins.intake.entry_file import YamlValue
from plugins.intake.new.question import Answers

HERE = Place(1, 1)
"""The place of what stands in no file yet."""


def field_at(record: type[Record], path: str) -> Field:
    """The field at a dotted path. Raises `KeyError` when there is none."""
    field: Field = RecordField(record)
    for key in path.split("."):
        field = field.below(key)
    if field is UNKNOWN:
        raise KeyError(path)
    return field


def paths_of(field: Field, above: str = "") -> Iterator[str]:
    """The path of every field inside that one answer can fill; records in lists have none."""
    for key, inner in field.keys().items():
        path = f"{above}{key}"
        if inner.leaf:
            yield path
        yield from paths_of(inner, f"{path}.")


def nested(answers: Answers) -> dict[str, YamlValue]:
    """The fields as the file holds them: `{"venue.name": "Saal"}` is `{"venue": {"name": "Saal"}}`.

    No path may lead through another's value.
    """
    fields: dict[str, YamlValue] = {}
    for path, answer in answers.items():
        key, _, rest = path.partition(".")
        if rest:
            inner = {p.partition(".")[2]: a for p, a in answers.items() if p.startswith(f"{key}.")}
            fields[key] = nested(inner)
        else:
            fields[key] = answer
    return fields


def node_of(value: YamlValue) -> Node:
    """The node that a file with this value would give, without its place."""
    if isinstance(value, str):
        return Scalar(value, HERE)
    if isinstance(value, Mapping):
        return mapping_of(value)
    return Sequence(tuple(map(node_of, value)), HERE)


def mapping_of(fields: Mapping[str, YamlValue]) -> MappingNode:
    """The node of a record."""
    return MappingNode(
        tuple((Scalar(key, HERE), node_of(value)) for key, value in fields.items()), HERE
    )

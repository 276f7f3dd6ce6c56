"""What a file says, apart from how it is written. No repair may change it.

The catalogue makes entries from nodes and from nothing else (catalogue/schema.py), so files whose
nodes are equal give equal entries. Three differences are none: the order of the keys of a record,
how a phone number is grouped, and blanks at the end of a line of text that Markdown does not see.
"""

from plugins.catalogue.phones import phone_number
from plugins.catalogue.schema import Field, ListOf
from plugins.catalogue.source import Document, Mapping, Node, Scalar, Sequence
from plugins.catalogue.values import Phone
from plugins.intake.fix.blanks import trimmed
from plugins.intake.fix.shape import below, keys_of, settled


def meaning(document: Document, shape: Field, region: str) -> object:
    """A value that is equal for files that say the same."""
    text = trimmed(document.text.text) if document.text else None
    return _of(document.fields, shape, region), text


def _of(node: Node, field: Field | None, region: str) -> object:
    field = settled(field, is_scalar=isinstance(node, Scalar), is_list=isinstance(node, Sequence))
    if isinstance(node, Scalar):
        return _scalar(node.text, field, region)
    if isinstance(node, Sequence):
        item = field.item if isinstance(field, ListOf) else None
        return tuple(_of(child, item, region) for child in node.items)
    return _mapping(node, field, region)


def _mapping(node: Mapping, field: Field | None, region: str) -> object:
    pairs = [(key.text, _of(value, below(field, key.text), region)) for key, value in node.pairs]
    return tuple(pairs) if keys_of(field) is None else dict(pairs)


def _scalar(text: str, field: Field | None, region: str) -> str:
    if isinstance(field, Phone):
        number = phone_number(text, region)
        return number.uri if number else text
    return trimmed(text)

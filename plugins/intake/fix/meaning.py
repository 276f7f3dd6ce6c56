"""What a file says, apart from how it is written. No repair may change it.

The catalogue makes entries from nodes and from nothing else (catalogue/fields/), so files whose
nodes are equal give equal entries. Three differences are none: the order of the keys of a record,
how a phone number is grouped, and blanks at the end of a line of text that Markdown does not see.
"""

from plugins.catalogue.fields.base import Field
from plugins.catalogue.fields.contact import Phone
from plugins.catalogue.nodes import Document, Node, Scalar, Sequence
from plugins.catalogue.phones import phone_number
from plugins.intake.fix.blanks import trimmed


def meaning(document: Document, shape: Field, region: str) -> object:
    """A value that is equal for files that say the same."""
    text = trimmed(document.text.text) if document.text else None
    return _of(document.fields, shape, region), text


def _of(node: Node, field: Field, region: str) -> object:
    field = field.settled(is_scalar=isinstance(node, Scalar), is_list=isinstance(node, Sequence))
    if isinstance(node, Scalar):
        return _scalar(node.text, field, region)
    if isinstance(node, Sequence):
        return tuple(_of(child, field.below(), region) for child in node.items)
    pairs = [(k.text, _of(value, field.below(k.text), region)) for k, value in node.pairs]
    return dict(pairs) if field.keys() else tuple(pairs)


def _scalar(text: str, field: Field, region: str) -> str:
    if isinstance(field, Phone):
        number = phone_number(text, region)
        return number.uri if number else text
    return trimmed(text)

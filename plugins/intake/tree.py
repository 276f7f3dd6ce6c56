"""What the file of an entry says: text, lists, mappings, whichever way to write it was chosen.

One value for a list of one, a date for a record, a label for a term: the tree is the same. »Musik«
is `musik`, 1.12.2026 is `2026-12-01`, »ja« is `yes`. What is not understood is left as it is: the
field that reads it then says what is wrong with it.
"""

import re
import unicodedata
from decimal import Decimal

from plugins.catalogue.characters import unix
from plugins.catalogue.fields.base import Field, Record, Text
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.catalogue.nodes import Mapping, Node, Sequence

Tree = str | list["Tree"] | dict[str, "Tree"]
Branch = dict[str, Tree]


def tree_of(entry: Entry, lists: Lists) -> Branch:
    """What the entry's file says."""
    return branch_of(type(entry), entry.origin.fields, lists)


def branch_of(record: type[Record], node: Mapping, lists: Lists) -> Branch:
    """What the pairs of a mapping say, empty ones left out."""
    return _branch(node, RecordField(record), lists)


def _branch(node: Mapping, field: Field, lists: Lists) -> Branch:
    read = {key.text: _tree(value, field.below(key.text), lists) for key, value in node.pairs}
    return {key: value for key, value in read.items() if value}


def _tree(node: Node, field: Field, lists: Lists) -> Tree:
    """The tree of a value that `field` reads without complaint; empty when there is none."""
    node = field.full(node)
    if isinstance(node, Mapping):
        return _branch(node, field, lists)
    if isinstance(node, Sequence):
        return [tree for item in node.items if (tree := _tree(item, field.below(), lists))]
    return meant(node.text, field.leaf, lists) if field.leaf and node.text else ""


def meant(text: str, reader: Text, lists: Lists) -> str:
    """`text` as an entry file says it. What is already said so stays as it is."""
    text = unicodedata.normalize("NFC", unix(text))
    found = reader.meant(reader.tidy(text), lists)
    return _without_zeros(found) if reader.numeric else found


def _without_zeros(text: str) -> str:
    """A number without what does not count: 49.50 and 49.5 are the same."""
    is_number = re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,10})?", text)
    return format(Decimal(text).normalize(), "f") if is_number and _has_zeros(text) else text


def _has_zeros(text: str) -> bool:
    """Whether it has zeros that do not count; 1.000 may be a thousand, and the field says so."""
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", text):
        return False
    return "." in text or text.lstrip("-").startswith("0")

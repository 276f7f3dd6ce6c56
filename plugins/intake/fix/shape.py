"""Which field reads which part of a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.catalogue.find import SourceFile
from plugins.catalogue.model import Entry, TranslationHead, VocabularyTerm
from plugins.catalogue.schema import Either, Field, ListOf, MapOf, RecordField, fields_of
from plugins.catalogue.values import Line


@dataclass(frozen=True)
class Keys(Field):
    """A record that is no class of the model: its keys in their canonical order."""

    fields: Mapping[str, Field]


VOCABULARY = MapOf(Line(), RecordField(VocabularyTerm))
"""A closed list: the terms keep the order that its editors gave them."""


def shape_of(file: SourceFile) -> Field:
    """What a file of entries holds: an entry, or those of its fields that can be translated."""
    return translation(file.kind) if file.language else entry(file.kind)


def entry(kind: type[Entry]) -> Keys:
    """The fields of an entry, the text last, as below the front matter."""
    known = {key: f.field for key, f in fields_of(kind).items()}
    text = known.pop("text")
    return Keys({**known, "text": text})


def translation(kind: type[Entry]) -> Keys:
    """Of which original it was made, then the fields that can be translated."""
    head = {key: f.field for key, f in fields_of(TranslationHead).items()}
    known = {key: field for key, field in entry(kind).fields.items() if field.translatable}
    return Keys(head | known)


def settled(field: Field | None, *, is_scalar: bool, is_list: bool) -> Field | None:
    """The field that reads a node of this kind, where the model allows more than one way.

    One value stands for a list of one, a date for a record, an id for a place
    (docs/decisions/0009).
    """
    if isinstance(field, ListOf) and not is_list:
        field = field.item
    if isinstance(field, Either):
        field = field.text if is_scalar else field.record
    if isinstance(field, RecordField) and is_scalar and field.alone:
        field = fields_of(field.record)[field.alone].field
    return field


def keys_of(field: Field | None) -> Mapping[str, Field] | None:
    """The keys of a record in canonical order; `None` for what is no record."""
    if isinstance(field, Keys):
        return field.fields
    if isinstance(field, RecordField):
        return {key: f.field for key, f in fields_of(field.record).items()}
    return None


def below(field: Field | None, key: str) -> Field | None:
    """The field that reads the value under `key`; `None` where the model knows none."""
    if isinstance(field, MapOf):
        return field.value
    return (keys_of(field) or {}).get(key)

"""Which field reads which part of a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.catalogue.fields.base import UNKNOWN, Field
from plugins.catalogue.fields.containers import MapOf
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.find import SourceFile
from plugins.catalogue.model import Entry, TranslationHead, VocabularyTerm


@dataclass(frozen=True)
class Keys(Field):
    """A record that is no class of the model: its keys in their canonical order."""

    fields: Mapping[str, Field]

    def keys(self) -> Mapping[str, Field]:
        """The keys that it was given."""
        return self.fields

    def below(self, key: str = "") -> Field:
        """The field of one of them."""
        return self.fields.get(key, UNKNOWN)


VOCABULARY = MapOf(Line(), RecordField(VocabularyTerm))
"""A closed list: the terms keep the order that its editors gave them."""


def shape_of(file: SourceFile) -> Field:
    """What a file of entries holds: an entry, or those of its fields that can be translated."""
    return translation(file.kind) if file.language else entry(file.kind)


def entry(kind: type[Entry]) -> Keys:
    """The fields of an entry, the text last, as below the front matter."""
    known = dict(RecordField(kind).keys())
    text = known.pop("text")
    return Keys({**known, "text": text})


def translation(kind: type[Entry]) -> Keys:
    """Of which original it was made, then the fields that can be translated."""
    known = {key: field for key, field in entry(kind).fields.items() if field.translatable}
    return Keys({**RecordField(TranslationHead).keys(), **known})

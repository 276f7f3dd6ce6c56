"""The shapes of lists, mappings and records: what other shapes are put together to."""

from functools import singledispatch
from typing import Any

from plugins.catalogue.descriptions import row
from plugins.catalogue.fields.base import TEXT, Field, Record, Text
from plugins.catalogue.fields.containers import ListOf, MapOf
from plugins.catalogue.fields.records import Either, FieldOf, RecordField, fields_of
from plugins.validation.field_texts import text_of, title_of
from plugins.validation.json_schema.book import (
    FIELDS,
    LIST,
    Book,
    Keywords,
    Shape,
    beside,
    closed,
    whole,
)
from plugins.validation.json_schema.texts import text
from plugins.wording.messages import GERMAN


@singledispatch
def shape(field: Field, book: Book) -> Shape:
    """The shape of a field. Raises `TypeError` for a new sort of field: give it one here."""
    raise TypeError(f"no shape for {type(field).__name__}")


@shape.register
def _(field: Text, book: Book) -> Shape:
    return text(field, book)


@shape.register
def _(field: ListOf, book: Book) -> Shape:
    item = shape(field.item, book)
    keywords: dict[str, Any] = {"items": closed(item, book, nothing=item.blank)}
    keywords |= {"minItems": field.least} if field.least else {}
    keywords |= {"maxItems": field.most}
    if not item.kinds <= TEXT:
        return Shape(LIST, keywords=keywords)
    once = book.add("no-repetition", lambda: NO_REPETITION)
    return beside(item, Shape(LIST, keywords=keywords, shared=(once,)))


# Only among texts: 7 and 007 are equal as numbers, and two ids in our reader.
NO_REPETITION: Keywords = {
    "if": {"items": {"type": "string"}},
    "then": {"uniqueItems": True},
}


@shape.register
def _(field: MapOf, book: Book) -> Shape:
    key, value = shape(field.key, book), shape(field.value, book)
    keywords = {
        "propertyNames": {"pattern": whole(key.core, nothing=key.blank)},
        "additionalProperties": closed(value, book, nothing=value.blank),
        "maxProperties": field.most,
    }
    return Shape(FIELDS, keywords=keywords)


@shape.register
def _(field: RecordField, book: Book) -> Shape:
    inner = field.record
    own = Shape(FIELDS, shared=(book.add(inner.__name__, lambda: record(inner, book)),))
    if not field.alone:
        return own
    return beside(shape(fields_of(inner)[field.alone].field, book), own)


@shape.register
def _(field: Either, book: Book) -> Shape:
    return beside(shape(field.text, book), shape(field.record, book))


def record(kind: type[Record], book: Book) -> Keywords:
    """The keywords of a record: its fields, which of them are required, and no others."""
    fields = dict(sorted(fields_of(kind).items(), key=_important_first))
    required = [key for key, known in fields.items() if known.required]
    return {
        "properties": {
            key: property_(kind, key, known, book, nothing=not known.required)
            for key, known in fields.items()
        },
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _important_first(item: tuple[str, FieldOf]) -> tuple[bool, bool]:
    """Required fields, then the others, then the text: the order in which they are offered."""
    return item[0] == "text", not item[1].required


def property_(
    kind: type[Record], key: str, known: FieldOf, book: Book, *, nothing: bool
) -> Keywords:
    """One field, with its title and description in both languages."""
    said = row(kind, key)
    languages = (GERMAN, book.known.english)
    return {
        "title": " / ".join(dict.fromkeys(title_of(said, language) for language in languages)),
        "description": "\n\n".join(text_of(said, language) for language in languages),
        **closed(shape(known.field, book), book, nothing=nothing),
    }

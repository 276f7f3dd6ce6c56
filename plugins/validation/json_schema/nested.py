"""The schemas of lists, mappings and records: what other schemas are put together to."""

from functools import singledispatch
from typing import Any

from plugins.catalogue.descriptions import row
from plugins.catalogue.fields.base import TEXT, Field, Record, Text
from plugins.catalogue.fields.containers import ListOf, MapOf
from plugins.catalogue.fields.records import Either, FieldOf, RecordField, fields_of
from plugins.validation.field_texts import text_of, title_of
from plugins.validation.json_schema.definitions import (
    FIELDS,
    LIST,
    Definitions,
    FieldSchema,
    Keywords,
    beside,
    closed,
    whole,
)
from plugins.validation.json_schema.texts import text
from plugins.wording.messages import GERMAN


@singledispatch
def field_schema(field: Field, definitions: Definitions) -> FieldSchema:
    """The schema of a field. Raises `TypeError` for a new sort of field: give it one here."""
    raise TypeError(f"no schema for {type(field).__name__}")


@field_schema.register
def _(field: Text, definitions: Definitions) -> FieldSchema:
    return text(field, definitions)


@field_schema.register
def _(field: ListOf, definitions: Definitions) -> FieldSchema:
    item = field_schema(field.item, definitions)
    keywords: dict[str, Any] = {"items": closed(item, definitions, nothing=item.blank)}
    keywords |= {"minItems": field.least} if field.least else {}
    keywords |= {"maxItems": field.most}
    if not item.kinds <= TEXT:
        return FieldSchema(LIST, keywords=keywords)
    once = definitions.add("no-repetition", lambda: NO_REPETITION)
    return beside(item, FieldSchema(LIST, keywords=keywords, shared=(once,)))


# Only among texts: 7 and 007 are equal as numbers, and two ids in our reader.
NO_REPETITION: Keywords = {
    "if": {"items": {"type": "string"}},
    "then": {"uniqueItems": True},
}


@field_schema.register
def _(field: MapOf, definitions: Definitions) -> FieldSchema:
    key, value = field_schema(field.key, definitions), field_schema(field.value, definitions)
    keywords = {
        "propertyNames": {"pattern": whole(key.core, nothing=key.blank)},
        "additionalProperties": closed(value, definitions, nothing=value.blank),
        "maxProperties": field.most,
    }
    return FieldSchema(FIELDS, keywords=keywords)


@field_schema.register
def _(field: RecordField, definitions: Definitions) -> FieldSchema:
    inner = field.record
    own = FieldSchema(
        FIELDS, shared=(definitions.add(inner.__name__, lambda: record(inner, definitions)),)
    )
    if not field.alone:
        return own
    return beside(field_schema(fields_of(inner)[field.alone].field, definitions), own)


@field_schema.register
def _(field: Either, definitions: Definitions) -> FieldSchema:
    return beside(field_schema(field.text, definitions), field_schema(field.record, definitions))


def record(kind: type[Record], definitions: Definitions) -> Keywords:
    """The keywords of a record: its fields, which of them are required, and no others."""
    fields = dict(sorted(fields_of(kind).items(), key=_important_first))
    required = [key for key, known in fields.items() if known.required]
    return {
        "properties": {
            key: property_(kind, key, known, definitions, nothing=not known.required)
            for key, known in fields.items()
        },
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _important_first(item: tuple[str, FieldOf]) -> tuple[bool, bool]:
    """Required fields, then the others, then the text: the order in which they are offered."""
    return item[0] == "text", not item[1].required


def property_(
    kind: type[Record], key: str, known: FieldOf, definitions: Definitions, *, nothing: bool
) -> Keywords:
    """One field, with its title and description in both languages."""
    described = row(kind, key)
    languages = (GERMAN, definitions.known.english)
    return {
        "title": " / ".join(dict.fromkeys(title_of(described, language) for language in languages)),
        "description": "\n\n".join(text_of(described, language) for language in languages),
        **closed(field_schema(known.field, definitions), definitions, nothing=nothing),
    }

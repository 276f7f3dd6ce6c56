"""A schema for each sort of file: every kind of entry, its translations, and closed lists."""

import json
from collections.abc import Mapping
from typing import Any

from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry, TranslationHead, VocabularyTerm
from plugins.catalogue.names import MAX_ID
from plugins.catalogue.versions import FORMAT
from plugins.validation.json_schema.definitions import Definitions, Keywords
from plugins.validation.json_schema.known_values import KnownValues
from plugins.validation.json_schema.nested import property_, record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOTE = f"Written by `make schema`. Do not edit. Format {FORMAT} of the entries."


def schemas(known: KnownValues) -> Mapping[str, Keywords]:
    """Every schema by its file name."""
    entries = {f"{kind.__name__.lower()}.json": _entry(kind, known) for kind in KINDS}
    translations = {
        f"{kind.__name__.lower()}.translation.json": _translation(kind, known) for kind in KINDS
    }
    return {**entries, **translations, "vocabulary.json": _vocabulary(known)}


def rendered(schema: Keywords) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def without_offers(schema: Any) -> Any:  # noqa: ANN401
    """A schema without what completion merely offers, which may be out of date."""
    if isinstance(schema, Mapping):
        return {k: without_offers(v) for k, v in schema.items() if k != "defaultSnippets"}
    return [without_offers(part) for part in schema] if isinstance(schema, list) else schema


def _entry(kind: type[Entry], known: KnownValues) -> Keywords:
    definitions = Definitions(known)
    return _file(*_called(kind), record(kind, definitions), definitions)


def _called(kind: type[Entry]) -> tuple[str, str]:
    """What one of this kind is called, in German and in English."""
    return KINDS[kind].one, KINDS[kind].english.capitalize()


def _translation(kind: type[Entry], known: KnownValues) -> Keywords:
    """Of a translation no field is required, and only what is text can be translated."""
    definitions = Definitions(known)
    fields = {
        (owner, key): field_of
        for owner in (TranslationHead, kind)
        for key, field_of in fields_of(owner).items()
        if owner is TranslationHead or field_of.field.translatable
    }
    properties = {
        key: property_(owner, key, field_of, definitions, nothing=True)
        for (owner, key), field_of in fields.items()
    }
    german, english = _called(kind)
    content = {"properties": properties, "additionalProperties": False}
    return _file(f"{german}, Übersetzung", f"{english}, translation", content, definitions)


def _vocabulary(known: KnownValues) -> Keywords:
    definitions = Definitions(known)
    term = record(VocabularyTerm, definitions)
    content = {
        "propertyNames": {
            "pattern": rf"^(?=.{{1,{MAX_ID}}}$)[a-z0-9]+(?:[-_][a-z0-9]+)*$",
            "patternErrorMessage": "Hier passt: eine Kennung aus a-z, 0-9, - und _ / an id",
        },
        "additionalProperties": {"type": "object", **term},
    }
    return _file("Liste von Begriffen", "Closed list", content, definitions)


def _file(german: str, english: str, content: Keywords, definitions: Definitions) -> Keywords:
    return {
        "$schema": DIALECT,
        "$comment": NOTE,
        "title": f"{german} / {english}",
        "type": "object",
        **content,
        "$defs": dict(sorted(definitions.parts.items())),
    }

"""The catalogue in another language: what has been translated stands in place of the original."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from plugins.catalogue.digest import digest
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue, resolve
from plugins.catalogue.model import Entry, FieldLanguages, Translation

E = TypeVar("E", bound=Entry)
_NAMES = frozenset({"name", "short_name"})


def in_language(catalogue: Catalogue, tag: str) -> Catalogue:
    """The same entries; those with a translation say their translated fields and text.

    What a translation leaves out, and entries that have none, stay as they are.
    """
    if tag == SITE_LANGUAGE:
        return catalogue
    entries = [entry_in_language(entry, tag) for entry in catalogue.entries]
    if all(entry.original is None for entry in entries):
        return catalogue
    found = resolve(entries, catalogue.vocabularies, catalogue.pictures, catalogue.known)
    return replace(
        found,
        revisions=catalogue.revisions,
        added=catalogue.added,
        forgotten=catalogue.forgotten,
        city_map=catalogue.city_map,
        holidays=catalogue.holidays,
    )


def entry_in_language(entry: E, tag: str) -> E:
    """One entry in the same way."""
    translation = translation_of(entry, tag)
    if translation is None:
        return entry
    known = fields_of(type(entry))
    values = {known[key].attribute: value for key, value in translation.fields if value}
    if translation.text:
        values["text"] = translation.text
    return replace(
        entry, **values, localised=FieldLanguages(tag, tuple(sorted(values))), original=entry
    )


def translation_of(entry: Entry, tag: str) -> Translation | None:
    """What an entry says in this language; `None` when it has not been translated."""
    return next((one for one in entry.translations if one.language == tag), None)


def is_outdated(entry: Entry, translation: Translation) -> bool:
    """Whether the original has changed since; not known when the translation does not say."""
    return bool(translation.source) and translation.source != digest(entry.original or entry)


def is_whole(entry: Entry, tag: str) -> bool:
    """Whether all that the entry says is said in this language.

    Names need no translation: they are called the same everywhere.
    """
    return all(entry.localised.language_of(name) == tag for name in _sayings(entry))


def _sayings(entry: Entry) -> Iterator[str]:
    """The fields with words of the entry that can be translated, but for names."""
    for known in fields_of(type(entry)).values():
        name = known.attribute
        if known.field.translatable and name not in _NAMES and getattr(entry, name):
            yield name

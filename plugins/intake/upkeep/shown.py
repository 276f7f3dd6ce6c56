"""What the site shows of an association, field by field, with German labels."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.words import WORDS
from plugins.catalogue.fields.base import Field, Record, Text
from plugins.catalogue.fields.containers import NOTHING
from plugins.catalogue.fields.days import PartialDate
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.fields.references import LanguageTag
from plugins.catalogue.language_words import NAMES
from plugins.catalogue.link import Catalogue
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Association
from plugins.catalogue.phones import PhoneNumber

LabelledValue = tuple[str, str]
"""A label and what stands there, which may have several lines."""

_LEFT_OUT = frozenset(
    {"location", "logo", "images", "listed", "checked", "consent", "ended", "formerly"}
)
"""What nobody would read in a mail, or what the office keeps."""


def facts(association: Association, catalogue: Catalogue, today: date) -> tuple[LabelledValue, ...]:
    """What the site shows; of contacts what may be published, and so of nothing more."""
    public = replace(association, private_contacts=association.public_contacts(today))
    lists = Lists(catalogue.vocabularies, words=WORDS)
    return tuple(
        (label(Association, path), text)
        for key, known in sorted(fields_of(Association).items(), key=lambda one: one[0] == "text")
        if key not in _LEFT_OUT
        for path, text in _shown(key, known.field, getattr(public, known.attribute), lists)
    )


def _shown(path: str, field: Field, value: object, lists: Lists) -> Iterator[tuple[str, str]]:
    """The paths of what stands at a path, and what it says."""
    if value in (None, "", (), NOTHING):
        return
    if isinstance(value, Record):
        for key, known in fields_of(type(value)).items():
            yield from _shown(f"{path}.{key}", known.field, getattr(value, known.attribute), lists)
    elif not isinstance(value, tuple) or isinstance(value, PhoneNumber | PartialDate):
        yield path, _words(field, value, lists)
    elif field.shape == "pairs":
        yield path, ", ".join(f"{key}: {said}" for key, said in value)
    elif isinstance(value[0], Record):
        for number, record in enumerate(value, 1):
            yield from _shown(f"{path}.{number}", field, record, lists)
    else:
        yield path, ", ".join(_words(field.settled(), item, lists) for item in value)


def _words(field: Field, value: object, lists: Lists) -> str:
    if isinstance(value, PhoneNumber):
        return value.shown
    if isinstance(value, PartialDate):
        return ".".join(str(part) for part in reversed(value) if part)
    if isinstance(field, LanguageTag):
        return NAMES.get(str(value), (str(value),))[0]
    return (
        field.shown(value, lists)
        if isinstance(field, Text) and isinstance(value, str)
        else str(value)
    )

"""Every field of the model is explained, in words that fit on a screen."""

import re
from collections.abc import Iterator

import pytest

from plugins.catalogue.descriptions import DESCRIPTIONS, Described
from plugins.catalogue.model import KINDS, TranslationHead, VocabularyTerm
from plugins.catalogue.schema import Record, fields_of


def inside(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for field_of in fields_of(record).values():
        yield from (inner for kind in field_of.field.records() for inner in inside(kind))


RECORDS = {r for kind in (*KINDS, TranslationHead, VocabularyTerm) for r in inside(kind)}
ALL = [
    (f"{r.__name__}.{key}", d) for r, fields in DESCRIPTIONS.items() for key, d in fields.items()
]


def test_each_field_once_and_no_other() -> None:
    described = {record: sorted(fields) for record, fields in DESCRIPTIONS.items()}
    assert described == {record: sorted(fields_of(record)) for record in RECORDS}


@pytest.mark.parametrize(("name", "described"), ALL, ids=[name for name, _ in ALL])
def test_the_words(name: str, described: Described) -> None:
    for language, quotes in (("de", '["“”!]'), ("en", "[»«!]")):
        title, text = described.title[language], described.text[language]  # type: ignore[index]
        assert 2 <= len(title) <= 30 and title[0].isupper()
        assert 5 <= len(text) <= 170 and text.endswith(".")
        assert not re.search(quotes, title + text)
    assert described.text["de"] != described.text["en"]

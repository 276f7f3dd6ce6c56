"""Every field of the model has a row, in words that fit on a screen, and every row a field."""

import re
from collections.abc import Iterator

import pytest

from plugins.catalogue.descriptions import TABLES, label, row, rows_of
from plugins.catalogue.descriptions.kinds import KINDS as CALLED
from plugins.catalogue.descriptions.kinds import kind_called
from plugins.catalogue.descriptions.messages import field_messages, is_public
from plugins.catalogue.descriptions.row import Row
from plugins.catalogue.descriptions.words import MENU, word_title
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.base import Field, Record
from plugins.catalogue.fields.choices import Choice, Menu
from plugins.catalogue.fields.containers import ListOf
from plugins.catalogue.fields.context import Context
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import (
    KINDS,
    Article,
    Association,
    Entry,
    Event,
    PostalAddress,
    Posting,
    Report,
    TranslationHead,
    VocabularyTerm,
)
from tests.each import each

ALL = [(kind, path) for kind, rows in TABLES.items() for path in rows]


def paths(record: type[Record], above: str = "") -> Iterator[str]:
    for key, known in fields_of(record).items():
        yield f"{above}{key}"
        for inner in known.field.records():
            yield from paths(inner, f"{above}{key}.")


def test_each_field_once_and_no_other() -> None:
    records = (*KINDS, TranslationHead, VocabularyTerm)
    assert {kind: sorted(rows) for kind, rows in TABLES.items()} == {
        record: sorted(paths(record)) for record in records
    }


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            Association,
            "descriptions/association.py: no row for the field 'of_nobody' of Association",
        ),
        (Article, "descriptions/page.py: no row for the field 'of_nobody' of Article"),
        (PostalAddress, "descriptions/: no row for the field 'of_nobody' of PostalAddress"),
    ],
)
def test_a_field_without_a_row_is_told_by_its_file(record: type[Record], said: str) -> None:
    with pytest.raises(LookupError, match=re.escape(f"plugins/catalogue/{said}")):
        row(record, "of_nobody")


@each("row", ALL)
def test_the_words(row: tuple[type[Record], str]) -> None:
    kind, path = row
    said = TABLES[kind][path]
    assert 2 <= len(said.title) <= 30 and 5 <= len(said.help) <= 190
    for text in (said.help, said.file):
        assert not text or text.endswith(".")
    assert not said.question or re.search(r"\?( \(.*\))?\Z", said.question)
    assert not re.search('["“”!]', said.title + said.help + said.file + said.question)


@each("row", ALL)
def test_what_a_row_depends_on_is_a_field_asked_before(row: tuple[type[Record], str]) -> None:
    kind, path = row
    rows = TABLES[kind]
    order = list(rows)
    for other in filter(None, (rows[path].needs.partition("=")[0], rows[path].unless)):
        assert order.index(other) < order.index(path)


def test_what_is_for_everybody() -> None:
    kinds = (Association, Event, Posting)
    public = {kind: {p for p in TABLES[kind] if is_public(p, TABLES[kind])} for kind in kinds}
    assert {kind for kind, rows in TABLES.items() if any(r.step for r in rows.values())} == {*kinds}
    assert {p for p in TABLES[Association] if "." not in p} - public[Association] == {
        "listed", "location", "consent", "logo", "checked", "ended", "formerly",
    }  # fmt: skip
    assert {p for p in TABLES[Event] if "." not in p} - public[Event] == {
        "networks", "status", "reason", "funding", "attendance", "formerly", "timezone",
    }  # fmt: skip
    assert {p for p in TABLES[Posting] if "." not in p} - public[Posting] == {
        "posted", "status", "placed",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        (Association, "id", "Kennung"),
        (Association, "name", "Name"),
        (Association, "topics", "Themen"),
        (Association, "topics.2", "Thema 2"),
        (Association, "contacts.1.phone", "Ansprechperson 1: Telefon"),
        (Association, "address.street", "Anschrift: Straße und Hausnummer"),
        (Event, "venue.accessibility.toilet", "Ort der Veranstaltung: Barrierefreiheit: Toilette"),
        (Report, "consultations.12.topic", "Beratungen 12: Thema"),
        (Association, "no.such", "no: such"),
    ],
)
def test_label(kind: type[Entry], key: str, said: str) -> None:
    assert label(kind, key) == said


def test_a_row_by_its_record() -> None:
    assert row(PostalAddress, "street") is rows_of(PostalAddress)["street"]
    assert row(PostalAddress, "street").title == "Straße und Hausnummer"
    assert rows_of(Record) == {}


def closed(field: Field) -> tuple[str, ...]:
    field = field.item if isinstance(field, ListOf) else field
    return field.words if isinstance(field, Choice) else ()


def closed_words(record: type[Record]) -> Iterator[tuple[str, ...]]:
    for known in fields_of(record).values():
        yield closed(known.field)
        for inner in known.field.records():
            yield from closed_words(inner)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_closed_word_is_called_something_of_its_own(kind: type[Entry]) -> None:
    for words in closed_words(kind):
        assert len({word_title(word) for word in words}) == len(words)


def test_a_word_without_a_name_is_told_where_it_belongs() -> None:
    with pytest.raises(LookupError, match="'perhaps' is not in WORDS of plugins/catalogue/desc"):
        word_title("perhaps")


def test_the_menu() -> None:
    assert {word: Menu().takes(word, Context(Problems(""), {})) for word in MENU} == dict.fromkeys(
        MENU, True
    )


def test_every_kind_is_called_something() -> None:
    assert {*CALLED} == {*KINDS}
    for kind, called in CALLED.items():
        names = (called.one, called.many, called.english)
        assert [*map(kind_called, names)] == [kind] * 3
    assert (kind_called(""), kind_called("x")) == (None, None)


def test_what_is_translated() -> None:
    """Forms are for everybody; what the office alone fills in is said in German and English."""
    shown, all_of_them = (
        {message for _, _, message in field_messages(for_editors=editors)}
        for editors in (False, True)
    )
    assert shown < all_of_them
    association = TABLES[Association]
    for path in ("name", "address.street", "accessibility.wheelchair"):
        assert {association[path].title, association[path].help, association[path].ask} <= shown
    assert association["listed"].help in all_of_them - shown
    assert association["languages"].file in all_of_them - shown
    assert association["email"].example not in all_of_them


def test_a_field_needs_no_more_than_a_row() -> None:
    assert Row("Farbe", "Welche es ist.").ask == "Farbe"

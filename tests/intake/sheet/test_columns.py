import pytest

from plugins.catalogue.descriptions import label
from plugins.catalogue.fields.base import Column
from plugins.catalogue.model import KINDS, Association, Entry, Event, Report
from plugins.intake.sheet.columns import column_at, columns_of, left_out, lists_of_records


def columns(kind: type[Entry]) -> tuple[Column, ...]:
    return columns_of(kind, dict.fromkeys(lists_of_records(kind), 2))


def test_what_no_cell_can_hold() -> None:
    assert {kind.folder: left_out(kind) for kind in KINDS if left_out(kind)} == {
        "events": ("repeat.moved", "repeat.cancelled"),
        "reports": ("paper.costs", "survey.questions"),
    }


def test_the_columns_of_an_event() -> None:
    assert [column.key for column in columns(Event)][:11] == [
        "title",
        "start",
        "end",
        "repeat.every",
        "repeat.interval",
        "repeat.weekdays",
        "repeat.day",
        "repeat.until",
        "repeat.count",
        "repeat.except",
        "repeat.also",
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_the_text_is_last(kind: type[Entry]) -> None:
    assert [c.key for c in columns(kind)].index("text") == len(columns(kind)) - 1


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_no_two_columns_of_a_sheet_have_the_same_name(kind: type[Entry]) -> None:
    names = [label(kind, column.key) for column in columns(kind)]
    assert sorted({*names}) == sorted(names)


@pytest.mark.parametrize(
    ("kind", "key", "unit", "shape"),
    [
        (Association, "address.street", "address.street", "one"),
        (Association, "contacts.3.languages", "contacts", "many"),
        (Association, "social", "social", "pairs"),
        (Association, "topics", "topics", "many"),
        (Association, "topics.2", "topics", "one"),
        (Association, "topics.7", "topics", "one"),
        (Event, "venue", "venue", "one"),
        (Event, "venue.accessibility.toilet", "venue.accessibility.toilet", "one"),
        (Report, "consultations.12.topic", "consultations", "one"),
    ],
)
def test_column_at(kind: type[Entry], key: str, unit: str, shape: str) -> None:
    column = column_at(kind, key)
    assert column and (column.key, column.unit, column.shape) == (key, unit, shape)


@pytest.mark.parametrize(
    "key", ["", "id", "nmae", "address", "contacts", "contacts.0.name", "contacts.1000000.name",
            "name.x", "topics.x", "social.1", ".", "repeat.moved"],
)  # fmt: skip
def test_no_such_column(key: str) -> None:
    assert column_at(Event if key.startswith("repeat") else Association, key) is None

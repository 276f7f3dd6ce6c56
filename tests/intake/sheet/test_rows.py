"""What spreadsheet programs and people do to a sheet before it comes back."""

from collections.abc import Sequence

import pytest

from plugins.catalogue.model import KINDS, Association, Entry
from plugins.intake.content import CannotRead, ContentFolder
from plugins.intake.sheet.columns import KEPT
from plugins.intake.sheet.headers import kind_in, kind_named
from plugins.intake.sheet.rows import Table, table_of
from plugins.intake.sheet.workbook import CellValue, Worksheet


def sheet(*rows: Sequence[object], name: str = "") -> Worksheet:
    return Worksheet(name, tuple(tuple(map(cell, row)) for row in rows))


def cell(value: object) -> CellValue:
    kinds = {bool: "b", int: "n"}
    text = str(int(value)) if isinstance(value, (bool, int)) else str(value)
    return CellValue(kinds.get(type(value), "s"), text)


def table(sample: ContentFolder, *rows: Sequence[object], kind: type[Entry] = Association) -> Table:
    return table_of((sheet(*rows),), kind, sample.lists, "DE")


def cells(found: Table) -> list[dict[str, str]]:
    return [dict(row.cells) for row in found.rows]


def test_names_and_keys_stand_above_in_any_order(sample: ContentFolder) -> None:
    found = table(sample, ["E-Mail", "Kennung"], ["email", "id"], ["a@b.example", "x"])
    assert [(row.number, row.id, row.cells) for row in found.rows] == [
        (3, "x", {"email": "a@b.example"})
    ]
    assert found.rows[0].place("email") == (3, 1)


def test_german_names_alone_are_enough(sample: ContentFolder) -> None:
    found = table(
        sample, ["Kennung", "Anschrift: Ort", "Ansprechperson 2: E-Mail"], ["x", "A", "b"]
    )
    assert cells(found) == [{"address.city": "A", "contacts.2.email": "b"}]


def test_a_german_name_among_the_keys_is_understood(sample: ContentFolder) -> None:
    rows = (["Kennung", "Name", ""], ["id", "name", "E-Mail"], ["x", "A", "a@b.example"])
    assert cells(table(sample, *rows)) == [{"name": "A", "email": "a@b.example"}]


def test_a_person_is_found_in_the_columns_where_she_stands(sample: ContentFolder) -> None:
    heads = ["id", "contacts.1.name", "contacts.1.email", "contacts.2.name", "contacts.2.email"]
    (row,) = table(sample, heads, ["x", "", "", "A", "b"]).rows
    assert row.place("contacts.1.email") == (2, 5)
    assert row.place("contacts.1") == (2, 4)
    assert row.place("contacts") == (2, 2)


def test_a_title_above_and_empty_rows_between(sample: ContentFolder) -> None:
    rows: tuple[list[str], ...] = (
        ["Vereine der Stadt"],
        [],
        ["id", "name"],
        [],
        ["x", "A"],
        ["", " "],
        ["y", "B"],
    )
    assert [(row.number, row.id) for row in table(sample, *rows).rows] == [(5, "x"), (7, "y")]


def test_a_column_that_nobody_knows_is_said(sample: ContentFolder) -> None:
    found = table(sample, ["id", "emial", "Bemerkung"], ["x", "a", "b"])
    assert [(*f.place, f.code, dict(f.details)) for f in found.findings] == [
        (1, 2, "SHEET-COLUMN", {"value": "emial", "hint": " (»email«?)"}),
        (1, 3, "SHEET-COLUMN", {"value": "Bemerkung", "hint": ""}),
    ]
    assert cells(found) == [{}]


def test_a_column_that_is_there_twice_is_refused(sample: ContentFolder) -> None:
    with pytest.raises(CannotRead) as refused:
        table(sample, ["id", "name", "name"], ["x", "A", "B"])
    (twice,) = refused.value.found
    assert (twice.place, twice.message("de")) == (
        (1, 3),
        "Die Spalte »name« gibt es zweimal, in B und in C.",
    )


@pytest.mark.parametrize("rows", [[], [["x", "y"]], [[""]], [["x"]] * 20 + [["id", "name"]]])
def test_no_heads(sample: ContentFolder, rows: list[list[str]]) -> None:
    with pytest.raises(CannotRead, match="SHEET-HEADS"):
        table(sample, *rows)


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("address.postal_code", 1067, "01067"),
        ("address.postal_code", 12345, "12345"),
        ("address.postal_code", "1067", "1067"),
        ("members", 61, "61"),
        ("founded", 1998, "1998"),
        ("name", 1998, "1998"),
        ("name", True, "WAHR"),
        ("accessibility.toilet", True, "yes"),
        ("accessibility.toilet", False, "no"),
        ("topics.1", "Musik", "musik"),
        ("languages", "de;  tr ;", "de; tr"),
        ("social", "mastodon = @a; web=https://b.example", "mastodon=@a; web=https://b.example"),
        ("text", "a\r\nb  ", "a\nb"),
    ],
)
def test_what_cells_mean(sample: ContentFolder, key: str, value: object, text: str) -> None:
    assert cells(table(sample, ["id", key], ["x", value])) == [{key: text}]


def test_a_list_in_one_cell_fills_the_columns_of_its_items(sample: ContentFolder) -> None:
    found = table(sample, ["id", "topics"], ["x", "Musik; Sport"])
    assert cells(found) == [{"topics.1": "musik", "topics.2": "sport", "topics.3": ""}]


@pytest.mark.parametrize(
    ("key", "value", "code", "is_error"),
    [
        ("phone", 3023125101, "SHEET-PHONE", True),
        ("name", "#NV", "SHEET-ERROR", True),
        ("name", "#BEZUG!", "SHEET-ERROR", True),
        ("name", "#N/A", "SHEET-ERROR", True),
        ("name", "#DIV/0!", "SHEET-ERROR", True),
        ("name", "#NAME?", "SHEET-ERROR", True),
        ("members", "Err:502", "SHEET-ERROR", True),
        ("name", "Ba?lama-Kreis", "SHEET-LETTERS", False),
        ("name", "Ba\N{REPLACEMENT CHARACTER}lama", "SHEET-LETTERS", False),
        ("address.postal_code", 1067, "SHEET-ZERO", False),
        ("name", "a\u202eb", "ENC-BIDI", True),
        ("name", "a\u200bb", "ENC-INVISIBLE", True),
        ("text", "a\x00b", "ENC-CONTROL", True),
    ],
)
def test_what_is_said_of_a_cell(
    sample: ContentFolder, key: str, value: object, code: str, is_error: bool
) -> None:
    (found,) = table(sample, ["id", key], ["x", value]).findings
    assert (*found.place, found.code, found.is_error) == (2, 2, code, is_error)


def test_a_cell_that_could_not_be_shown_says_nothing(sample: ContentFolder) -> None:
    assert cells(table(sample, ["id", "name", "text"], ["x", "A", KEPT])) == [{"name": "A"}]


def test_the_name_from_which_an_id_is_made(sample: ContentFolder) -> None:
    found = table(sample, ["id", "name"], ["", "Tänzer & Söhne"], ["y", "B"], ["", "合唱団"])
    assert [(row.id, row.made) for row in found.rows] == [
        ("", True),
        ("y", False),
        ("", True),
    ]
    assert [row.name for row in found.rows] == ["Tänzer & Söhne", "B", "合唱団"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_the_kind_of_a_sheet(kind: type[Entry]) -> None:
    marked = sheet(["id", f"_base.{kind.folder}"])
    assert kind_in((marked,), "liste.csv") is kind
    assert kind_named(kind.folder) is kind


@pytest.mark.parametrize(
    ("word", "folder"),
    [("association", "associations"), ("Verein", "associations"), ("TERMINE", "events"),
     ("page", "pages"), ("posting", "board"), ("biete-suche", "board")],
)  # fmt: skip
def test_kinds_have_many_names(word: str, folder: str) -> None:
    assert kind_named(word).folder == folder
    assert word in ("association", "page", "posting") or (
        kind_in((sheet(["id"], name=word),), "x.csv").folder == folder
        and kind_in((sheet(["id"]),), f"{word}.csv").folder == folder
    )


def test_a_kind_that_nobody_knows() -> None:
    with pytest.raises(CannotRead, match="SHEET-KIND-WORD"):
        kind_named("Auto")
    with pytest.raises(CannotRead, match=r"^SHEET-KIND$"):
        kind_in((sheet(["id", "name"]),), "liste.csv")

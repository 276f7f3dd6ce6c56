"""As the sheet was written, as git has it now, as the sheet says: what comes of it."""

import pytest

from plugins.catalogue.model import Association
from plugins.intake.sheet.columns import cells_of, column_at, columns_of, digest, state_in, state_of
from plugins.intake.sheet.row_diff import RowDiff, row_diff
from plugins.intake.sheet.rows import SheetRow, Table
from plugins.intake.tree import Branch


def diff(
    written: dict[str, str] | None, now: Branch | None, cells: dict[str, str], *, made: bool = False
) -> RowDiff:
    """`written` are the cells of the export; `None` when the row does not say."""
    columns = {key: column for key in cells if (column := column_at(Association, key))}
    stated = "" if written is None else state_of("x", written)
    places = {key: number for number, key in enumerate(cells, start=2)}
    row = SheetRow(3, "x", made, cells, stated, places)
    return row_diff(row, now, Table(Association, columns, {}, (row,), ()))


@pytest.mark.parametrize(
    ("written", "now", "cell", "state", "after"),
    [
        ("A", "A", "A", "same", "A"),
        ("A", "A", "B", "changed", "B"),
        ("A", "B", "A", "same", "B"),
        ("A", "B", "B", "same", "B"),
        ("A", "B", "C", "conflict", "B"),
        ("A", "A", "", "changed", ""),
        ("A", "", "A", "same", ""),
        ("A", "", "B", "conflict", ""),
        ("A", "B", "", "conflict", "B"),
        ("", "", "A", "changed", "A"),
        ("", "B", "A", "conflict", "B"),
        ("", "B", "", "same", "B"),
    ],
)
def test_three_ways(written: str, now: str, cell: str, state: str, after: str) -> None:
    tree: Branch = {"name": "N", "email": now} if now else {"name": "N"}
    found = diff({"name": "N", "email": written}, tree, {"name": "N", "email": cell})
    assert (found.state, found.after.get("email", "")) == (state, after)


@pytest.mark.parametrize(
    ("now", "cell", "made", "state"),
    [
        ("A", "A", False, "same"),
        ("A", "B", False, "conflict"),
        ("A", "", False, "same"),
        ("", "B", False, "changed"),
        ("", "B", True, "conflict"),
        ("A", "A", True, "same"),
    ],
)
def test_without_the_state_nothing_is_replaced(now: str, cell: str, made: bool, state: str) -> None:
    tree: Branch = {"name": "N", "email": now} if now else {"name": "N"}
    assert diff(None, tree, {"name": "N", "email": cell}, made=made).state == state


def test_what_changed_in_git_and_in_the_sheet_in_other_fields_comes_together() -> None:
    found = diff(
        {"name": "N", "email": "a"}, {"name": "M", "email": "a"}, {"name": "N", "email": "b"}
    )
    assert (found.state, found.after) == ("changed", {"name": "M", "email": "b"})


def test_one_conflict_leaves_the_whole_entry_alone() -> None:
    found = diff(
        {"name": "N", "email": "a"}, {"name": "M", "email": "a"}, {"name": "L", "email": "b"}
    )
    assert (found.state, found.after) == ("conflict", {"name": "M", "email": "a"})
    assert [(c.column.key, c.old, c.new) for c in found.conflicts] == [("name", "M", "L")]


def test_people_are_one_unit_so_that_nobody_gets_the_number_of_somebody_else() -> None:
    written = {"contacts.1.name": "A", "contacts.2.name": "B", "contacts.2.phone": "1"}
    now: Branch = {"contacts": [{"name": "B", "phone": "1"}]}
    cells = {**written, "contacts.2.phone": "2"}
    assert diff(written, now, cells).state == "conflict"


def test_a_column_that_was_deleted_leaves_its_field_alone() -> None:
    now: Branch = {"name": "N", "contacts": [{"name": "A", "phone": "1"}, {"name": "B"}]}
    columns = columns_of(Association, {"contacts": 2})
    written = cells_of(now, columns)
    found = diff(written, now, {"name": "M", "contacts.1.name": "C"})
    assert found.after == {"name": "M", "contacts": [{"phone": "1", "name": "C"}, {"name": "B"}]}


def test_a_person_who_is_cleared_goes_and_the_others_move_up() -> None:
    now: Branch = {"contacts": [{"name": "A"}, {"name": "B"}]}
    written = {"contacts.1.name": "A", "contacts.2.name": "B"}
    found = diff(written, now, {**written, "contacts.1.name": ""})
    assert found.after == {"contacts": [{"name": "B"}]}


def test_a_row_of_an_entry_that_was_deleted_does_not_bring_it_back() -> None:
    assert diff({"name": "N"}, None, {"name": "N"}).state == "gone"
    assert diff(None, None, {"name": "N"}).state == "new"


@pytest.mark.parametrize("text", ["", "x", "y name=12345678", "x name=123", "x name=1234567G", "="])
def test_what_is_no_state(text: str) -> None:
    assert state_in(text, "x") == ({} if text == "x" else None)


def test_the_state_is_read_as_it_was_written() -> None:
    stated = state_in(state_of("x", {"name": "Ä", "contacts.1.name": "B"}), "x")
    assert stated == {
        "name": digest("name", "Ä"),
        "contacts.1.name": digest("contacts.1.name", "B"),
    }

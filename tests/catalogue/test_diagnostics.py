"""What is made of the register of codes."""

import pytest

from plugins.catalogue.diagnostics import (
    Place,
    Problems,
    diagnostic,
    paths_with_errors,
)

HERE = Place(1, 1)


def test_an_unknown_code_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        diagnostic("x", HERE, "FLD-ERFUNDEN", {})


def test_text_from_an_entry_is_never_a_pattern() -> None:
    found = diagnostic("x", HERE, "FLD-UNKNOWN", {"key": "{value}{0}{key!r}", "suggestion": "{x}"})
    assert found.message() == "Ein Feld »{value}{0}{key!r}« gibt es hier nicht."
    assert found.remedy() == "Meinten Sie »{x}«?"


def test_long_values_are_cut() -> None:
    found = diagnostic("x", HERE, "FLD-YES-NO", {"value": "a" * 81})
    assert found.message() == f"»{'a' * 79}…« ist weder yes noch no."


def test_without_a_suggestion_the_remedy_is_the_code_s_own() -> None:
    found = diagnostic("x", HERE, "FLD-UNKNOWN", {"key": "a", "suggestion": ""})
    assert found.remedy("en").startswith("Check the field's name")


def test_order_is_file_line_column_code() -> None:
    problems = Problems("b")
    for code, place in (
        ("YML-TAB", Place(2, 1)),
        ("YML-TAB", Place(1, 9)),
        ("YML-KEY", Place(1, 9)),
    ):
        problems.add(code, place)
    other = diagnostic("a", Place(9, 9), "YML-TAB", {})
    assert [(d.path, d.place.line, d.code) for d in sorted([*problems, other])] == [
        ("a", 9, "YML-TAB"),
        ("b", 1, "YML-KEY"),
        ("b", 1, "YML-TAB"),
        ("b", 2, "YML-TAB"),
    ]


def test_only_errors_keep_a_file_back() -> None:
    found = [
        diagnostic("a", HERE, "YML-TAB", {}),
        diagnostic("b", HERE, "FLD-REASON", {}),
        diagnostic("c", HERE, "TR-OUTDATED", {"digest": ""}),
    ]
    assert paths_with_errors(found) == {"a"}
    assert [d.severity for d in found] == ["error", "warning", "notice"]

"""The register of codes, and what is made of them."""

import re
from pathlib import Path

import pytest

from plugins.catalogue.codes import CODES
from plugins.catalogue.diagnostics import (
    Place,
    Problems,
    diagnostic,
    paths_with_errors,
)
from tests.each import each

HERE = Place(1, 1)
SOURCES = [
    path.read_text(encoding="utf-8")
    for path in (Path(__file__).parents[2] / "plugins").rglob("*.py")
    if "codes" not in path.parts
]


@each("code", CODES)
def test_a_code_is_well_formed_and_complete(code: str) -> None:
    known = CODES[code]
    assert re.fullmatch(r"[A-Z]+(-[A-Z0-9]+)+", code)
    assert known.severity in ("error", "warning", "notice")
    for texts in (known.message, known.remedy):
        assert list(texts) == ["de", "en"]
        assert all(text.strip() == text and text for text in texts.values())


@each("code", CODES)
def test_both_languages_say_the_same_details(code: str) -> None:
    for texts in (CODES[code].message, CODES[code].remedy):
        german, english = (set(re.findall(r"{(\w+)}", texts[tongue])) for tongue in ("de", "en"))
        assert {name.removesuffix("_de") for name in german} == {
            name.removesuffix("_en") for name in english
        }


@each("code", CODES)
def test_every_code_is_used(code: str) -> None:
    assert any(f'"{code}"' in source for source in SOURCES)


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

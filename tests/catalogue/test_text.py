from collections.abc import Collection
from difflib import get_close_matches

import pytest

from plugins.catalogue import text
from plugins.catalogue.languages import is_language
from plugins.catalogue.text import fold, letter, nearest, sort_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Türkçe", "turkce"),
        ("TÜRKÇE", "turkce"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Łódź", "lodz"),
        ("Eltern\u00adtreff", "elterntreff"),
        ("İstanbul", "istanbul"),
        ("Iğdır", "igdir"),
        ("Ελλάδα", "ελλαδα"),
        ("Київ", "киів"),
        ("مُحَمَّد", "محمد"),
        ("مدرسة", "مدرسه"),
        ("Việt Nam", "viet nam"),
        ("", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_sorting_treats_umlauts_as_their_base_letter_and_ignores_case_and_marks() -> None:
    words = ["Zebra", "Äpfel", "apfel", "»Ofen«", "Öl", "Oper", "Straße", "Strasse"]
    expected = ["apfel", "Äpfel", "»Ofen«", "Öl", "Oper", "Strasse", "Straße", "Zebra"]
    assert sorted(words, key=sort_key) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Österreich", "O"), ("»Chor«", "C"), ("1. FC", "#"), ("Київ", "#"), ("", "#"), ("ßA", "S")],
)
def test_letter(text: str, expected: str) -> None:
    assert letter(text) == expected


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("sumary", ["summary", "name"], "summary"),
        ("KULTUR", ["kultur"], "kultur"),
        ("xyz", ["summary"], ""),
        ("a", [], ""),
        ("chor-b", ["chor-a", "chor-c"], "chor-c"),
        ("chor-b", ["chor-c", "chor-a"], "chor-c"),
        ("chor-x", [f"verein-{n}" for n in range(2000)] + ["chor"], "chor"),
    ],
)
def test_nearest(word: str, known: list[str], expected: str) -> None:
    assert nearest(word, known) == expected


def test_among_very_many_words_only_some_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def count(word: str, known: Collection[str], n: int, cutoff: float) -> list[str]:
        compared.append(len(known))
        return get_close_matches(word, known, n=n, cutoff=cutoff)

    monkeypatch.setattr("difflib.get_close_matches", count)
    known = [f"verein-{number:05}" for number in range(20_000)]
    assert nearest("verain-00300", known) == "verein-00300"
    assert nearest("zzz", known) == ""
    assert max(compared) <= text.MANY


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", True),
        ("kmr", True),
        ("prs", True),
        ("gsg", True),
        ("zh-Hant", True),
        ("sr-Latn-RS", True),
        ("es-419", True),
        ("de-simple", True),
        ("DE", False),
        ("de_DE", False),
        ("xx", False),
        ("deutsch", False),
        ("", False),
        ("de\n", False),
    ],
)
def test_languages(tag: str, expected: bool) -> None:
    assert is_language(tag) == expected

"""By what two entries for the same association are recognised."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plugins.catalogue.likeness import LEAST_TEXT, Trait, spellings, traits
from plugins.catalogue.model import NOWHERE, Association
from plugins.catalogue.phones import phone_number


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Chor am Fluß e. V.", "CHOR AM FLUSS", True),
        ("Türkischer Verein", "Tuerkischer Verein", True),
        ("Türkischer Verein", "Turkischer Verein", True),
        ("Ελληνική Κοινότητα", "Ellinikí Koinótita", True),
        ("Дружба", "Druzhba", True),
        ("»Дружба« – Verein", "Druzhba-Verein", True),
        ("Chоr", "Chor", True),
        ("مدرسة", "مدرسه", True),
        ("مدرسة", "mdrsh", False),
        ("Chor am Fluss", "Chor am Berg", False),
        ("e. V.", "...", False),
    ],
)
def test_spellings(one: str, other: str, *, alike: bool) -> None:
    assert bool(spellings(one) & spellings(other)) == alike


def test_a_name_without_letters_has_no_spelling() -> None:
    assert spellings("– ★ –") == frozenset()


LISTED = date(2024, 1, 10)
ALONE = Association(id="x", origin=NOWHERE, name="X", topics=("musik",), listed=LISTED)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"email": "Post@Chor.example"}, [("email", "post@chor.example")]),
        ({"phone": phone_number("030/23125-100", "DE")}, [("phone", "493023125100")]),
        ({"phone": phone_number("23125100", "DE")}, []),
        ({"website": "https://www.chor.example/"}, [("website", "chor.example")]),
        ({"website": "http://Chor.example/a/?id=1#b"}, [("website", "chor.example/a?id=1")]),
        ({"text": "a" * (LEAST_TEXT - 1)}, []),
        ({"text": " A\n" * LEAST_TEXT}, [("text", "a" * LEAST_TEXT)]),
    ],
)
def test_traits(given: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert [*traits(replace(ALONE, **given))] == [
        Trait("name", "x"),
        *(Trait(*t) for t in expected),
    ]

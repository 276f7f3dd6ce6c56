"""What a form is filled in with is what the page shows."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.lists import Lists
from plugins.catalogue.load import load
from plugins.intake.submission.shown import only_changes, values_of
from tests.checkout import VOCABULARY

SMALL = Path(__file__).resolve().parents[2] / "sites" / "small" / "content"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def small() -> Catalogue:
    return load(SMALL, vocabulary=VOCABULARY).catalogue


def test_what_is_asked_is_shown(small: Catalogue) -> None:
    choir = small.association("chor")
    assert choir is not None
    found = values_of(choir, Lists(small.vocabularies), TODAY)
    assert found["topics"] == ("musik", "kultur")
    assert found["social"] == (
        "mastodon: @chor@social.example",
        "youtube: https://video.example/chor",
    )
    assert found["address.street"] == ("Uferweg 1",)
    assert found["contacts.1.name"] == ("Ada Beispiel",)
    assert found["text"][0].startswith("Wir proben **dienstags**.")
    office = {"consent.by", "checked.by", "listed", "location.latitude", "formerly"}
    assert office & set(found) == set()


def test_people_who_have_not_agreed_are_not(small: Catalogue) -> None:
    choir = small.association("chor")
    assert choir is not None and choir.private_consent is not None
    less = replace(choir.private_consent, scope=("Name",))
    for consent in (None, less, replace(choir.private_consent, on=date(2027, 1, 1))):
        entry = replace(choir, private_consent=consent)
        found = values_of(entry, Lists(small.vocabularies), TODAY)
        assert [path for path in found if path.startswith("contacts")] == []


@pytest.mark.parametrize(
    ("written", "shown", "is_same"),
    [
        (("Wir singen.\n\nAuch im Sommer.",), ("Wir singen.\nAuch im\nSommer.",), True),
        (("2026-12-01 19:00",), ("2026-12-01T19:00",), True),
        (("b", "a"), ("a", "b"), True),
        (("a b",), ("a", "b"), True),
        ((), (), True),
        ((), ("a",), False),
        (("a",), (), False),
        (("a", "b"), ("a",), False),
        (("A",), ("a",), False),
    ],
)
def test_what_differs(written: tuple[str, ...], shown: tuple[str, ...], is_same: bool) -> None:
    found = only_changes({"name": written}, {"name": shown} if shown else {})
    assert found == ({} if is_same else {"name": written})

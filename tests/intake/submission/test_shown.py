"""What a form is filled in with is what the page shows; no more of people than that."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.lists import NO_LISTS, Lists
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


CHOIR = """\
name: Chor
topics: [musik]
listed: 2020-01-01
contacts:
  - {phone: 030 23125 172}
  - {name: Kim Muster, phone: 030 23125 171, languages: [de, tr]}
"""


@pytest.mark.parametrize(
    ("consent", "people"),
    [
        ("", {}),
        ("consent: {on: 2026-12-01, by: Kim Geheim}\n", {}),
        (
            "consent: {on: 2025-01-01, by: Kim Geheim, scope: [Name]}\n",
            {"contacts.1.name": ("Kim Muster",), "contacts.1.languages": ("de", "tr")},
        ),
        (
            "consent: {on: 2025-01-01, by: Kim Geheim}\n",
            {
                "contacts.1.phone": ("030 23125172",),
                "contacts.2.name": ("Kim Muster",),
                "contacts.2.phone": ("030 23125171",),
                "contacts.2.languages": ("de", "tr"),
            },
        ),
    ],
)
def test_of_people_what_is_public(
    catalogue: Callable[..., Catalogue], consent: str, people: dict[str, tuple[str, ...]]
) -> None:
    entry = catalogue({"associations/chor.yaml": CHOIR + consent}).associations[0]
    found = values_of(entry, NO_LISTS, TODAY)
    assert found == {"name": ("Chor",), "topics": ("musik",), **people}
    blank = {"contacts.1.email": (), "contacts.3.name": (), "name": ("Chor",)}
    assert only_changes(blank, found) == {}


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

"""The functions that templates call: pure, from value to text."""

from dataclasses import replace
from decimal import Decimal

import pytest

from plugins.catalogue.model import Location
from plugins.catalogue.settings import Settings
from plugins.rendering.attributes import (
    geo_address,
    host_of,
    licence_deed,
    mail_to,
    map_search,
    monogram,
    route_address,
)
from plugins.rendering.functions import wordmark
from plugins.wording.language_names import own_name


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("a@b.example",), "mailto:a@b.example"),
        (("a@b.example", "Saal & Bühne"), "mailto:a@b.example?subject=Saal%20%26%20B%C3%BChne"),
        (("a@b.example", "Fehler", "Chor"), "mailto:a@b.example?subject=Fehler%3A%20Chor"),
        (("a?b@c.example",), "mailto:a%3Fb@c.example"),
    ],
)
def test_mail_to(arguments: tuple[str, ...], expected: str) -> None:
    assert mail_to(*arguments) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("tr", "Türkçe"), ("ar", "العربية"), ("de-simple", "Leichte Sprache"), ("rom", "Romanes")],
)
def test_own_name(tag: str, expected: str) -> None:
    assert own_name(tag) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Chor der Nationen", "CN"), ("kollektiv", "K"), ("مدرسة المنار", "م")],
)
def test_monogram(name: str, expected: str) -> None:
    assert monogram(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anlaufstelle Musterstadt", ("Anlaufstelle", "Musterstadt")),
        ("Musterstadt", ("Musterstadt", "")),
        ("Das Verzeichnis", ("Das Verzeichnis", "")),
    ],
)
def test_wordmark(settings: Settings, name: str, expected: tuple[str, str]) -> None:
    assert wordmark(replace(settings.site, name=name, city="Musterstadt")) == expected


def test_addresses() -> None:
    point = Location(latitude=Decimal("52.5"), longitude=Decimal("13.4"))
    assert route_address(point) == "https://www.openstreetmap.org/directions?to=52.5%2C13.4"
    assert geo_address(point) == "geo:52.5,13.4"
    assert map_search("Am Kai 1 & 2, 12345 Musterstadt") == (
        "https://www.openstreetmap.org/search?query=Am%20Kai%201%20%26%202%2C%2012345%20Musterstadt"
    )
    assert host_of("https://www.chor.example.org/ueber") == "chor.example.org"


@pytest.mark.parametrize(("tag", "expected"), [("tr", "tr"), ("de", "de"), ("de-simple", "de")])
def test_licence_deed(tag: str, expected: str) -> None:
    deed = "https://creativecommons.org/publicdomain/zero/1.0/deed"
    assert licence_deed(tag) == f"{deed}.{expected}"

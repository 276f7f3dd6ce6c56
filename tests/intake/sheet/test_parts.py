"""Whole addresses and points in one cell."""

import pytest

from plugins.intake.sheet import parts
from plugins.intake.sheet.parts import Address, Point


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Hafenstr. 24, 01067 Linden", Address("Hafenstr. 24", "01067", "Linden")),
        ("Hafenstr. 24 01067 Linden", Address("Hafenstr. 24", "01067", "Linden")),
        ("Hafenstr. 24\n01067 Linden", Address("Hafenstr. 24", "01067", "Linden")),
        ("01067 Linden, Hafenstr. 24", Address("Hafenstr. 24", "01067", "Linden")),
        ("Hafenstr. 4/5; D-01067 Linden; Deutschland", Address("Hafenstr. 4/5", "01067", "Linden")),
        ("Weg des 3. Mai 1, 01067 Bad L (N)", Address("Weg des 3. Mai 1", "01067", "Bad L (N)")),
        ("Hof, Hafenweg 2 b, Tor 3, 01067 L", Address("Hafenweg 2 b", "01067", "L", "Hof, Tor 3")),
        ("01067 Linden", Address("", "01067", "Linden")),
        ("Hafenstr. 24", None),
        ("Hafenstr. 24, Linden", None),
        ("Hafenstr. 24, 01067 L und Elbweg 3, 01069 L", None),
        ("", None),
    ],
)  # fmt: skip
def test_addresses(cell: str, meant: Address | None) -> None:
    assert parts.address(cell, "DE") == meant


@pytest.mark.parametrize(
    ("cell", "two"),
    [
        ("Hafenstr. 24, 01067 L; Elbweg 3, 01069 L", True),
        ("Hafenstr. 24 und Elbweg 3, 01067 L", True),
        ("Hafenstr. 24 / Elbweg 3", True),
        ("Hafenstr. 24-26, 01067 L", False),
        ("Hafenstr. 24, Haus 3, 01067 L", False),
    ],
)
def test_two_addresses(cell: str, two: bool) -> None:
    assert parts.is_two(cell, "DE") == two


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("51.0504, 13.7373", Point("51.0504", "13.7373")),
        ("51.0504 13.7373", Point("51.0504", "13.7373")),
        ("51,0504; 13,7373", Point("51.0504", "13.7373")),
        ("51,0504, 13,7373", Point("51.0504", "13.7373")),
        ("(51.05041234567; -13.5)", Point("51.050412", "-13.5")),
        ("N 51.0504 E 13.7373", Point("51.0504", "13.7373")),
        ("51.0504° N, 13.7373° O", Point("51.0504", "13.7373")),
        ("POINT (13.7373 51.0504)", Point("51.0504", "13.7373")),
        ("geo:51.0504,13.7373?z=17", Point("51.0504", "13.7373")),
        ("151.0, 13.7", None),
        ("51.0504", None),
        ("am Hafen", None),
    ],
)
def test_points(cell: str, meant: Point | None) -> None:
    assert parts.point(cell) == meant

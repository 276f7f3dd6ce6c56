"""Lists, pairs, whole addresses and points in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.sheet import parts, values

items = st.lists(st.text('ab ";,\n=ä').map(str.strip).filter(bool), max_size=5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        (" ; ;; ", ()),
        ("de", ("de",)),
        ("de; tr;uk ;", ("de", "tr", "uk")),
        ("de\ntr", ("de", "tr")),
        ('"a; b"; c', ("a; b", "c")),
        ('"a ""b"" c"', ('a "b" c',)),
        ('"Chor" und Tanz; b', ('"Chor" und Tanz', "b")),
        ('"nie geschlossen; b', ('"nie geschlossen', "b")),
    ],
)
def test_split(text: str, found: tuple[str, ...]) -> None:
    assert values.split(text) == found


def test_another_list_has_other_separators() -> None:
    assert values.split("a/b, c;d", values.SEPARATORS + ",/") == ("a", "b", "c", "d")


@given(items)
def test_split_is_the_opposite_of_join(found: list[str]) -> None:
    assert values.split(values.join(found)) == tuple(found)


@pytest.mark.parametrize(
    ("item", "pair"),
    [("a=b", ("a", "b")), ("a = b=c", ("a", "b=c")), ("a", ("a", "")), ("", ("", ""))],
)
def test_parted(item: str, pair: tuple[str, str]) -> None:
    assert values.parted(item) == pair


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Hafenstr. 24, 01067 Linden", ("Hafenstr. 24", "01067", "Linden")),
        ("Hafenstr. 24 01067 Linden", ("Hafenstr. 24", "01067", "Linden")),
        ("Hafenstr. 24\n01067 Linden", ("Hafenstr. 24", "01067", "Linden")),
        ("01067 Linden, Hafenstr. 24", ("Hafenstr. 24", "01067", "Linden")),
        ("Hafenstr. 4/5; D-01067 Linden; Deutschland", ("Hafenstr. 4/5", "01067", "Linden")),
        ("Weg des 3. Mai 1, 01067 Bad L (N)", ("Weg des 3. Mai 1", "01067", "Bad L (N)")),
        ("Hof, Hafenweg 2 b, Tor 3, 01067 L", ("Hafenweg 2 b", "01067", "L", "Hof, Tor 3")),
        ("01067 Linden", ("", "01067", "Linden")),
        ("Hafenstr. 24", None),
        ("Hafenstr. 24, Linden", None),
        ("Hafenstr. 24, 01067 L und Elbweg 3, 01069 L", None),
        ("", None),
    ],
)  # fmt: skip
def test_addresses(cell: str, meant: tuple[str, ...] | None) -> None:
    found = parts.address(cell, "DE")
    keys = ("street", "postal_code", "city", "note")
    assert found == {k: v for k, v in zip(keys, meant or (), strict=False) if v}


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
        ("51.0504, 13.7373", ("51.0504", "13.7373")),
        ("51.0504 13.7373", ("51.0504", "13.7373")),
        ("51,0504; 13,7373", ("51.0504", "13.7373")),
        ("51,0504, 13,7373", ("51.0504", "13.7373")),
        ("(51.05041234567; -13.5)", ("51.050412", "-13.5")),
        ("N 51.0504 E 13.7373", ("51.0504", "13.7373")),
        ("51.0504° N, 13.7373° O", ("51.0504", "13.7373")),
        ("POINT (13.7373 51.0504)", ("51.0504", "13.7373")),
        ("geo:51.0504,13.7373?z=17", ("51.0504", "13.7373")),
        ("151.0, 13.7", None),
        ("51.0504", None),
        ("am Hafen", None),
    ],
)
def test_points(cell: str, meant: tuple[str, str] | None) -> None:
    assert parts.point(cell) == meant

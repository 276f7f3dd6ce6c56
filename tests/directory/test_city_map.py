"""The map: counts, steps of colour, points joined and numbered; of too many only how many."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

import pytest

from plugins.catalogue.boundaries import CityMap, DistrictOutline
from plugins.catalogue.link import resolve
from plugins.catalogue.model import NOWHERE, Association, Ended, Location
from plugins.directory import city_map
from plugins.directory.city_map import MOST, MapView
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
SQUARE = ((0, 0), (100, 0), (100, 80), (0, 80))
CITY = CityMap(
    1000,
    800,
    13.0,
    52.0,
    (1000.0, 1000.0),
    (
        DistrictOutline("mitte", (SQUARE,), ((500, 200), (500, 400))),
        DistrictOutline(
            "hafen", (((10, 10), (20, 10), (15, 5)), ((1, 2), (3, 4), (9, 4))), ((15, 8),)
        ),
    ),
)


def association(number: int, district: str = "mitte", place: str = "") -> Association:
    at = place.split()
    return Association(
        id=f"v{number:03}",
        origin=NOWHERE,
        name=f"Verein {number:03}",
        topics=("musik",),
        district=district,
        location=Location(latitude=Decimal(at[0]), longitude=Decimal(at[1])) if at else None,
        listed=date(2024, 1, 1),
    )


def view(associations: Iterable[Association]) -> MapView:
    vocabularies = {"districts": dict.fromkeys(("hafen", "leer", "mitte"))}
    catalogue = replace(resolve((), vocabularies), city_map=CITY)  # type: ignore[arg-type]
    placed = tuple(city_map.placed(catalogue, one, TODAY) for one in associations)
    (page,) = city_map.pages(catalogue, (placed,))
    return cast(MapView, page.view)


def test_counts_and_steps() -> None:
    ended = replace(association(9, "hafen"), ended=Ended(on=date(2025, 1, 1), reason="x"))
    found = view([*(association(n) for n in range(8)), association(8, "hafen"), ended])
    shown = [(one.key, one.count, one.step, one.address) for one in found.listed]
    assert shown == [
        ("hafen", 1, 1, Address("district", "hafen")),
        ("leer", 0, 0, None),
        ("mitte", 8, 4, Address("district", "mitte")),
    ]
    assert [one.key for one in found.drawn] == ["mitte", "hafen"]
    assert [one.path for one in found.drawn] == [
        "M0 0l100 0 0 80-100 0z",
        "M10 10l10 0-5-5zM1 2l2 2 6 0z",
    ]
    assert found.middle == ("51.6000", "13.5000")


def test_points() -> None:
    """Numbered as they are listed; near ones are one; none outside, none without a district."""
    found = view(
        [
            association(1, place="51.79 13.5"),
            association(2, "hafen", "51.9 13.1"),
            association(3, place="51.79 13.53"),
            association(4, place="51.5 13.5"),
            association(5, place="50 13.5"),
            association(6, "", "51.5 13.5"),
            association(7),
        ]
    )
    points = [
        (one.key, point.number, point.x, point.y, [link.name for link in point.associations])
        for one in found.listed
        for point in one.points
    ]
    assert points == [
        ("hafen", 1, 100, 100, ["Verein 002"]),
        ("mitte", 2, 500, 210, ["Verein 001", "Verein 003"]),
        ("mitte", 3, 500, 500, ["Verein 004"]),
    ]
    assert (found.drawn[0].x, found.drawn[0].y) == (500, 400)  # no point stands on the name


@pytest.mark.parametrize(("number", "shown"), [(MOST, MOST), (MOST + 1, 0)])
def test_too_many_to_show(number: int, shown: int) -> None:
    found = view(association(n, place="51.5 13.5") for n in range(number))
    counted = sum(len(p.associations) for one in found.listed for p in one.points)
    assert (counted, found.listed[2].count) == (shown, number)

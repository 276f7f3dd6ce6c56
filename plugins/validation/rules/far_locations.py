"""All associations of a city lie near each other."""

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from statistics import median_low

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.geography import is_swapped
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.validation.context import RuleContext

FAR = 100
"""Kilometres from the middle of all points. A city and its surroundings are smaller."""

ENOUGH = 4
"""How many points there must be for one to be taken for a stray one."""

_EARTH = 6371  # its mean radius in kilometres

_Point = tuple[float, float]


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    placed = [
        (association, point)
        for association in catalogue.associations
        if (point := context.memo(_point, association)) is not None
    ]
    if len(placed) < ENOUGH:
        return
    middle = (median_low(p[0] for _, p in placed), median_low(p[1] for _, p in placed))
    for association, point in placed:
        kilometres = distance(point, middle)
        if kilometres > FAR:
            yield association.problem("location", "GEO-FAR", distance=round(kilometres))


def _point(association: Association) -> _Point | None:
    place = association.location
    if place is None or is_swapped(place.latitude, place.longitude):
        return None
    return float(place.latitude), float(place.longitude)


def distance(one: _Point, other: _Point) -> float:
    """Kilometres between two points in degrees, along a great circle (haversine formula)."""
    latitude, other_latitude = radians(one[0]), radians(other[0])
    half = sin((latitude - other_latitude) / 2) ** 2
    half += cos(latitude) * cos(other_latitude) * sin(radians(one[1] - other[1]) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(half, 1)))

"""A point is given to better than a kilometre."""

from collections.abc import Iterator
from decimal import Decimal

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association

ENOUGH = 3
"""Decimals of a degree that one of the two must have; the other may end in zeros left out."""


def check(association: Association) -> Iterator[Diagnostic]:
    place = association.location
    if place is not None and _decimals(place.latitude, place.longitude) < ENOUGH:
        yield association.problem("location", "GEO-COARSE")


def _decimals(*numbers: Decimal) -> int:
    """How many decimals the most exact of them has."""
    return max(-int(number.as_tuple().exponent) for number in numbers)

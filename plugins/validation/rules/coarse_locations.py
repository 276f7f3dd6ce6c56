"""A point is given to better than a kilometre."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue

ENOUGH = 3
"""Decimals of a degree that one of the two must have; the other may end in zeros left out."""


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A point is given to better than a kilometre."""
    for association in catalogue.associations:
        place = association.location
        if place is not None and _decimals(place.latitude, place.longitude) < ENOUGH:
            yield association.problem("location", "GEO-COARSE")


def _decimals(*numbers: Decimal) -> int:
    """How many decimals the most exact of them has."""
    return max(-int(number.as_tuple().exponent) for number in numbers)

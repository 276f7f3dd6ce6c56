"""A point in Central Europe has its latitude first and its longitude second."""

from collections.abc import Iterator
from decimal import Decimal

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association, Location

# Germany, Austria and Switzerland. The two ranges have nothing in common, so that a point cannot
# lie there both ways round; swapped it lies between the Horn of Africa and the Gulf of Aden.
LATITUDES = (Decimal("45.8"), Decimal("55.1"))
LONGITUDES = (Decimal("5.8"), Decimal("17.2"))


def check(association: Association) -> Iterator[Diagnostic]:
    if association.location is not None and is_swapped(association.location):
        yield association.problem("location.latitude", "GEO-SWAPPED")


def is_swapped(location: Location) -> bool:
    """Whether it would lie in Central Europe the other way round."""
    return (
        LONGITUDES[0] <= location.latitude <= LONGITUDES[1]
        and LATITUDES[0] <= location.longitude <= LATITUDES[1]
    )

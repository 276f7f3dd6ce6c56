"""A point in Central Europe has its latitude first and its longitude second."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.geography import is_swapped
from plugins.catalogue.model import Association


def check(association: Association) -> Iterator[Diagnostic]:
    place = association.location
    if place is not None and is_swapped(place.latitude, place.longitude):
        yield association.problem("location.latitude", "GEO-SWAPPED")

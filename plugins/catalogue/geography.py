"""What is known of numbers that are places on the earth (WGS 84)."""

from decimal import Decimal

Degrees = Decimal | float

# Germany, Austria and Switzerland. The two ranges have nothing in common, so that a point cannot
# lie there both ways round; swapped it lies between the Horn of Africa and the Gulf of Aden.
LATITUDES = (Decimal("45.8"), Decimal("55.1"))
LONGITUDES = (Decimal("5.8"), Decimal("17.2"))


def is_swapped(latitude: Degrees, longitude: Degrees) -> bool:
    """Whether a point would lie in Central Europe the other way round."""
    return LONGITUDES[0] <= latitude <= LONGITUDES[1] and LATITUDES[0] <= longitude <= LATITUDES[1]

"""The map of the districts: how many associations each has, and where those are that say it.

It is drawn from what the city told of its districts, and asks nobody. Beside it stands all of it as
a list; what is on the map alone is where.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from plugins.catalogue.boundaries import CityMap, DistrictOutline
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Location
from plugins.catalogue.outlines import GridRing
from plugins.rendering.cards import Link, link
from plugins.rendering.chunked import flat
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

MOST = 120
"""So many associations are shown as points; of more the map says how many there are."""

NEAR = 42
"""What is nearer to each other, in units of the drawing, is one point."""

BESIDE, BELOW, ABOVE = 170, 34, 52
"""So far a point is from a name, in units of the drawing, if it is not in the way of that."""

STEPS = 4


class PlacedAssociation(NamedTuple):
    """An association of the directory: its district, if it says one, and where it is."""

    district: str
    link: Link
    location: Location | None


@record(frozen=True)
class MapPoint(Frozen):
    """A place at which associations are; `number` joins it to the list."""

    number: int
    x: int
    y: int
    associations: tuple[Link, ...]


@record(frozen=True)
class MapDistrict(Frozen):
    """A district, and how many associations are in it; no `address` where there is none.

    `path` is its outline, empty where nothing is known of it; x and y are the place for its name.
    `step` is 0 without associations, then from 1 to 4 as their number is to the largest.
    """

    key: str
    count: int
    step: int
    address: Address | None
    path: str
    x: int
    y: int
    points: tuple[MapPoint, ...]


@record(frozen=True)
class MapView(Frozen):
    """The map in units of its own, and its districts: as they are drawn, and as they are listed."""

    width: int
    height: int
    drawn: tuple[MapDistrict, ...]
    listed: tuple[MapDistrict, ...]
    middle: tuple[str, str]
    """Latitude and longitude of the middle, in degrees."""


def placed(_: Catalogue, association: Association, today: date) -> tuple[PlacedAssociation, ...]:
    """What the map shows of an association; nothing of one that is not active."""
    if not association.is_active(today):
        return ()
    return (PlacedAssociation(association.district, link(association), association.location),)


def pages(
    catalogue: Catalogue, associations: tuple[tuple[tuple[PlacedAssociation, ...], ...], ...]
) -> Iterator[Page]:
    """The page of the map."""
    districts = tuple(catalogue.vocabularies.get("districts", {}))
    inputs = (catalogue.city_map, districts, flat(flat(associations)))
    yield Page(Address("map"), "map.html", _view, inputs)


def _view(
    city: CityMap, keys: tuple[str, ...], associations: tuple[PlacedAssociation, ...]
) -> MapView:
    by_district: dict[str, list[PlacedAssociation]] = defaultdict(list)
    for one in associations:
        by_district[one.district].append(one)
    most = max((len(by_district[key]) for key in keys), default=0)
    points = _points(city, keys, by_district)
    outlines = {outline.district: outline for outline in city.outlines}
    listed = tuple(
        _district(key, len(by_district[key]), most, outlines.get(key), points.get(key, ()))
        for key in keys
    )
    order = {outline.district: number for number, outline in enumerate(city.outlines)}
    drawn = sorted((one for one in listed if one.path), key=lambda one: order[one.key])
    return MapView(city.width, city.height, tuple(drawn), listed, _middle(city))


def _middle(city: CityMap) -> tuple[str, str]:
    latitude = city.north - city.height / 2 / city.scale[1]
    longitude = city.west + city.width / 2 / city.scale[0]
    return f"{latitude:.4f}", f"{longitude:.4f}"


def _district(
    key: str, count: int, most: int, outline: DistrictOutline | None, points: tuple[MapPoint, ...]
) -> MapDistrict:
    x, y = _name_place(outline, points) if outline else (0, 0)
    return MapDistrict(
        key=key,
        count=count,
        step=-(-count * STEPS // most) if count else 0,
        address=Address("district", key) if count else None,
        path="".join(map(_path, outline.rings)) if outline else "",
        x=x,
        y=y,
        points=points,
    )


def _name_place(outline: DistrictOutline, points: Sequence[MapPoint]) -> tuple[int, int]:
    """Where its name stands: the best place that no point is in the way of, if there is one."""
    free = (place for place in outline.places if not any(_covers(one, *place) for one in points))
    return next(free, outline.places[0])


def _covers(point: MapPoint, x: int, y: int) -> bool:
    """Whether a point would stand on a name in this place."""
    return abs(point.x - x) < BESIDE and -ABOVE < point.y - y < BELOW


def _path(ring: GridRing) -> str:
    """A ring as SVG writes it, each point from the one before: `M10 20l3-4 5 6z`."""
    steps = (f"{x - u} {y - v}" for (u, v), (x, y) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _points(
    city: CityMap, keys: Sequence[str], by_district: Mapping[str, Sequence[PlacedAssociation]]
) -> Mapping[str, tuple[MapPoint, ...]]:
    """The points of each district, numbered in its order; none where there would be too many."""
    at: dict[str, list[tuple[tuple[int, int], Link]]] = {}
    for key in keys:
        known = ((_at(city, one.location), one.link) for one in by_district[key])
        at[key] = [(place, link) for place, link in known if place]
    if sum(map(len, at.values())) > MOST:
        return {}
    found: dict[str, tuple[MapPoint, ...]] = {}
    count = 0
    for key, here in at.items():
        found[key] = tuple(_joined(here, count))
        count += len(found[key])
    return found


def _at(city: CityMap, location: Location | None) -> tuple[int, int] | None:
    return city.at(float(location.latitude), float(location.longitude)) if location else None


def _joined(here: Sequence[tuple[tuple[int, int], Link]], count: int) -> Iterator[MapPoint]:
    """What is near each other is one point, at the place of its first; numbered after `count`."""
    groups: dict[tuple[int, int], list[Link]] = {}
    for (x, y), one in here:
        near = (p for p in groups if (p[0] - x) ** 2 + (p[1] - y) ** 2 < NEAR**2)
        groups.setdefault(next(near, (x, y)), []).append(one)
    for number, ((x, y), links) in enumerate(groups.items(), start=count + 1):
        yield MapPoint(number, x, y, tuple(links))

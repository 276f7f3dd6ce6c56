"""Where the districts are: content/vocabulary/districts.geojson (RFC 7946), if there is one.

What is kept is a drawing: outlines on a grid, few enough of their points to stand in a page. The
borders that two districts share stay the same for both, because each point goes to the grid alone.
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plugins.catalogue.cache import Cache, fingerprint
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.geography import is_swapped
from plugins.catalogue.model import VocabularyTerm
from plugins.catalogue.outlines import GridRing, Position, Ring, area, drawn, label_places
from plugins.catalogue.text import fold, nearest

FILE = "districts.geojson"
MAX_BYTES = 4 * 1024 * 1024
MAX_POINTS = 20_000
MAX_FEATURES = 1000

WIDTH, MAX_HEIGHT = 1000, 1400
"""The drawing is so wide, or if it is a tall one so high; in units of its own."""

_Shapes = Mapping[str, tuple[Ring, ...]]


class DistrictOutline(NamedTuple):
    """A district: its rings on the grid, and where its name can stand, the best place first."""

    district: str
    rings: tuple[GridRing, ...]
    places: tuple[tuple[int, int], ...]


@record(frozen=True)
class CityMap(Frozen):
    """The outlines, largest first, and by which numbers a place on the earth is one on them."""

    width: int
    height: int
    west: float
    north: float
    scale: tuple[float, float]
    outlines: tuple[DistrictOutline, ...]

    def at(self, latitude: float, longitude: float) -> tuple[int, int] | None:
        """Where a place is in the drawing; `None` outside of it."""
        x = round((longitude - self.west) * self.scale[0])
        y = round((self.north - latitude) * self.scale[1])
        return (x, y) if 0 <= x <= self.width and 0 <= y <= self.height else None


def read(
    folder: Path,
    shown: str,
    districts: Mapping[str, VocabularyTerm],
    found: list[Diagnostic],
    cache: Cache | None = None,
) -> CityMap | None:
    """The map of the districts; `None` without the file, and when nothing in it can be drawn.

    What is wrong is reported. Of a file in which nothing is wrong `cache` keeps what it gave.
    """
    file = folder / FILE
    if folder.is_symlink() or file.is_symlink() or not file.is_file():
        return None
    with file.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    names = {key: term.label_in("de") for key, term in districts.items()}
    key = fingerprint([data, repr(sorted(names.items())).encode()])
    kept = cache.get("boundaries") if cache else None
    if isinstance(kept, tuple) and kept[0] == key:
        return kept[1]  # type: ignore[no-any-return]
    problems = Problems(f"{shown}/vocabulary/{FILE}")
    made = _read(data, names, problems)
    found += problems
    if cache and not problems:
        cache.put("boundaries", (key, made))
    return made


def _read(data: bytes, names: Mapping[str, str], problems: Problems) -> CityMap | None:
    if len(data) > MAX_BYTES:
        problems.add("GEO-MAP-LARGE", Place(1, 1))
        return None
    text = data.decode("utf-8-sig", errors="replace")
    shapes: dict[str, tuple[Ring, ...]] = {}
    for key, rings in _districts(text, names, problems):
        shapes[key] = shapes.get(key, ()) + rings
    if problems.has_errors:
        return None
    missing = [name for key, name in names.items() if key not in shapes]
    if missing:
        problems.add("GEO-MAP-MISSING", Place(1, 1), value=", ".join(missing))
    made = _map(shapes)
    shown = {outline.district for outline in made.outlines} if made else set()
    lost = [names[key] for key in shapes if key not in shown]
    if lost:
        problems.add("GEO-MAP-SMALL", Place(1, 1), value=", ".join(lost))
    return made if shown else None


def _districts(
    text: str, names: Mapping[str, str], problems: Problems
) -> Iterator[tuple[str, tuple[Ring, ...]]]:
    """Each district that the file draws, with its rings."""
    points = 0
    for feature in _features(text, problems):
        called, place = _called(feature), _place(text, _called(feature))
        key = _key(called, names)
        if not key:
            suggestion = nearest(fold(called), names)
            problems.add("GEO-MAP-DISTRICT", place, value=called, suggestion=suggestion)
            continue
        try:
            rings = tuple(_rings(feature.get("geometry")))
        except (TypeError, ValueError, KeyError, IndexError, OverflowError):
            rings = ()
        points += sum(map(len, rings))
        if points > MAX_POINTS:
            problems.add("GEO-MAP-LARGE", Place(1, 1))
            return
        if not rings or any(is_swapped(y, x) for ring in rings for x, y in ring[:1]):
            problems.add("GEO-MAP-SWAPPED" if rings else "GEO-MAP-SHAPE", place, value=called)
            continue
        yield key, rings


def _features(text: str, problems: Problems) -> tuple[dict[str, Any], ...]:
    """The features of the collection that the text is."""
    import json  # only when there is a file that is not known

    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        problems.add("GEO-MAP-JSON", Place(error.lineno, error.colno))
        return ()
    except (ValueError, RecursionError):
        found = None
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        problems.add("GEO-MAP-JSON", Place(1, 1))
        return ()
    if len(features) > MAX_FEATURES:  # each of which might be told
        problems.add("GEO-MAP-LARGE", Place(1, 1))
        return ()
    return tuple(features)


def _called(feature: Mapping[str, Any]) -> str:
    """How a feature is called: by its id, or a property that is named so."""
    properties = feature.get("properties")
    given = {"id": feature.get("id"), **(properties if isinstance(properties, dict) else {})}
    known = (given.get(key) for key in ("id", "district", "name", "stadtteil", "bezirk"))
    return next((one for one in known if isinstance(one, str) and one), "")


def _key(called: str, names: Mapping[str, str]) -> str:
    """The district that is called so: by its id, or by its German name."""
    if called in names:
        return called
    return next((key for key, name in names.items() if called and fold(name) == fold(called)), "")


def _place(text: str, called: str) -> Place:
    """Where in the file a name stands first."""
    at = max(text.find(f'"{called}"'), 0) if called else 0
    return Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _rings(geometry: Any) -> Iterator[Ring]:  # noqa: ANN401 (whatever stands in the file)
    """The outer and inner rings of a polygon, or of several. Raises anything for what is none."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind not in ("Polygon", "MultiPolygon"):
        raise ValueError(kind)
    for polygon in coordinates if kind == "MultiPolygon" else (coordinates,):
        for ring in polygon:
            points = tuple((_number(x), _number(y)) for x, y, *_ in ring)
            if len(points) < 4 or not all(map(_is_on_earth, points)):
                raise ValueError(len(points))
            yield points


def _number(value: object) -> float:
    if type(value) not in (int, float):
        raise TypeError(value)
    return float(value)  # type: ignore[arg-type]


def _is_on_earth(point: Position) -> bool:
    return abs(point[0]) <= 180 and abs(point[1]) <= 85  # not so where one is no number


def _map(shapes: _Shapes) -> CityMap | None:
    """The drawing: as wide as it may be, its north above; nothing where there is no room."""
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    if not points:
        return None
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    if not west < east or not south < north:
        return None
    narrow = math.cos(math.radians((south + north) / 2))
    scale = min(WIDTH / ((east - west) * narrow), MAX_HEIGHT / (north - south))
    both = round(scale * narrow, 6), round(scale, 6)
    projected = {
        key: tuple(
            tuple(((x - west) * both[0], (north - y) * both[1]) for x, y in r) for r in rings
        )
        for key, rings in shapes.items()
    }
    size = round((east - west) * both[0]), round((north - south) * both[1])
    return CityMap(*size, west, north, both, tuple(_outlines(drawn(projected))))


def _outlines(shapes: Mapping[str, tuple[GridRing, ...]]) -> Iterator[DistrictOutline]:
    """The districts, the largest first: of two that lie in each other the smaller one is above."""
    outlines = [
        DistrictOutline(key, rings, label_places(max(rings, key=area)))
        for key, rings in shapes.items()
        if rings
    ]
    yield from sorted(outlines, key=lambda one: (-max(map(area, one.rings)), one.district))

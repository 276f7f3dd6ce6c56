"""The map of the districts: what of a file becomes outlines, and what is said of the rest."""

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue import boundaries
from plugins.catalogue.boundaries import MAX_BYTES, CityMap
from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.load import load
from plugins.catalogue.model import VocabularyTerm
from plugins.catalogue.outlines import MOST, area, drawn, label_places

DISTRICTS = {
    key: VocabularyTerm(label=FrozenMap((("de", name),)))
    for key, name in {"mitte": "Mitte", "suedstadt": "Südstadt"}.items()
}
NORTH = [[13.0, 52.1], [13.2, 52.1], [13.2, 52.2], [13.0, 52.2], [13.0, 52.1]]
SOUTH = [[13.0, 52.0], [13.2, 52.0], [13.2, 52.1], [13.0, 52.1], [13.0, 52.0]]


def feature(
    called: object, coordinates: object, kind: str = "Polygon", **properties: object
) -> dict[str, Any]:
    shape = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "id": called, "properties": properties, "geometry": shape}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def read(tmp_path: Path, text: str | bytes) -> tuple[CityMap | None, list[str]]:
    data = text if isinstance(text, bytes) else text.encode()
    (tmp_path / boundaries.FILE).write_bytes(data)
    found: list[Diagnostic] = []
    made = boundaries.read(tmp_path, "content", DISTRICTS, found)
    return made, [f"{one.code} {dict(one.details).get('value', '')}".strip() for one in found]


BOTH = collection(feature("mitte", [NORTH]), feature(None, [SOUTH], name="Südstadt"))


def test_outlines(tmp_path: Path) -> None:
    made, found = read(tmp_path, BOTH)
    assert found == [] and made is not None
    assert (made.width, made.height) == (860, 1400)  # a degree of longitude is shorter there
    (mitte, sued) = made.outlines
    assert mitte.district == "mitte" and sued.district == "suedstadt"
    assert sorted(mitte.rings[0]) == [(0, 0), (0, 700), (860, 0), (860, 700)]
    assert sorted(sued.rings[0]) == [(0, 700), (0, 1400), (860, 700), (860, 1400)]
    assert made.at(52.1, 13.1) == (430, 700)
    assert made.at(51.9, 13.1) is made.at(52.1, 13.21) is None


def test_no_file_is_no_map(tmp_path: Path) -> None:
    found: list[Diagnostic] = []
    assert boundaries.read(tmp_path, "content", DISTRICTS, found) is None
    (tmp_path / "other").write_text(BOTH, encoding="utf-8")
    (tmp_path / boundaries.FILE).symlink_to(tmp_path / "other")
    assert boundaries.read(tmp_path, "content", DISTRICTS, found) is None
    assert found == []


LINE = [[13.0, 52.0], [13.05, 52.05], [13.1, 52.1], [13.0, 52.0]]
FAR = [[-70.0, -20.0], [-69.99, -20.0], [-69.99, -19.99], [-70.0, -20.0]]
SQUARE = [[13.0, 52.0], [13.1, 52.0], [13.1, 52.1], [13.0, 52.0]]


@pytest.mark.parametrize(
    ("text", "codes", "drawn"),
    [
        ("", ["GEO-MAP-JSON"], False),
        ("[]", ["GEO-MAP-JSON"], False),
        ('{"features": 1}', ["GEO-MAP-JSON"], False),
        ('{"features": [1]}', ["GEO-MAP-JSON"], False),
        ("[" * 100_000, ["GEO-MAP-JSON"], False),
        (b"\xff\xfe{", ["GEO-MAP-JSON"], False),
        (" " * (MAX_BYTES + 1), ["GEO-MAP-LARGE"], False),
        (collection(feature("mitte", [SQUARE * 6000])), ["GEO-MAP-LARGE"], False),
        (collection(*[{}] * 1001), ["GEO-MAP-LARGE"], False),
        (collection(), ["GEO-MAP-MISSING Mitte, Südstadt"], False),
        (collection(feature("mitte", [SQUARE])), ["GEO-MAP-MISSING Südstadt"], True),
        (
            collection(feature("mite", [SQUARE])),
            ["GEO-MAP-DISTRICT mite", "GEO-MAP-MISSING Mitte, Südstadt"],
            False,
        ),
        (
            collection(feature(7, [SQUARE], name=None), feature("mitte", [SQUARE])),
            ["GEO-MAP-DISTRICT", "GEO-MAP-MISSING Südstadt"],
            True,
        ),
        (collection(feature("mitte", SQUARE, "LineString")), ["GEO-MAP-SHAPE mitte"], False),
        (collection(feature("mitte", [SQUARE[:3]])), ["GEO-MAP-SHAPE mitte"], False),
        (collection(feature("mitte", [[[1, "2"]] * 4])), ["GEO-MAP-SHAPE mitte"], False),
        (collection(feature("mitte", 3)), ["GEO-MAP-SHAPE mitte"], False),
        (collection({"id": "mitte", "geometry": None}), ["GEO-MAP-SHAPE mitte"], False),
        (collection(feature("mitte", [[[389e3, 5819e3]] * 5])), ["GEO-MAP-SHAPE mitte"], False),
        (
            collection(feature("mitte", [SQUARE])).replace("13.1", "NaN"),
            ["GEO-MAP-SHAPE mitte"],
            False,
        ),
        (
            collection(feature("mitte", [[[y, x] for x, y in SQUARE]])),
            ["GEO-MAP-SWAPPED mitte"],
            False,
        ),
        (
            collection(feature("mitte", [[[13, 52]] * 5])),
            ["GEO-MAP-MISSING Südstadt", "GEO-MAP-SMALL Mitte"],
            False,
        ),
        (
            collection(feature("mitte", [LINE]), feature("suedstadt", [LINE])),
            ["GEO-MAP-SMALL Mitte, Südstadt"],
            False,
        ),
        (
            collection(feature("mitte", [SQUARE]), feature("suedstadt", [LINE])),
            ["GEO-MAP-SMALL Südstadt"],
            True,
        ),
        (
            collection(feature("mitte", [SQUARE]), feature("suedstadt", [FAR])),
            ["GEO-MAP-SMALL Mitte, Südstadt"],
            False,
        ),
        (
            collection(
                feature("mitte", [[SQUARE], [NORTH]], "MultiPolygon"),
                feature("suedstadt", [SOUTH]),
            ),
            [],
            True,
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, text: str, codes: list[str], drawn: bool) -> None:
    made, found = read(tmp_path, text)
    assert (found, made is not None) == (codes, drawn)


def test_kept_until_file_or_names_change(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "kept", b"k" * 32).cache("boundaries", b"1")
    (tmp_path / boundaries.FILE).write_text(BOTH, encoding="utf-8")
    found: list[Diagnostic] = []
    first = boundaries.read(tmp_path, "content", DISTRICTS, found, cache)
    assert boundaries.read(tmp_path, "content", DISTRICTS, found, cache) == first
    assert found == []
    boundaries.read(tmp_path, "content", {"mitte": DISTRICTS["mitte"]}, found, cache)
    assert [one.code for one in found] == ["GEO-MAP-DISTRICT"]


def wavy(number: int) -> tuple[tuple[float, float], ...]:
    """A ring with so many corners."""
    return tuple((500 + x, 7.0 * (x % 97)) for x in range(number))


def test_so_many_points_as_a_page_can_have() -> None:
    shapes = {f"d{n}": (wavy(2000), ((n, 0.0), (n + 9.0, 0.0), (n, 9.0))) for n in range(9)}
    found = drawn(shapes)
    assert set(found) == set(shapes) and all(found.values())
    assert sum(len(ring) for rings in found.values() for ring in rings) <= MOST + 9 * 400


def test_names_stand_inside() -> None:
    ring = ((0, 0), (100, 0), (100, 40), (20, 40), (20, 100), (0, 100))
    assert label_places(ring)[0] == (50, 30)
    assert area(ring) == 5200


def test_the_sample(sample_content: Path) -> None:
    """Every district of the sample is drawn, and every association with a place is on it."""
    loaded = load(sample_content)
    city = loaded.catalogue.city_map
    assert city is not None and not loaded.diagnostics
    districts = loaded.catalogue.vocabularies["districts"]
    assert {one.district for one in city.outlines} == set(districts)
    for one in loaded.catalogue.associations:
        assert one.location is None or city.at(
            float(one.location.latitude), float(one.location.longitude)
        )

"""Outlines for a drawing: on a grid that is as coarse as it must be for them to be few points."""

from collections.abc import Mapping

MOST = 900
"""So many points a drawing has: some 5 kB in a page."""

LEAST = 1.0
"""So large at least is a ring that is none but a line, in units of the drawing."""

Position = tuple[float, float]
Ring = tuple[Position, ...]
GridRing = tuple[tuple[int, int], ...]
_GRIDS = (2, 3, 4, 6, 8, 12, 16)
_HEIGHTS = (5, 4, 6, 3, 7, 2, 8)
"""Tenths of a ring's height at which room for a name is looked for."""


def drawn(shapes: Mapping[str, tuple[Ring, ...]]) -> Mapping[str, tuple[GridRing, ...]]:
    """The rings of each shape on the finest grid on which they are no more than `MOST` points.

    If they are more on each, the smallest rings are left out.
    """
    found: Mapping[str, tuple[GridRing, ...]] = {}
    for grid in _GRIDS:
        found = {key: _on_grid(rings, grid) for key, rings in shapes.items()}
        if sum(len(ring) for rings in found.values() for ring in rings) <= MOST:
            return found
    return _largest(found)


def _on_grid(rings: tuple[Ring, ...], grid: int) -> tuple[GridRing, ...]:
    snapped = (
        _without_needless([(round(x / grid) * grid, round(y / grid) * grid) for x, y in ring])
        for ring in rings
        if area(ring) >= LEAST
    )
    return tuple(ring for ring in snapped if len(ring) > 2)


def _without_needless(points: list[tuple[int, int]]) -> GridRing:
    """The points without those on a line between their neighbours, and not closed."""
    kept: list[tuple[int, int]] = []
    for point in points:
        while kept and (
            kept[-1] == point or (len(kept) > 1 and _is_flat(kept[-2], kept[-1], point))
        ):
            kept.pop()
        kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    while len(kept) > 2 and _is_flat(kept[-2], kept[-1], kept[0]):
        kept.pop()
    return tuple(kept)


def _is_flat(one: tuple[int, int], between: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether three points are in a line."""
    (x, y), (ax, ay), (bx, by) = one, between, other
    return (ax - x) * (by - y) == (bx - x) * (ay - y)


def _largest(shapes: Mapping[str, tuple[GridRing, ...]]) -> Mapping[str, tuple[GridRing, ...]]:
    """The largest rings, as many as may be; each shape keeps its own largest."""
    ranked = sorted(
        ((-area(ring), key, ring) for key, rings in shapes.items() for ring in rings),
        key=lambda one: one[:2],
    )
    kept: dict[str, tuple[GridRing, ...]] = {}
    count = 0
    for _, key, ring in ranked:
        if key not in kept or count + len(ring) <= MOST:
            kept[key] = (*kept.get(key, ()), ring)
            count += len(ring)
    return kept


def area(ring: Ring | GridRing) -> float:
    """How large a ring is, in either direction."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def label_places(ring: GridRing) -> tuple[tuple[int, int], ...]:
    """Where in a ring its name can stand, where there is most room first.

    At some heights each the middle of the longest line from left to right that lies in it.
    """
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    found = []
    for order, tenth in enumerate(_HEIGHTS):
        y = top + (bottom - top) * tenth / 10 + 0.01  # through no corner
        crossings = _crossings(ring, y)
        lines = zip(crossings[::2], crossings[1::2], strict=False)
        room, left = max((round(right - left), left) for left, right in lines)
        found.append((-room + 20 * order, round(left + room / 2), round(y)))
    return tuple((x, y) for _, x, y in sorted(found))


def _crossings(ring: GridRing, height: float) -> list[float]:
    """Where a horizontal line crosses a ring, from left to right."""
    return sorted(
        x + (height - y) * (u - x) / (v - y)
        for (x, y), (u, v) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (y < height) != (v < height)
    )

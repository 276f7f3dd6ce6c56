"""PLAN: the directory of associations, its facets, and a page for each association."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.directory import association, city_map, overview, similar
from plugins.rendering import register
from plugins.rendering.chunked import each
from plugins.rendering.page import Derived, Group, Part

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages of the directory."""
    listed = each(overview.listed, "associations", today, catalogue=catalogue)
    yield Group(overview.pages, listed, catalogue=catalogue)
    if catalogue.city_map:
        placed = each(city_map.placed, "associations", today, catalogue=catalogue)
        yield Group(city_map.pages, placed, catalogue=catalogue)
    traits = each(similar.traits, "associations", today, catalogue=catalogue)
    nearest = Derived(similar.nearest, traits)
    for chunk in catalogue.chunks["associations"]:
        near = Derived(similar.to, nearest, tuple(one.id for one in chunk))
        yield Group(association.pages, chunk, near, today, catalogue=catalogue)

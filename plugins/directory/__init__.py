"""PLAN: the directory of associations, its facets, and a page for each association."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.directory import association, overview
from plugins.rendering import register
from plugins.rendering.page import Part

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages of the directory."""
    yield from overview.pages(catalogue, today)
    yield from association.pages(catalogue, today)

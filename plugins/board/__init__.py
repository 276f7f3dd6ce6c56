"""PLAN: the offer/seek board ("Biete/Suche"), its archive, and a page for each posting."""

from collections.abc import Iterator
from datetime import date

from plugins.board import overview, posting
from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.page import Part

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages of the board."""
    yield from overview.pages(catalogue, today)
    yield from posting.pages(catalogue, today)

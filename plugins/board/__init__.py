"""PLAN: the offer/seek board ("Biete/Suche"), its archive, and a page for each posting."""

from collections.abc import Iterator
from datetime import date

from plugins.board import matching, overview, posting
from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.cards import posting_card
from plugins.rendering.chunked import each
from plugins.rendering.page import Derived, Group, Part

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages of the board."""
    cards = each(posting_card, "board", today, catalogue=catalogue)
    yield Group(overview.pages, cards, catalogue=catalogue)
    found = Derived(matching.matches, each(matching.side, "board", today, catalogue=catalogue))
    for chunk in catalogue.chunks["board"]:
        own = Derived(matching.of, found, tuple(one.id for one in chunk))
        yield Group(posting.pages, chunk, own, today, catalogue=catalogue)

"""Addresses never die: at an entry's former ones a page says where it is now."""

from collections.abc import Iterator

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.model import Association, Event
from plugins.rendering.cards import Link, link
from plugins.rendering.page import Page
from plugins.rendering.urls import of


@record(frozen=True)
class MovedView(Frozen):
    """A page at an old address that says where the entry is now."""

    target: Link


def moved_pages(entry: Association | Event) -> Iterator[Page]:
    """A page for each of its former ids."""
    for old in entry.formerly:
        yield Page(of(entry)._replace(id=old), "moved.html", MovedView, (link(entry),))

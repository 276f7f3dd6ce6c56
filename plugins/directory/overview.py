"""The directory: every association as a card, A to Z; the same for each facet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.directory import letters
from plugins.directory.facets import FACETS, Facet, facets_of
from plugins.directory.headings import Heading, Listed, headings
from plugins.rendering.cards import Link, association_card, link
from plugins.rendering.divided import is_divided, is_over_a_page
from plugins.rendering.page import Group, Page, Part
from plugins.rendering.urls import Address


@dataclass(frozen=True)
class DirectoryView:
    """The directory, whole or for one facet (`facet` and `value`, else empty)."""

    headings: tuple[Heading, ...]
    count: int
    total: int
    facets: tuple[Facet, ...]
    facet: str = ""
    value: str = ""
    former: tuple[Link, ...] = ()


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """The directory itself and a page for every facet value that occurs; divided if it is long."""
    active = tuple(a for a in catalogue.associations if a.is_active(today))
    former = tuple(link(a) for a in catalogue.associations if not a.is_active(today))
    facets, total = facets_of(catalogue, active), len(active)
    listed = {a.id: Listed(association_card(a), a.is_archived(today)) for a in active}
    everyone = tuple(listed.values())
    too_many = is_divided(len(catalogue.associations))
    if too_many:
        yield Group(letters.pages, (everyone, facets, "", "", former))
    else:
        whole = (everyone, total, facets, "", "", former)
        yield Page(Address("directory"), "directory.html", _view, whole)
    for facet in facets:
        for choice in facet.choices:
            matching = tuple(listed[a.id] for a in active if choice.value in FACETS[facet.name](a))
            if too_many and is_over_a_page(choice.count):
                inputs = (matching, facets, facet.name, choice.value, ())
                yield Group(letters.pages, inputs)
            else:
                shown = (matching, total, facets, facet.name, choice.value, ())
                yield Page(choice.address, "directory.html", _view, shown)


def _view(
    listed: tuple[Listed, ...],
    total: int,
    facets: tuple[Facet, ...],
    facet: str,
    value: str,
    former: tuple[Link, ...],
) -> DirectoryView:
    return DirectoryView(headings(listed), len(listed), total, facets, facet, value, former)

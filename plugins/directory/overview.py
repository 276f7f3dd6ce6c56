"""The directory: every association as a card, A to Z; the same for each facet."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.directory import letters
from plugins.directory.facets import FACETS, Facet, facets_of
from plugins.directory.headings import DirectoryEntry, LetterSection, headings
from plugins.rendering.cards import Link, association_card, link
from plugins.rendering.chunked import flat
from plugins.rendering.divided import is_divided, is_over_a_page
from plugins.rendering.page import Group, Page, Part
from plugins.rendering.urls import Address


@record(frozen=True)
class DirectoryView(Frozen):
    """The directory, whole or for one facet (`facet` and `value`, else empty)."""

    headings: tuple[LetterSection, ...]
    count: int
    total: int
    facets: tuple[Facet, ...]
    facet: str = ""
    value: str = ""
    former: tuple[Link, ...] = ()


def listed(_: Catalogue, association: Association, today: date) -> DirectoryEntry | Link:
    """What the directory shows of an association; of one that is not active a link only."""
    if not association.is_active(today):
        return link(association)
    return DirectoryEntry(association_card(association), association.is_archived(today))


def pages(
    catalogue: Catalogue, associations: tuple[tuple[DirectoryEntry | Link, ...], ...]
) -> Iterator[Part]:
    """The directory itself and a page for every facet value that occurs; divided if it is long."""
    everyone = flat(associations)
    active = tuple(one for one in everyone if isinstance(one, DirectoryEntry))
    former = tuple(one for one in everyone if isinstance(one, Link))
    facets, total = facets_of(catalogue, [one.card for one in active]), len(active)
    too_many = is_divided(len(everyone))
    if too_many:
        yield Group(letters.pages, active, facets, "", "", former)
    else:
        whole = (active, total, facets, "", "", former)
        yield Page(Address("directory"), "directory.html", _view, whole)
    for facet in facets:
        values = FACETS[facet.name]
        for choice in facet.choices:
            matching = tuple(one for one in active if choice.value in values(one.card))
            if too_many and is_over_a_page(choice.count):
                yield Group(letters.pages, matching, facets, facet.name, choice.value, ())
            else:
                shown = (matching, total, facets, facet.name, choice.value, ())
                yield Page(choice.address, "directory.html", _view, shown)


def _view(
    listed: tuple[DirectoryEntry, ...],
    total: int,
    facets: tuple[Facet, ...],
    facet: str,
    value: str,
    former: tuple[Link, ...],
) -> DirectoryView:
    return DirectoryView(headings(listed), len(listed), total, facets, facet, value, former)

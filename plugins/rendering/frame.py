"""The frame: what stands on every page besides the page's own view."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Article
from plugins.rendering.cards import Link, link
from plugins.rendering.urls import Address

_FIND = ("directory", "calendar", "board", "networks")


@record(frozen=True)
class MenuEntry(Frozen):
    """A section of the site in a menu, and the page that it leads to."""

    section: str
    address: Address


@record(frozen=True)
class Frame(Frozen):
    """The menu of the header; the lists of the footer: sections, advice, other pages of text."""

    advice: tuple[Link, ...]
    footer: tuple[Link, ...]
    menu: tuple[MenuEntry, ...] = ()
    find: tuple[MenuEntry, ...] = ()

    def leads_to(self, section: str, address: Address) -> bool:
        """Whether the section's entry in the menu leads to this very page."""
        return any(one.address == address and one.section == section for one in self.menu)


def frame(catalogue: Catalogue) -> Frame:
    """The menus, in the order that the pages ask for."""
    advice = tuple(_link(page) for page in in_menu(catalogue, "main"))
    return Frame(
        advice=advice,
        footer=tuple(_link(page) for page in in_menu(catalogue, "footer")),
        menu=tuple(menu(advice)),
        find=tuple(map(_section, _FIND)),
    )


def menu(advice: tuple[Link, ...]) -> Iterator[MenuEntry]:
    """The sections, and before the last one the first page of advice, if there is any."""
    yield from map(_section, (*_FIND, "funding"))
    for first in advice[:1]:
        if first.address:
            yield MenuEntry("advice", first.address)
    yield _section("participate")


def _section(name: str) -> MenuEntry:
    return MenuEntry(name, Address(name))


def in_menu(catalogue: Catalogue, place: str) -> tuple[Article, ...]:
    """The pages of a menu (`main` or `footer`) in their order."""
    pages = (page for page in catalogue.pages if page.menu.place == place)
    return tuple(sorted(pages, key=lambda page: (page.order, page.title)))


def _link(page: Article) -> Link:
    """Called as the menu calls it; a translation says only its title."""
    found = link(page)
    is_own = page.menu.label and "title" not in page.localised.fields
    return replace(found, name=page.menu.label) if is_own else found

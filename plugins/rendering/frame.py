"""The frame: what stands on every page besides the page's own view."""

from dataclasses import dataclass

from plugins.catalogue.link import Catalogue
from plugins.rendering.cards import Link, link


@dataclass(frozen=True)
class Frame:
    """Links to pages of text: advice in the header's menu, the rest in the footer."""

    advice: tuple[Link, ...]
    footer: tuple[Link, ...]


def frame(catalogue: Catalogue) -> Frame:
    """The menus, in the order that the pages ask for."""
    ordered = sorted(catalogue.pages, key=lambda page: (page.order, page.title))
    return Frame(
        advice=tuple(link(page) for page in ordered if page.menu == "main"),
        footer=tuple(link(page) for page in ordered if page.menu == "footer"),
    )

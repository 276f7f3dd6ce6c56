"""The frame: what stands on every page besides the page's own view."""

from dataclasses import dataclass

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Article
from plugins.rendering import urls
from plugins.rendering.cards import Link


@dataclass(frozen=True)
class Frame:
    """Links to pages of text: advice in the header's menu, the rest in the footer."""

    advice: tuple[Link, ...]
    footer: tuple[Link, ...]


def frame(catalogue: Catalogue) -> Frame:
    """The menus, in the order that the pages ask for."""
    ordered = sorted(catalogue.pages, key=lambda page: (page.order, page.title))
    return Frame(
        advice=tuple(_link(page) for page in ordered if page.menu.place == "main"),
        footer=tuple(_link(page) for page in ordered if page.menu.place == "footer"),
    )


def _link(page: Article) -> Link:
    return Link(page.menu.label or page.title, urls.of(page))

"""The frame: what stands on every page besides the page's own view."""

from dataclasses import replace

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Article
from plugins.rendering.cards import Link, link
from plugins.rendering.divided import is_divided


@record(frozen=True)
class Frame(Frozen):
    """Links to pages of text: advice in the header's menu, the rest in the footer.

    `can_search` is whether the directory is one page, on which everything can be searched.
    """

    advice: tuple[Link, ...]
    footer: tuple[Link, ...]
    can_search: bool = True


def frame(catalogue: Catalogue) -> Frame:
    """The menus, in the order that the pages ask for."""
    return Frame(
        advice=tuple(_link(page) for page in in_menu(catalogue, "main")),
        footer=tuple(_link(page) for page in in_menu(catalogue, "footer")),
        can_search=not is_divided(len(catalogue.associations)),
    )


def in_menu(catalogue: Catalogue, place: str) -> tuple[Article, ...]:
    """The pages of a menu (`main` or `footer`) in their order."""
    pages = (page for page in catalogue.pages if page.menu.place == place)
    return tuple(sorted(pages, key=lambda page: (page.order, page.title)))


def _link(page: Article) -> Link:
    """Called as the menu calls it; a translation says only its title."""
    found = link(page)
    is_own = page.menu.label and "title" not in page.said.fields
    return replace(found, name=page.menu.label) if is_own else found

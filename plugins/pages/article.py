"""Pages of text: advice, imprint, privacy, accessibility, easy language."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Article
from plugins.rendering.cards import Link, link
from plugins.rendering.frame import in_menu
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import of


@dataclass(frozen=True)
class ArticleView:
    """A page of text and the others of its menu."""

    article: Article
    others: tuple[Link, ...]


@dataclass(frozen=True)
class EmptyView:
    """Nothing but what every page shows."""


def pages(catalogue: Catalogue) -> Iterator[Output]:
    """A page for every entry of content/pages/."""
    advice = in_menu(catalogue, "main")
    for article in catalogue.pages:
        others = tuple(link(a) for a in advice if a != article) if article in advice else ()
        yield Page(of(article), "article.html", ArticleView, (article, others))

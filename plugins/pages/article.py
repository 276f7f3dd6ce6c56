"""Pages of text: advice, imprint, privacy, accessibility, easy language."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Article
from plugins.rendering.cards import Link, link
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
    main = (page for page in catalogue.pages if page.menu.place == "main")
    advice = sorted(main, key=lambda page: (page.order, page.title))
    for article in catalogue.pages:
        is_advice = article.menu.place == "main"
        others = tuple(link(a) for a in advice if a != article) if is_advice else ()
        yield Page(of(article), "article.html", ArticleView(article, others))

"""Pages of text: advice, imprint, privacy, accessibility, easy language."""

from collections.abc import Iterator

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Article
from plugins.rendering.cards import Link, link
from plugins.rendering.frame import in_menu
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import of


@record(frozen=True)
class ArticleView(Frozen):
    """A page of text and the others of its menu."""

    article: Article
    others: tuple[Link, ...]


@record(frozen=True)
class EmptyView(Frozen):
    """Nothing but what every page shows."""


def pages(catalogue: Catalogue) -> Iterator[Output]:
    """A page for every entry of content/pages/."""
    advice = in_menu(catalogue, "main")
    for article in catalogue.pages:
        others = tuple(link(a) for a in advice if a != article) if article in advice else ()
        yield Page(of(article), "article.html", ArticleView, (article, others))

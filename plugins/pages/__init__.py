"""PLAN: home, pages of text, how to take part; what is not there; when the site was built."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.pages import article, data, forms, home, names, participate
from plugins.rendering import register
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """All pages that are about the site itself."""
    yield home.page(catalogue, today)
    yield from article.pages(catalogue)
    yield from participate.pages(catalogue)
    yield from forms.pages(catalogue)
    yield from names.files(catalogue)
    yield data.page(catalogue)
    yield Page(Address("not_found"), "not_found.html", article.EmptyView)
    yield Page(Address("freshness"), "freshness.html", FreshnessView, (today,))


@dataclass(frozen=True)
class FreshnessView:
    """The day that the site was built for."""

    built: date

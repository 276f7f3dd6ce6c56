"""PLAN: the home page, pages of text, how to take part, and the page for what is not there."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.pages import article, data, home, participate
from plugins.rendering import register
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """All pages that are about the site itself."""
    yield home.page(catalogue, today)
    yield from article.pages(catalogue)
    yield participate.page(catalogue)
    yield data.page(catalogue)
    yield Page(Address("not_found"), "not_found.html", article.EmptyView())

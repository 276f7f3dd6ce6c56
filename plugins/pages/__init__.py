"""PLAN: home, pages of text, how to take part, to subscribe; what is not there; how old it is."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.pages import (
    article,
    data,
    forms,
    freshness,
    home,
    names,
    participate,
    subscribe,
    words,
)
from plugins.rendering import register
from plugins.rendering.page import Group, Page, Part
from plugins.rendering.urls import Address

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All pages that are about the site itself."""
    yield home.group(catalogue, today)
    yield Group(article.pages, catalogue=catalogue)
    yield Group(participate.pages, catalogue=catalogue)
    yield Group(forms.pages, catalogue=catalogue)
    yield Group(names.files, catalogue=catalogue)
    yield Group(data.pages, catalogue=catalogue)
    yield subscribe.group(catalogue, today)
    yield Page(Address("not_found"), "not_found.html", article.EmptyView)
    yield Group(words.files, catalogue=catalogue)
    yield from freshness.pages(today)
    yield Page(Address("offline"), "offline.html", article.EmptyView)

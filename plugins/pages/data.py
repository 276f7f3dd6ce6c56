"""The page »Daten«: which files there are to take, and how much has been translated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.catalogue.coverage import Coverage, coverage, languages
from plugins.catalogue.link import Catalogue
from plugins.rendering.cards import Link, link
from plugins.rendering.page import Page, ready
from plugins.rendering.urls import Address


@dataclass(frozen=True)
class DataView:
    """Reports, whose figures are tables; the translations by language.

    `untranslated` is what holds for a language that has none.
    """

    reports: tuple[tuple[Link, Address], ...]
    translated: Mapping[str, Coverage]
    untranslated: Coverage


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page »Daten«."""
    view = DataView(
        reports=tuple((link(r), Address("figures", r.id)) for r in catalogue.reports),
        translated={tag: coverage(catalogue, tag) for tag in languages(catalogue)},
        untranslated=coverage(catalogue, ""),
    )
    yield Page(Address("data"), "data.html", ready, (view,))

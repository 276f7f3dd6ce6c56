"""The page /suche/: shows what is found; without a script, what else leads to an entry."""

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.rendering.chunked import each, flat
from plugins.rendering.page import Group, Page, Part
from plugins.rendering.urls import Address


@record(frozen=True)
class SearchView(Frozen):
    """What associations have of each, with a page of its own."""

    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    districts: tuple[str, ...]


FacetsOfOne = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def parts(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """The page."""
    had = each(_had, "associations", today, catalogue=catalogue)
    yield Group(_page, had, catalogue=catalogue)


def leading_on(catalogue: Catalogue, today: date) -> SearchView:
    """What leads to entries besides a question, for pages that are not planned with others."""
    had = tuple(_had(catalogue, association, today) for association in catalogue.associations)
    return SearchView(*_lists(catalogue, had))


def _had(_: Catalogue, association: Association, today: date) -> FacetsOfOne | None:
    if not association.is_active(today):
        return None
    district = (association.district,) if association.district else ()
    return association.topics, association.audiences, association.languages, district


def _page(catalogue: Catalogue, had: tuple[tuple[FacetsOfOne | None, ...], ...]) -> Iterator[Page]:
    yield Page(Address("search"), "search.html", SearchView, _lists(catalogue, flat(had)))


def _lists(catalogue: Catalogue, had: Iterable[FacetsOfOne | None]) -> FacetsOfOne:
    found = [has for has in had if has]
    topics, audiences, languages, districts = (
        {v for has in found for v in has[i]} for i in range(4)
    )
    lists = catalogue.vocabularies
    return (
        tuple(topic for topic in lists.get("topics", {}) if topic in topics),
        tuple(one for one in lists.get("audiences", {}) if one in audiences),
        tuple(sorted(languages)),
        tuple(district for district in lists.get("districts", {}) if district in districts),
    )

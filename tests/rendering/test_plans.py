"""A plan in every language: what is shared between them is what each would plan alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.said import in_language
from plugins.catalogue.settings import Settings, Site
from plugins.rendering import site, urls
from plugins.rendering.fingerprint import Fingerprints
from plugins.rendering.page import File, Output, Page, outputs
from plugins.rendering.plans import plans
from plugins.rendering.urls import Address

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Titles:
    titles: tuple[str, ...]


@pytest.fixture(scope="module")
def sample(sample_content: Path) -> Catalogue:
    return load(sample_content).catalogue


@pytest.mark.parametrize("tag", ["de-simple", "ar", "it"])
def test_each_language_has_what_it_would_plan_alone(
    sample: Catalogue, settings: Settings, tag: str
) -> None:
    planners = site.planners(settings.plugins)
    said = {SITE_LANGUAGE: sample, tag: in_language(sample, tag)}
    alone = [
        (item.address, item.view)
        for planner in planners
        for item in outputs(planner(said[tag], TODAY))
        if isinstance(item, Page) and item.address.name in urls.IN_EVERY_LANGUAGE
    ]
    digest = Fingerprints().of
    planned = list(outputs(plans(said, TODAY, planners)[tag]))
    assert {page.language for page in planned if isinstance(page, Page)} == {tag}
    assert [digest((page.address, page.view)) for page in planned] == list(map(digest, alone))


def write_titles(view: Titles, site: Site) -> bytes:
    return "\n".join(view.titles).encode()


@pytest.mark.parametrize(("tag", "asked"), [("de-simple", ["pages"]), ("ar", ["associations"])])
def test_only_who_looked_at_what_differs_is_asked_again(
    sample: Catalogue, tag: str, asked: list[str]
) -> None:
    calls: list[str] = []

    def of_pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
        calls.append("pages")
        titles = tuple(page.title for page in catalogue.pages)
        yield Page(Address("home"), "home.html", Titles, (titles,))

    def of_associations(catalogue: Catalogue, today: date) -> Iterator[Output]:
        calls.append("associations")
        names = tuple(one.name for one in catalogue.associations)
        yield Page(Address("directory"), "directory.html", Titles, (names,))

    def of_files(catalogue: Catalogue, today: date) -> Iterator[Output]:
        calls.append("files")
        titles = tuple(entry.id for entry in catalogue.entries)
        yield File(Address("calendar_feed"), write_titles, Titles, (titles,))

    said = {SITE_LANGUAGE: sample, tag: in_language(sample, tag)}
    planned = plans(said, TODAY, (of_pages, of_associations, of_files))
    assert calls == ["pages", "associations", "files", *asked]
    assert [item.address.name for item in outputs(planned["de"])] == [
        "home",
        "directory",
        "calendar_feed",
    ]
    assert [item.address.name for item in outputs(planned[tag])] == ["home", "directory"]

"""What is shown before it is handed in is what a build would publish."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from plugins.building.planning import Planner, planners_of
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.model import Entry, Funding, Image, Report
from plugins.catalogue.settings import Settings
from plugins.rendering.page import Page, outputs
from plugins.rendering.pictures import Picture, Variant
from plugins.rendering.urls import of
from plugins.web.preview import preview
from plugins.web.site import Pages
from tests.checkout import VOCABULARY

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small" / "content"
TODAY = date(2026, 11, 22)
CATALOGUE = load(SMALL, vocabulary=VOCABULARY).catalogue
WITH_PAGES = [e for e in CATALOGUE.entries if not isinstance(e, Funding | Report)]
OF_ALL_OTHERS = {"similar", "matches"}


@pytest.fixture(scope="module")
def plan(settings: Settings) -> tuple[Planner, ...]:
    return planners_of(settings.plugins)


@pytest.fixture(scope="module")
def pages(settings: Settings) -> Pages:
    site = replace(settings.site, languages=("de", "ar"))
    return Pages(replace(settings, site=site, content=SMALL), CATALOGUE)


def planned(entry: Entry, catalogue: Catalogue, plan: tuple[Planner, ...]) -> Page:
    found = outputs(part for planner in plan for part in planner(catalogue, TODAY))
    return next(o for o in found if isinstance(o, Page) and o.address == of(entry))


@pytest.mark.parametrize("entry", WITH_PAGES, ids=lambda entry: f"{entry.folder}/{entry.id}")
def test_an_entry_that_is_there_looks_as_it_does(entry: Entry, plan: tuple[Planner, ...]) -> None:
    shown = preview(entry, CATALOGUE, plan, TODAY)
    whole = planned(entry, CATALOGUE, plan)
    assert shown is not None
    assert (shown.address, shown.template) == (whole.address, whole.template)
    of_all = {f: getattr(shown.view, f) for f in OF_ALL_OTHERS & set(vars(shown.view))}
    assert shown.view == replace(whole.view, **of_all)


def test_what_is_shown_is_the_entry_as_it_would_become(plan: tuple[Planner, ...]) -> None:
    old = CATALOGUE.associations[0]
    new = replace(old, name="Verein Neu", summary="Anders als zuvor.")
    shown = preview(new, CATALOGUE, plan, TODAY)
    assert shown is not None and shown.view.association == new  # type: ignore[attr-defined]
    assert CATALOGUE.association(old.id) == old


def test_what_has_no_page_of_its_own_has_no_preview(plan: tuple[Planner, ...]) -> None:
    for programme in CATALOGUE.funding:
        assert preview(programme, CATALOGUE, plan, TODAY) is None


def test_a_page_of_the_moment_is_for_nobody_to_keep(
    pages: Pages, plan: tuple[Planner, ...]
) -> None:
    page = preview(CATALOGUE.associations[0], CATALOGUE, plan, TODAY)
    assert page is not None
    published = pages.html(page).decode()
    shown = pages.html(page, above=Markup("<p>So sieht es aus.</p>")).decode()
    head, main = shown.split("<body>")
    assert '<meta name="robots" content="noindex">' in head and "canonical" not in head
    assert '<main id="inhalt" tabindex="-1">\n<p>So sieht es aus.</p>\n' in main
    links = re.compile(r' *<ul class="link-list"><li><a data-screen href="/mitmachen/aend.*</ul>\n')
    assert main.replace("<p>So sieht es aus.</p>\n", "") == links.sub(
        "", published.split("<body>")[1]
    )


def test_of_what_is_not_there_yet_no_translation_is_missed(
    pages: Pages, plan: tuple[Planner, ...]
) -> None:
    hall = CATALOGUE.posting("saal")
    assert hall is not None
    page = preview(hall, CATALOGUE, plan, TODAY)
    assert page is not None
    published, shown = pages.html(page, "ar"), pages.html(page, "ar", Markup("<p>نعم</p>"))
    assert (published.count(b"notice__title"), shown.count(b"notice__title")) == (2, 1)


def test_a_picture_is_there_for_the_page_that_shows_it(
    pages: Pages, plan: tuple[Planner, ...]
) -> None:
    named = (Image(file="neu.jpg", alt="Ein Chor", credit=""),)
    new = replace(CATALOGUE.associations[0], images=named)
    page = preview(new, CATALOGUE, plan, TODAY)
    assert page is not None
    picture = Picture(40, 30, (Variant("/einreichen/bild/neu.webp", 40, 30),), ())
    with_it = pages.html(page, pictures={"neu.jpg": picture}).decode()
    assert with_it.count("/einreichen/bild/neu.webp") > 0
    assert "/einreichen/bild/neu.webp" not in pages.html(page).decode()

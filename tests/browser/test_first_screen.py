"""What people look for first is on the first screen of a phone, and stands nowhere twice."""

import pytest
from playwright.sync_api import Page

from tests.browser.pages import LANGUAGES, LONG_WORDS, SIZES, Visit, localised

pytestmark = pytest.mark.browser

PHONE = SIZES["phone"]
SHORT = "/vereine/brasil-e-amigos/", "/termine/chorprobe/", "/biete-suche/kleiner-saal-mit-klavier/"
WITH_FACTS = ("/vereine/chor-der-nationen/", *SHORT)


def below(page: Page, what: str) -> float:
    """How far down the lower edge is of the first of these."""
    box = page.locator(what).first.bounding_box()
    assert box
    return box["y"] + box["height"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", WITH_FACTS)
def test_facts_stand_under_the_title(visit: Visit, path: str, language: str) -> None:
    page = visit(localised(path, language), viewport=PHONE)
    assert below(page, "h1") < below(page, ".glance") <= PHONE["height"]
    terms = page.locator("dl dt:visible").all_inner_texts()
    assert len(terms) == len(set(terms))
    assert len(page.locator(".glance dt").all()) > 2


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", (*LANGUAGES, *LONG_WORDS))
@pytest.mark.parametrize("path", WITH_FACTS)
def test_facts_begin_at_one_line(look: Visit, path: str, language: str, width: int) -> None:
    """However long the words before them are; those stand beside them."""
    page = look(localised(path, language), viewport={"width": width, "height": 844})
    edge = "right" if language == "ar" else "left"
    starts = f"(all) => all.map((one) => Math.round(one.getBoundingClientRect().{edge}))"
    tops = "(all) => all.map((one) => one.offsetTop - one.previousElementSibling.offsetTop)"
    facts = page.locator(".glance dd")
    assert len(set(facts.evaluate_all(starts))) == 1
    assert max(map(abs, facts.evaluate_all(tops))) < 24


@pytest.mark.parametrize("path", WITH_FACTS)
def test_facts_stand_beside_each_other_where_there_is_room(visit: Visit, path: str) -> None:
    page = visit(path, viewport=SIZES["desk"])
    tops = {box["y"] for row in page.locator(".glance > div").all() if (box := row.bounding_box())}
    assert len(tops) <= 2


@pytest.mark.parametrize("path", ["/vereine/", "/biete-suche/"])
def test_the_first_result_is_on_the_first_screen(visit: Visit, path: str) -> None:
    page = visit(path, viewport=PHONE)
    assert below(page, "p[data-filter-count]") < PHONE["height"] * 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_leads_on_within_two_screens(visit: Visit, language: str) -> None:
    """To the topics; three events and two postings are enough for a start."""
    page = visit(localised("/", language), viewport=PHONE)
    assert below(page, ".tiles") <= 2 * PHONE["height"]
    assert page.locator(".event-list > :visible").count() == 3
    assert page.locator("main .posting").count() == 2


def test_no_ornament_lies_over_links(visit: Visit) -> None:
    page = visit("/", viewport=PHONE)
    bands = page.locator(".hero .ornament__band").all()
    top = min(box["y"] for band in bands if (box := band.bounding_box()))
    assert below(page, ".hero__examples:last-child") <= top


@pytest.mark.parametrize("path", ["/", "/vereine/"])
def test_other_languages_lead_first_to_who_speaks_them(visit: Visit, path: str) -> None:
    link = "main a.button[href$='/sprache/ar/']"
    assert visit(path).locator(link).count() == 0
    page = visit(localised(path, "ar"), viewport=PHONE)
    assert below(page, link) < PHONE["height"]


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_switch_carries_a_word(visit: Visit, language: str, width: int) -> None:
    page = visit(localised("/", language), viewport={"width": width, "height": 844})
    box = page.locator(".languages__now").bounding_box()
    assert box and box["width"] > 20

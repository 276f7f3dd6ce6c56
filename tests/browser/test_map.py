"""The map of the districts: all it leads to is in the list beside it, which is for everybody."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LANGUAGES, Visit, localised

pytestmark = pytest.mark.browser

MAP = "/vereine/karte/"
LINKS = "ones => ones.map((one) => one.getAttribute('href'))"


def links(page: Page, within: str) -> list[str]:
    found: list[str] = page.locator(f"{within} a").evaluate_all(LINKS)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_what_the_map_shows(look: Visit, language: str) -> None:
    page = look(localised(MAP, language))
    drawn = links(page, ".map")
    districts = [one for one in drawn if "#" not in one]
    assert sorted(districts) == sorted(links(page, ".map__name")) and len(districts) == 8
    points = [one for one in drawn if "#" in one]
    ids = page.locator(".map__places > li").evaluate_all("ones => ones.map((one) => '#' + one.id)")
    assert sorted(points) == sorted(ids) and points
    counts = page.locator(".map__count").all_text_contents()
    listed = page.locator(".map__name > span").all_inner_texts()
    assert sorted(counts) == sorted(text.split()[0] for text in listed)


def test_the_keyboard_passes_over_the_drawing(look: Visit) -> None:
    page = look(MAP)
    page.locator(".page-head .more").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.map__legend') !== null")
    expect(page.locator("svg.map")).to_have_attribute("aria-hidden", "true")


def test_who_points_gets_there(visit: Visit) -> None:
    page = visit(MAP)
    page.locator(".map__point").first.click()
    expect(page.locator(".map__places li:target")).to_have_count(1)
    district = page.locator(".map a path").first
    target = page.locator(".map a").first.get_attribute("href")
    district.click(position={"x": 60, "y": 60})
    expect(page).to_have_url(re.compile(f"{target}$"))


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_names_are_large_enough_and_inside(look: Visit, width: int) -> None:
    page = look(MAP, viewport={"width": width, "height": 800})
    frame = page.locator("svg.map").bounding_box()
    assert frame is not None
    for box in (one.bounding_box() for one in page.locator("svg.map > text").all()):
        assert box is not None and box["height"] >= 12
        assert frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"]


def test_forced_colours(look: Visit) -> None:
    page = look(MAP, forced_colors="active")
    colours = page.locator(".map path").evaluate_all(
        "ones => [...new Set(ones.map((one) => getComputedStyle(one).stroke))]"
    )
    text = page.evaluate("getComputedStyle(document.body).color")
    assert colours == [text]


def test_its_weight(look: Visit) -> None:
    page = look(MAP)
    assert len(page.locator("svg.map").evaluate("one => one.outerHTML")) < 6 * 1024
    assert page.locator("*").count() < 600

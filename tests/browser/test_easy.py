"""Pages in easy German look as BITV 2.0, annex 2, part 2 asks (no. 1, 9, 10), and are found."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.fonts import WITH_EACH
from tests.browser.pages import (
    SCHEMES,
    SIZES,
    TYPES,
    Visit,
    follow,
    judged,
    menu_lines,
    sticks_out,
    violations,
)
from tests.browser.serving import served

pytestmark = pytest.mark.browser

ONCE = frozenset({"not-found"})  # /404.html exists in German only
FACES = {name: path for name, path in TYPES.items() if name not in ONCE}

STYLE = """(selector) => [...document.querySelectorAll(selector)].map(element => {
  const style = getComputedStyle(element), size = parseFloat(style.fontSize);
  return {
    size, hyphens: style.hyphens, align: style.textAlign, space: style.whiteSpaceCollapse,
    line: parseFloat(style.lineHeight) / size, width: element.clientWidth / size,
  };
})"""
TEXT = "main :is(h1, h2, h3, h4, p, li, dt, dd)"

# Where each line of the source begins on the screen: from the left and from the top.
BEGINNINGS = """(selector) => {
  const [paragraph] = [...document.querySelectorAll(selector)].filter(
    p => p.childNodes.length === 1 && p.textContent.includes("\\n"));
  const words = paragraph.firstChild, range = document.createRange(), places = [];
  let offset = 0;
  for (const line of words.data.split("\\n")) {
    range.setStart(words, offset);
    range.setEnd(words, offset + 1);
    const box = range.getBoundingClientRect();
    places.push([Math.round(box.left - paragraph.getBoundingClientRect().left), box.top]);
    offset += line.length + 1;
  }
  return places;
}"""

# The smallest writing that anybody sees, and what lies behind the text.
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *")].filter(element =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("pre, code, svg")
  && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
).map(element => parseFloat(getComputedStyle(element).fontSize)))"""
GROUND = """(selector) => {
  const found = [];
  for (let e = document.querySelector(selector); e; e = e.parentElement) {
    const style = getComputedStyle(e);
    found.push(style.backgroundImage);
    if (style.backgroundColor !== "rgba(0, 0, 0, 0)") return [found, style.backgroundColor];
  }
}"""


@pytest.fixture(scope="module")
def address(built_once: Callable[..., Path], sample_content: Path) -> Iterator[str]:
    """Where the sample site is served in German and in easy German."""
    site = built_once("easy-site", sample_content, LANGUAGES="de,de-simple")
    with served(site) as address:
        yield address


def styles(page: Page, selector: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(STYLE, selector)
    assert found, selector
    return found


@pytest.mark.parametrize("size", SIZES)
def test_a_text_is_large_open_and_narrow(look: Visit, size: str) -> None:
    easy = styles(look("/de-simple/impressum/", viewport=SIZES[size]), ".prose :is(p, li)")
    german = styles(look("/impressum/", viewport=SIZES[size]), ".prose :is(p, li)")
    normal = max(one["size"] for one in german)
    assert min(one["size"] for one in easy) >= 1.2 * normal - 0.01
    assert {one["line"] >= 1.7 for one in easy} == {True}
    assert {one["line"] >= 1.7 for one in german} == {False}
    assert {one["width"] <= 26 for one in easy} == {True}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["/impressum/", "/mitmachen/", "/vereine/", "/biete-suche/"])
def test_no_word_is_cut_and_all_lines_begin_at_one_edge(look: Visit, path: str, size: str) -> None:
    easy = styles(look(f"/de-simple{path}", viewport=SIZES[size]), TEXT)
    assert {one["hyphens"] for one in easy} == {"manual"}
    assert {one["align"] for one in easy} <= {"start", "left", "-webkit-match-parent"}
    german = styles(look(path, viewport=SIZES[size]), TEXT)
    assert "auto" in {one["hyphens"] for one in german}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("path", "selector"), [("/impressum/", ".prose p"), ("/mitmachen/", ".lead")]
)
def test_each_sentence_begins_a_line(look: Visit, path: str, selector: str, size: str) -> None:
    places = look(f"/de-simple{path}", viewport=SIZES[size]).evaluate(BEGINNINGS, selector)
    assert len(places) > 1
    assert {left for left, _ in places} == {0}
    tops = [top for _, top in places]
    assert tops == sorted(set(tops))


def test_a_german_text_flows(look: Visit) -> None:
    german = styles(look("/impressum/"), ".prose p")
    easy = styles(look("/de-simple/impressum/"), ".prose p")
    assert {one["space"] for one in german} == {"collapse"}
    assert {one["space"] for one in easy} == {"preserve-breaks"}


@pytest.mark.parametrize("size", SIZES)
def test_the_ground_is_plain_and_light(look: Visit, size: str) -> None:
    page = look("/de-simple/impressum/", viewport=SIZES[size], color_scheme="light")
    images, colour = page.evaluate(GROUND, ".prose p")
    assert {*images} == {"none"}
    assert colour == "rgb(255, 254, 251)"


@pytest.mark.parametrize("path", FACES.values(), ids=FACES)
def test_all_writing_is_larger_than_on_the_german_page(look: Visit, path: str) -> None:
    easy = look(f"/de-simple{path}", viewport=SIZES["phone"]).evaluate(SMALLEST)
    german = look(path, viewport=SIZES["phone"]).evaluate(SMALLEST)
    assert easy >= 1.2 * german - 0.01


@pytest.mark.parametrize("path", FACES.values(), ids=FACES)
def test_fits_the_smallest_phone(look: Visit, path: str) -> None:
    page = look(f"/de-simple{path}", viewport={"width": 320, "height": 700})
    assert not sticks_out(page)
    assert violations(page) == []


@WITH_EACH
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", ["", "/de-simple"])
def test_contrast_is_enhanced(look: Visit, language: str, scheme: str) -> None:
    """Seven to one (WCAG 2.2, 1.4.6), the link to easy German on the home page included."""
    for path in (*FACES.values(), *(["/404.html"] if not language else [])):
        page = look(language + path, bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
        assert judged(page, runOnly=["color-contrast-enhanced"]) == (1, []), path


def test_the_menu_has_one_line_on_a_desk(look: Visit) -> None:
    page = look("/de-simple/", viewport=SIZES["desk"])
    assert len(menu_lines(page)) == 1


def test_the_home_page_leads_to_easy_german(visit: Visit, address: str) -> None:
    page = visit("/", java_script_enabled=False)
    follow(page.locator("main").get_by_role("link", name="Leichte Sprache", exact=True))
    assert page.url == f"{address}/de-simple/"
    section = page.locator("section[aria-labelledby='leicht']")
    titles = section.get_by_role("link").all_text_contents()
    assert "So benutzen Sie diese Seite" in titles and "Barriere-Freiheit" in titles
    links = page.locator("main").get_by_role("link", name="Leichte Sprache", exact=True)
    assert links.count() == 0


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/impressum/", ["/de-simple/impressum/"]),
        ("/barrierefreiheit/", ["/de-simple/barrierefreiheit/"]),
        ("/de-simple/impressum/", []),
        ("/vereine/chor-der-nationen/", []),  # is translated, but not into easy German
    ],
)
def test_a_page_says_that_it_exists_in_easy_german(
    look: Visit, path: str, expected: list[str]
) -> None:
    links = look(path).locator("main a.more[hreflang='de-simple']")
    assert [link.get_attribute("href") for link in links.all()] == expected

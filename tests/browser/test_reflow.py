"""Room for text: narrow windows, large letters, wide spacing (WCAG 2.2: 1.4.4, 1.4.10, 1.4.12)."""

import pytest
from playwright.sync_api import Page

from tests.browser.fonts import WITH_EACH
from tests.browser.pages import (
    ALL_PAGES,
    PAGES,
    SIZES,
    WORDY,
    Visit,
    localised,
    sticks_out,
    unfold,
)

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 256}
"""What is left of a desk of 1280 by 1024 pixels at 400 %, and a small phone's width."""

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
LARGE = "html { font-size: 200% !important; }"

CUT = """() => {
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode()); ) {
        if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        for (let one = text.parentElement; one; one = one.parentElement) {
            const {clipPath, overflowX, overflowY} = getComputedStyle(one);
            const frame = one.getBoundingClientRect();
            if (clipPath !== "none") break;  // meant for screen readers only
            const wide = box.left < frame.left - 2 || box.right > frame.right + 2;
            const high = box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
            if (!(cuts(overflowX) && wide) && !(cuts(overflowY) && high)) continue;
            found.push(text.data.trim());
            break;
        }
    }
    return found;
}"""
"""Texts that reach beyond a frame that shows nothing outside."""

OVER = """(one) => {
    const {left, top, width, height} = one.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2).textContent;
}"""
"""What is seen where an element is: its own text, if nothing is over it."""


def spread(page: Page, style: str) -> None:
    unfold(page)
    page.add_style_tag(content=style)


NARROWED = dict(ALL_PAGES) | WORDY


@WITH_EACH
@pytest.mark.parametrize("path", NARROWED.values(), ids=NARROWED)
def test_narrow_and_spaced(look: Visit, path: str) -> None:
    """Nothing sticks out sideways and nothing is cut off, whatever spacing a reader sets."""
    page = look(path, viewport=NARROW, bypass_csp=True)
    assert not sticks_out(page)
    assert page.evaluate(CUT) == []
    spread(page, SPACED)
    assert not sticks_out(page)
    assert page.evaluate(CUT) == []


@WITH_EACH
@pytest.mark.parametrize("path", ALL_PAGES.values(), ids=ALL_PAGES)
def test_letters_of_twice_the_size(look: Visit, path: str) -> None:
    page = look(path, bypass_csp=True)
    spread(page, LARGE)
    for width in (640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not sticks_out(page)
        assert page.evaluate(CUT) == []


@WITH_EACH
@pytest.mark.parametrize(("language", "end"), [("de", 9999), ("ar", -9999)])
def test_a_wide_table_keeps_the_names_of_its_rows(look: Visit, language: str, end: int) -> None:
    page = look(localised(PAGES["data"], language), viewport=SIZES["phone"])
    frame, head = page.locator(".table-frame"), page.locator("tbody th").first
    assert abs(frame.evaluate(f"(one) => (one.scrollLeft = {end}, one.scrollLeft)")) > 100
    head.scroll_into_view_if_needed()
    outside, inside = frame.bounding_box(), head.bounding_box()
    assert outside is not None and inside is not None
    before = inside["x"] - outside["x"]
    behind = outside["x"] + outside["width"] - (inside["x"] + inside["width"])
    assert min(before, behind) == pytest.approx(0, abs=1)
    assert head.evaluate(OVER) == head.text_content()


def test_what_is_cut_would_be_found(look: Visit) -> None:
    page = look("/impressum/", viewport=NARROW, bypass_csp=True)
    spread(page, "h1 { block-size: 5px; overflow: hidden } h2 { inline-size: 200vw }")
    assert sticks_out(page)
    assert page.evaluate(CUT) == ["Impressum"]

"""Without a mouse: every stop can be seen, in the order in which one reads, and none is a trap."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import PAGES, SCHEMES, SIZES, Visit, in_each_language

pytestmark = pytest.mark.browser

MOST = 400
"""More stops than any page of the sample has."""

STOP = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    // A card shows the ring for the link that makes it one, the search in the head for its field.
    const ringed = [one, one.closest("li, article, .finder")]
        .find((e) => e && getComputedStyle(e).outlineStyle !== "none");
    const colour = (text) => {
        const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
        return {a, rgb: text.startsWith("color(") ? [r, g, b].map((v) => v * 255) : [r, g, b]};
    };
    const light = ({rgb}) => rgb.map((v) => v / 255)
        .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (e) => {
        for (let up = e.parentElement; up; up = up.parentElement) {
            const found = getComputedStyle(up).backgroundColor;
            if (/^(rgb|color)/.test(found) && colour(found).a === 1) return light(colour(found));
        }
        return 1;
    };
    let contrast = 0;
    if (ringed) {
        const [a, b] = [light(colour(getComputedStyle(ringed).outlineColor)), behind(ringed)];
        contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
    const seen = one.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const stays = (e) => /fixed|sticky/.test(getComputedStyle(e).position);
    const pinned = (e) => e !== null && (stays(e) || pinned(e.parentElement));
    return {
        name: one.innerText || one.ariaLabel || one.id,
        hidden: !seen || !box.width || one.closest("[aria-hidden=true], [inert]") !== null,
        width: ringed ? parseFloat(getComputedStyle(ringed).outlineWidth) : 0,
        contrast,
        pinned: pinned(one),
        top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right,
    };
}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """What the tabulator reaches, one after the other, until it leaves the page."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"a trap: {found[-1]}")


def goes_back(before: dict[str, Any], after: dict[str, Any], rtl: bool) -> bool:
    """Whether one who reads on would have to look up and back: neither below nor beside."""
    above = after["bottom"] <= before["top"] + 1
    back = after["left"] >= before["right"] if rtl else after["right"] <= before["left"]
    return bool(above and back)


KEYED = in_each_language(
    {name: PAGES[name] for name in ("home", "directory", "event, recurring", "association, full")}
)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", KEYED.values(), ids=KEYED)
def test_every_stop(visit: Visit, path: str, scheme: str) -> None:
    page = visit(
        path,
        viewport=SIZES["desk"],
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    found = stops(page)
    assert len(found) > 10
    assert [stop["name"] for stop in found if stop["hidden"] or stop["width"] < 2] == []
    assert [stop for stop in found if stop["contrast"] < 3] == []  # WCAG 2.2, 1.4.11
    rtl = bool(page.evaluate("document.documentElement.dir === 'rtl'"))
    plain = [stop for stop in found if not stop["pinned"]]
    assert [(a["name"], b["name"]) for a, b in pairwise(plain) if goes_back(a, b, rtl)] == []


def test_a_bad_stop_would_be_found(visit: Visit) -> None:
    page = visit("/impressum/", viewport=SIZES["desk"], bypass_csp=True)
    page.add_style_tag(
        content=".wordmark { outline: none !important; }.menu a { outline-color: #eee !important; }"
    )
    found = stops(page)
    assert [stop["name"].split() for stop in found if stop["width"] < 2] == [
        ["Anlaufstelle", "Musterstadt"]
    ]
    assert "Vereine" in [stop["name"] for stop in found if 0 < stop["contrast"] < 3]


def test_there_is_a_way_back(visit: Visit) -> None:
    page = visit("/", viewport=SIZES["desk"])
    there = [stop["name"] for stop in stops(page)]
    back = []
    for _ in there:
        page.keyboard.press("Shift+Tab")
        back.append(page.evaluate(STOP)["name"])
    assert back[::-1] == there


@pytest.mark.parametrize("scripts", [True, False])
def test_menu(visit: Visit, scripts: bool) -> None:
    page = visit("/", viewport=SIZES["phone"], java_script_enabled=scripts)
    menu = page.get_by_role("navigation", name="Hauptmenü")
    opener = page.get_by_role("button", name="Menü")
    for closing in ("Escape", "Enter"):
        opener.focus()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Schließen")).to_be_focused()
        page.keyboard.press(closing)
        expect(menu).not_to_be_visible()
        expect(opener).to_be_focused()


def test_facets_open_and_filter(visit: Visit) -> None:
    """The filter alone by keys: unfold, press, and go on where one was."""
    page = visit("/vereine/", viewport=SIZES["desk"])
    fold = page.locator("summary", has_text="Stadtteil")
    fold.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    chip = page.locator('[data-filter="district"]').first
    expect(chip).to_be_focused()
    page.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    reset = page.locator("[data-filter-reset]:visible").first
    reset.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_focused()

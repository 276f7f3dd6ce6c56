"""What a first visit costs: bytes, requests, waiting, and things that jump."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route

from tests.browser.pages import ALL_PAGES, SIZES, Visit
from tests.waiting import until

pytestmark = pytest.mark.browser

MOST = 40_000
"""Bytes, pictures aside, packed as a server does."""

SHIFTS = """() => new Promise((done) => {
    const found = [];
    new PerformanceObserver((list) => found.push(...list.getEntries().map((one) => one.value)))
        .observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => setTimeout(() => done(found), 50));
})"""

PAINTED = """() => new Promise((done) => new PerformanceObserver((list) =>
    list.getEntriesByName("first-contentful-paint").length && done()
).observe({type: "paint", buffered: true}))"""

SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo({top: y, behavior: "instant"});
        await new Promise(requestAnimationFrame);
    }
}"""

# Scripts that the page waits for, and whatever stands in it that its policy forbids.
HELD_UP = """() => [...document.querySelectorAll(
    "script:not([type=module], [type='application/ld+json']), style, [style], body link, iframe"
)].map((one) => one.outerHTML.slice(0, 120))"""
HANDLERS = """() => [...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames())
    .filter((name) => name.startsWith("on"))"""
UNSIZED = """() => [...document.querySelectorAll("img:not([width]), img:not([height])")]
    .map((one) => one.outerHTML.slice(0, 120))"""


def packed(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    return len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes(), 9))


def is_text(request: Request) -> bool:
    """Whether it is none of the pictures: the strip of icons is text."""
    return request.resource_type != "image" or request.url.endswith(".svg")


def first_visit(page: Page, url: str) -> list[Request]:
    """All that is asked for to show a page, read to its end; its scripts come when it is painted.

    The icon, which no window shows here, comes besides.
    """
    asked: list[Request] = []
    held: list[Route] = []
    page.on("request", lambda request: asked.append(request))
    page.route("**/*.js", lambda route: held.append(route))
    page.goto(url, wait_until="commit")
    page.evaluate(PAINTED)
    for route in held:
        route.continue_()
    page.unroute("**/*.js")
    page.wait_for_load_state("networkidle")
    page.evaluate(SCROLL)
    return asked


@pytest.mark.parametrize("path", ALL_PAGES.values(), ids=ALL_PAGES)
def test_first_visit(visit: Visit, address: str, site: Path, path: str) -> None:
    page = visit("/404.html", viewport=SIZES["phone"])
    asked = first_visit(page, address + path)
    assert [request.url for request in asked if not request.url.startswith(address)] == []
    texts = [r.url.removeprefix(address) for r in asked if is_text(r)]
    icon = page.locator('link[rel="icon"]').get_attribute("href") or ""
    weights = {text: packed(site, text) for text in (*texts, icon)}
    assert sum(weights.values()) <= MOST, weights
    assert page.evaluate(SHIFTS) == []
    assert page.evaluate(HELD_UP) == []
    assert page.evaluate(HANDLERS) == []
    assert page.evaluate(UNSIZED) == []


def test_a_shift_would_be_found(visit: Visit) -> None:
    page = visit("/vereine/", viewport=SIZES["phone"])
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "document.querySelector('main').prepend('\\n'.repeat(99), document.createElement('hr'))"
    )
    page.evaluate("document.querySelector('hr').style.blockSize = '300px'")
    until(lambda: page.evaluate(SHIFTS))

"""Another city's colours: the same pages with other tokens are as readable."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from tests.browser.pages import SCHEMES, SIZES, TYPES, Visit

pytestmark = pytest.mark.browser

COLOURS = sorted((Path(__file__).parents[1] / "theme" / "schemes").glob("*.css"))
SHOWN = ("home", "directory", "association", "calendar", "board")
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def repaint(page: Page, colours: Path) -> None:
    """Serve the site's style sheet with other tokens; they follow it, so they are taken."""

    def answer(route: Route) -> None:
        own = route.fetch()
        route.fulfill(response=own, body=own.text() + colours.read_text(encoding="utf-8"))

    page.route("**/css/site.css", answer)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("colours", COLOURS, ids=lambda path: path.stem)
def test_readable(visit: Visit, address: str, colours: Path, kind: str, scheme: str) -> None:
    page = visit("/404.html", viewport=SIZES["desk"], color_scheme=scheme)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    repaint(page, colours)
    page.goto(address + TYPES[kind])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    found = Axe().run(page, options=CONTRAST).response
    assert found["passes"] and found["violations"] == []

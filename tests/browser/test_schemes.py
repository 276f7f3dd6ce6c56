"""Another city's colours, and the same colours in an older browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from tests.browser.pages import SCHEMES, SIZES, TYPES, Visit

pytestmark = pytest.mark.browser

COLOURS = sorted((Path(__file__).parents[1] / "theme" / "schemes").glob("*.css"))
SHOWN = ("home", "directory", "association", "calendar", "board")
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def repaint(page: Page, edited: Callable[[str], str]) -> None:
    """Serve the site's style sheet edited."""

    def answer(route: Route) -> None:
        own = route.fetch()
        route.fulfill(response=own, body=edited(own.text()))

    page.route("**/css/site.css", answer)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("colours", COLOURS, ids=lambda path: path.stem)
def test_readable(visit: Visit, address: str, colours: Path, kind: str, scheme: str) -> None:
    page = visit("/404.html", viewport=SIZES["desk"], color_scheme=scheme)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    tokens = colours.read_text(encoding="utf-8")
    repaint(page, lambda css: css + tokens)  # they follow its own, so they are taken
    page.goto(address + TYPES[kind])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    found = Axe().run(page, options=CONTRAST).response
    assert found["passes"] and found["violations"] == []


ASKS = "@supports not (color: light-dark(red, red))"
PAINTED = """() => [...document.querySelectorAll("body, body *")].map((one) => {
    const {color, backgroundColor, borderTopColor, fill, stroke} = getComputedStyle(one);
    return [color, backgroundColor, borderTopColor, fill, stroke].join(" ");
})"""


def as_in_2023(css: str) -> str:
    """A style sheet as a browser takes it that does not know `light-dark()`."""
    known = css.replace(ASKS, "@supports (color: red)")
    assert known != css
    return known.replace("light-dark(", "unknown(")


def as_if_not_asked(css: str) -> str:
    """The same without what is said again for such a browser."""
    return css.replace(ASKS, "@supports (color: never)").replace("light-dark(", "unknown(")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", SHOWN)
def test_older_browsers_show_the_same_colours(
    visit: Visit, address: str, kind: str, scheme: str
) -> None:
    page = visit(TYPES[kind], viewport=SIZES["desk"], color_scheme=scheme)
    painted = page.evaluate(PAINTED)
    repaint(page, as_in_2023)
    page.reload()
    assert page.evaluate(PAINTED) == painted
    repaint(page, as_if_not_asked)
    page.reload()
    assert page.evaluate(PAINTED) != painted

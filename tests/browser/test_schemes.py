"""Another city's colours, and the same colours in an older browser."""

from functools import partial
from pathlib import Path

import pytest

from tests.browser.pages import NO, SCHEMES, SIZES, TYPES, YES, Visit, edit, judged

pytestmark = pytest.mark.browser

COLOURS = sorted((Path(__file__).parents[1] / "theme" / "schemes").glob("*.css"))
SHOWN = ("home", "directory", "association", "calendar", "board")
STYLE = "**/css/site.css"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("colours", COLOURS, ids=lambda path: path.stem)
def test_readable(visit: Visit, address: str, colours: Path, kind: str, scheme: str) -> None:
    page = visit("/404.html", viewport=SIZES["desk"], color_scheme=scheme)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    tokens = colours.read_text(encoding="utf-8")
    edit(page, STYLE, lambda css: css + tokens)  # they follow its own, so they are taken
    page.goto(address + TYPES[kind])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert judged(page, runOnly=["color-contrast"]) == (1, [])


ASKS = "@supports not (color:light-dark(red,red))"
PAINTED = """() => [...document.querySelectorAll("body, body :not(.sheet, .sheet *)")].map(one => {
    const {color, backgroundColor, borderTopColor, fill, stroke} = getComputedStyle(one);
    return [color, backgroundColor, borderTopColor, fill, stroke].join(" ");
})"""
"""All but the sheet to be printed, which is light; such a browser has that so on paper only."""


def as_in_2023(css: str, answer: str = YES) -> str:
    """A style sheet as a browser takes it that does not know `light-dark()`.

    With the answer `NO`, without what is said again for such a browser.
    """
    assert ASKS in css
    return css.replace(ASKS, answer).replace("light-dark(", "unknown(")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", SHOWN)
def test_older_browsers_show_the_same_colours(
    visit: Visit, address: str, kind: str, scheme: str
) -> None:
    page = visit(
        TYPES[kind], viewport=SIZES["desk"], color_scheme=scheme, reduced_motion="reduce"
    )  # no colour is seen on its way to another
    painted = page.evaluate(PAINTED)
    edit(page, STYLE, as_in_2023)
    page.reload()
    assert page.evaluate(PAINTED) == painted
    edit(page, STYLE, partial(as_in_2023, answer=NO))
    page.reload()
    assert page.evaluate(PAINTED) != painted

"""A text in easy German on a site that is not built in it: folded into the German page."""

import pytest
from playwright.sync_api import Page

from tests.browser.pages import SIZES, Visit

pytestmark = pytest.mark.browser

SIZE = "element => parseFloat(getComputedStyle(element).fontSize)"
STYLE = """element => {
  const style = getComputedStyle(element);
  return [style.hyphens, style.whiteSpaceCollapse, parseFloat(style.lineHeight)];
}"""


def unfolded(page: Page) -> Page:
    page.locator(".translation summary:lang(de-simple)").click()
    return page


@pytest.mark.parametrize("size", SIZES)
def test_it_looks_as_on_a_page_of_its_own(visit: Visit, size: str) -> None:
    page = unfolded(visit("/impressum/", viewport=SIZES[size]))
    german = page.locator(".stack > .prose p").first
    easy = page.locator(".translation .prose p").first
    assert easy.evaluate(SIZE) >= 1.2 * german.evaluate(SIZE) - 0.01
    hyphens, space, line = easy.evaluate(STYLE)
    assert (hyphens, space) == ("manual", "preserve-breaks")
    assert line >= 1.7 * easy.evaluate(SIZE)
    assert german.evaluate(STYLE)[:2] == ["auto", "collapse"]

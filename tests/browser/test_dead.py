"""A browser that died, as for want of memory, or a page that crashed fails one test, not the next.

Its window stays open for many tests, which would all fail at once and say nothing of themselves.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.browser.pages import Visit

pytestmark = pytest.mark.browser


def crash(page: Page) -> None:
    with pytest.raises(Error):
        page.goto("chrome://crash")


def die(page: Page) -> None:
    assert page.context.browser is not None
    with pytest.raises(Error):
        page.context.browser.new_browser_cdp_session().send("Browser.crash")


@pytest.mark.parametrize("end", [crash, die])
def test_the_next_looks_through_another_window(look: Visit, end: Callable[[Page], None]) -> None:
    page = look("/")
    end(page)
    other = look("/")
    assert other is not page and other.locator("h1").count() == 1


def test_the_next_has_another_browser(browsers: Callable[[str], Browser], look: Visit) -> None:
    before = browsers("wide")
    crash(look("/"))
    assert browsers("wide") is before
    die(look("/"))
    assert browsers("wide") is not before and browsers("wide") is browsers("wide")

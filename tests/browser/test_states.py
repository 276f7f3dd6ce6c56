"""Pages in use: what a visitor has typed, pressed and opened is accessible, too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.pages import (
    LANGUAGES,
    PAGES,
    SCHEMES,
    SIZES,
    Visit,
    localised,
    unfold,
    violations,
)

pytestmark = pytest.mark.browser

Act = Callable[[Page], None]


def find_nothing(page: Page) -> None:
    page.get_by_role("main").get_by_role("searchbox").fill("xyzxyz")
    page.locator("[data-filter-empty]").wait_for()


def find_some(page: Page) -> None:
    page.get_by_role("main").get_by_role("searchbox").fill("verein")
    page.locator("[data-filter-reset]:visible").first.wait_for()


def press(page: Page) -> None:
    """A chip of each kind, and then one that nothing is left for."""
    open_filter(page)
    unfold(page)
    for kind in ("topic", "language", "district", "audience"):
        page.locator(f'[data-filter="{kind}"]:visible').first.click()
    page.locator('[aria-pressed="true"]').nth(3).wait_for()


def open_filter(page: Page) -> None:
    """On a phone the choices are behind a button."""
    button = page.locator(".filter__open")
    if button.is_visible():
        button.click()


def press_category(page: Page) -> None:
    open_filter(page)
    page.locator('[data-filter="category"]:visible').first.click()
    page.locator('[aria-pressed="true"]').wait_for()


def press_when(page: Page) -> None:
    open_filter(page)
    page.locator('[data-filter="when"]:visible').last.click()
    page.locator('[data-filter="free"]:visible').click()
    page.locator('[aria-pressed="true"]').nth(1).wait_for()


def open_menu(page: Page) -> None:
    page.locator(".menu-button").first.click()
    page.locator("#menu").wait_for()


def open_languages(page: Page) -> None:
    page.locator(".languages").click()
    page.locator("#sprachwahl").wait_for()


def focus_search(page: Page) -> None:
    page.get_by_role("main").get_by_role("searchbox").focus()


# Address, what is done there, and at which sizes.
STATES: dict[str, tuple[str, Act, tuple[str, ...]]] = {
    "nothing found": (PAGES["directory"], find_nothing, tuple(SIZES)),
    "some found": (PAGES["directory"], find_some, tuple(SIZES)),
    "chips pressed": (PAGES["directory"], press, tuple(SIZES)),
    "category pressed": (PAGES["board"], press_category, tuple(SIZES)),
    "calendar filtered": (PAGES["calendar"], press_when, tuple(SIZES)),
    "months open": (PAGES["calendar"], unfold, tuple(SIZES)),
    "no posting found": (PAGES["board"], find_nothing, tuple(SIZES)),
    "focus in the search": (PAGES["home"], focus_search, tuple(SIZES)),
    "menu open": (PAGES["home"], open_menu, ("phone",)),
    "languages open": (PAGES["home"], open_languages, tuple(SIZES)),
    "details of an association": (PAGES["association, full"], unfold, tuple(SIZES)),
    "details of a report": (PAGES["report"], unfold, tuple(SIZES)),
    "details of programmes": (PAGES["funding"], unfold, tuple(SIZES)),
    "all questions of a form": (PAGES["form"], unfold, tuple(SIZES)),
    "lists of terms": (PAGES["files"], unfold, tuple(SIZES)),
}


CASES = [(state, size) for state, (_, _, sizes) in STATES.items() for size in sizes]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("state", "size"), CASES)
def test_in_use(visit: Visit, state: str, size: str, language: str) -> None:
    path, act, _ = STATES[state]
    page = visit(
        localised(path, language),
        viewport=SIZES[size],
        reduced_motion="reduce",  # what axe sees in the middle of a transition is no colour of ours
    )
    act(page)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []

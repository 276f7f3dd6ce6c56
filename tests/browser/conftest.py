"""A real Chromium against the built site, served on this machine only."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, ViewportSize, expect, sync_playwright

from tests.browser import fonts as own
from tests.browser.pages import BUILT
from tests.browser.serving import served
from tests.waiting import MOST

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ROOT / ".cache" / "tools" / "chromium"
# Root has no sandbox of its own; the rest keeps the browser from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 1000 * MOST
"""Milliseconds."""

expect.set_options(timeout=PATIENCE)

NOW = "2026-11-22T12:00:00+01:00"

# What a window has that a test asks nothing of.
WINDOW: ViewportSize = {"width": 1280, "height": 720}
MEDIA = {
    "media": "null",
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
}


@pytest.fixture(scope="session")
def site(built_once: Callable[..., Path], sample_content: Path) -> Path:
    """The sample site in more languages than one."""
    return built_once("site-for-browsers", sample_content, LANGUAGES=",".join(BUILT))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the sample site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Browser]]:
    """A browser for each set of fonts, started when it is first asked for.

    One that died takes one test along: the next is given another.
    """
    running: dict[str, Browser] = {}
    with sync_playwright() as playwright, ExitStack() as stack:

        def browser(fonts: str) -> Browser:
            if fonts in running and running[fonts].is_connected():
                return running[fonts]
            file = own.configuration(fonts, tmp_path_factory.mktemp(fonts))
            running[fonts] = playwright.chromium.launch(
                executable_path=str(CHROMIUM),
                args=ARGUMENTS,
                timeout=PATIENCE,
                env={**os.environ, "FONTCONFIG_FILE": str(file)},
            )
            return stack.enter_context(closing(running[fonts]))

        yield browser


@pytest.fixture
def fonts() -> str:
    """The set of fonts that a page has, unless a test asks for others with `own.WITH_EACH`."""
    return "wide"


@pytest.fixture
def chromium(browsers: Callable[[str], Browser], fonts: str) -> Browser:
    """The browser that has these fonts."""
    return browsers(fonts)


USUAL = {"timezone_id": "Europe/Berlin", "locale": "de-DE", "service_workers": "block"}
"""What a visitor is like; only test_offline.py lets pages be kept."""

Open = Callable[..., Page]


def opened(browser: Browser, now: str = NOW, **options: object) -> Page:
    """A page of a visitor of its own, at a time; options are Playwright's."""
    context = browser.new_context(
        **{**USUAL, **options}  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if options.get("java_script_enabled", True):
        page.clock.set_fixed_time(now)
    return page


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a page at noon of the day the site was built for; options are Playwright's."""
    with ExitStack() as stack:

        def open_page(path: str, now: str = NOW, **options: object) -> Page:
            page = opened(chromium, now, **options)
            stack.enter_context(closing(page.context))
            page.goto(address + path)
            return page

        yield open_page


@pytest.fixture(scope="session")
def windows(browsers: Callable[[str], Browser]) -> Callable[[str, bool], Page]:
    """A page for each set of fonts, with the pages' policy or without, that stays open.

    In the place of one that crashed, or whose browser died, comes another.
    """
    open_now: dict[tuple[str, bool], Page] = {}

    def window(fonts: str, bypass_csp: bool) -> Page:
        key = fonts, bypass_csp
        if key not in open_now or not answers(open_now[key]):
            open_now[key] = opened(browsers(fonts), bypass_csp=bypass_csp)
        return open_now[key]

    return window


def answers(page: Page) -> bool:
    """Whether there is still something behind it."""
    try:
        return bool(page.evaluate("true"))
    except Error:
        return False


@pytest.fixture
def look(windows: Callable[[str, bool], Page], fonts: str, address: str) -> Open:
    """Shows a page as `visit` does, in a window that other tests look through, too.

    To open a window takes much longer than to show another page in it. What a test does there must
    go with the page: it may add to it and set sizes and media, but it follows no link and presses
    nothing, and what listens stops listening (`pages.listening`). A test has but one such window.
    """

    def show(
        path: str,
        viewport: ViewportSize = WINDOW,
        bypass_csp: bool = False,
        **media: Any,  # noqa: ANN401 - as Playwright has them
    ) -> Page:
        page = windows(fonts, bypass_csp)
        page.set_viewport_size(viewport)
        page.emulate_media(**{**MEDIA, **media})
        page.goto(address + path)
        return page

    return show

"""A real Chromium against the built site, served on this machine only."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import fonts as own
from tests.browser.pages import BUILT
from tests.browser.serving import served

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
PATIENCE = 30_000
"""Milliseconds: a busy machine may take long, as for the first build."""

expect.set_options(timeout=PATIENCE)

NOW = "2026-11-22T12:00:00+01:00"


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
    """A browser for each set of fonts, started when it is first asked for."""
    with sync_playwright() as playwright, ExitStack() as stack:

        @cache
        def browser(fonts: str) -> Browser:
            file = own.configuration(fonts, tmp_path_factory.mktemp(fonts))
            launched = playwright.chromium.launch(
                executable_path=str(CHROMIUM),
                args=ARGUMENTS,
                env={**os.environ, "FONTCONFIG_FILE": str(file)},
            )
            return stack.enter_context(closing(launched))

        yield browser


@pytest.fixture
def fonts() -> str:
    """The set of fonts that a page has, unless a test asks for others with `own.WITH_EACH`."""
    return "wide"


@pytest.fixture
def chromium(browsers: Callable[[str], Browser], fonts: str) -> Browser:
    """The browser that has these fonts."""
    return browsers(fonts)


Open = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a page at noon of the day the site was built for; options are Playwright's."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, now: str = NOW, **options: object) -> Page:
        context = chromium.new_context(
            **{"timezone_id": "Europe/Berlin", "locale": "de-DE", **options}  # type: ignore[arg-type]
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        if options.get("java_script_enabled", True):
            page.clock.set_fixed_time(now)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()

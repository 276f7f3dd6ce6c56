"""A site on a disk, opened without a server: styled, its links lead to files, its scripts run."""

from collections.abc import Callable, Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened
from tests.browser.pages import SMALL

pytestmark = pytest.mark.browser

PAGES = """index.html 404.html ar/index.html vereine/index.html vereine/chor/index.html
vereine/thema/musik/index.html ar/vereine/index.html ar/vereine/chor/index.html termine/index.html
ar/vereine/thema/musik/index.html bericht/2025/index.html mitmachen/termin/index.html""".split()


@pytest.fixture(scope="module")
def disk(built_once: Callable[..., Path]) -> Path:
    return built_once("portable-site", SMALL, LANGUAGES="de,ar", PORTABLE="1")


class Addresses(HTMLParser):
    """What a page leads to and loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in ("href", "src", "action"):
                self.found.add(value)
            if value and name == "srcset":
                self.found |= {one.split()[0] for one in value.split(",")}


def test_every_address_is_a_file(disk: Path) -> None:
    missing = set()
    for file in disk.rglob("*.html"):
        parser = Addresses()
        parser.feed(file.read_text())
        assert parser.found
        for address in (urldefrag(found).url for found in parser.found):
            parts = urlsplit(address)
            if not parts.scheme and not (file.parent / unquote(parts.path)).is_file() and address:
                missing.add((str(file.relative_to(disk)), address))
    assert missing == set()


def test_there_is_no_field_that_would_not_answer(disk: Path) -> None:
    """Opened from a disk, no page may fetch the index; the list of topics and letters stays."""
    pages = {file: file.read_text() for file in disk.rglob("*.html")}
    assert [file for file, text in pages.items() if "data-search-index" in text] == []
    assert "vereine/thema/" in pages[disk / "suche" / "index.html"]


@pytest.fixture
def window(chromium: Browser) -> Iterator[Page]:
    page = opened(chromium)
    with closing(page.context):
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_styled(window: Page, disk: Path, name: str) -> None:
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.on("requestfailed", lambda request: said.append(request.url))
    window.goto((disk / name).as_uri())
    window.wait_for_load_state("networkidle")
    assert said == []
    assert window.evaluate("getComputedStyle(document.body).margin") == "0px"
    assert window.evaluate("[...document.images].every((one) => one.naturalWidth)")
    assert window.locator("script[type=module]").count() == 0
    assert window.evaluate("Object.keys(self.modules)").count("expire.js") == 1


def test_links_work(window: Page, disk: Path) -> None:
    window.goto((disk / "vereine" / "chor" / "index.html").as_uri())
    window.locator(".wordmark").click()
    expect(window).to_have_url((disk / "index.html").as_uri())
    window.locator(".main-menu a, nav a").filter(has_text="Termine").first.click()
    expect(window).to_have_url((disk / "termine" / "index.html").as_uri())


def test_what_is_over_goes(window: Page, disk: Path) -> None:
    window.clock.set_fixed_time("2029-01-01T12:00:00+01:00")
    window.goto((disk / "termine" / "index.html").as_uri())
    assert window.locator("[data-over]").count() > 0
    assert window.locator("[data-until]:not([data-over]):visible").count() == 0

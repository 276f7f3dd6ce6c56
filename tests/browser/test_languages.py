"""Right to left, and the way from language to language, as a browser shows them."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from plugins.rendering.serve import server

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "directory": "/vereine/",
    "association, in German": "/vereine/chor-der-nationen/",
    "association, translated": "/vereine/arabische-schule/",
    "board": "/biete-suche/",
    "posting": "/biete-suche/kleiner-saal-mit-klavier/",
    "calendar": "/termine/",
    "month": "/termine/2026-12/",
    "event": "/termine/chorprobe/",
    "network": "/netzwerke/herkunftssprachen/",
    "funding": "/foerderung/",
    "report": "/bericht/koordinierungsstelle-2018-2021/",
    "participate": "/mitmachen/",
    "data": "/daten/",
}
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, run_build: Callable[..., object]
) -> Iterator[str]:
    """Where the sample site is served in German, Arabic and Ukrainian."""
    folder: Path = tmp_path_factory.mktemp("languages") / "site"
    run_build(folder, LANGUAGES="de,ar,uk")
    web = server(folder, 0)
    thread = threading.Thread(target=web.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{web.server_port}"
    web.shutdown()
    web.server_close()
    thread.join(timeout=10)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_right_to_left(visit: Visit, address: str, path: str, width: int) -> None:
    page = visit(f"/ar{path}", viewport={"width": width, "height": 900})
    page.wait_for_load_state("networkidle")
    inside = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inside[0] <= inside[1]
    # The page begins at the right: its name does, and the menu's end is left of it.
    name = page.locator(".wordmark").bounding_box()
    switch = page.locator(".languages summary").bounding_box()
    assert name is not None and switch is not None
    assert name["x"] > switch["x"]
    found = Axe().run(page).response["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_switch_without_javascript(visit: Visit, address: str, width: int) -> None:
    page = visit("/termine/", java_script_enabled=False, viewport={"width": width, "height": 844})
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Українська", exact=True).click()
    assert page.url == f"{address}/uk/termine/"
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Deutsch", exact=True).click()
    assert page.url == f"{address}/termine/"


@pytest.mark.parametrize(
    ("query", "expected"),
    [("Chor der Nationen", "إدراج واحد"), ("zzzz", "لا إدراجات"), ("", "45 إدراجًا")],
)
def test_results_are_counted_in_the_forms_of_the_language(
    visit: Visit, query: str, expected: str
) -> None:
    page = visit("/ar/vereine/")
    page.locator("#suche").fill(query)
    expect(page.locator("[data-filter-count]")).to_have_text(expected)

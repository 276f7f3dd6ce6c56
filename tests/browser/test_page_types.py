"""Every page type, looked at as a browser does: light and dark, on a phone and on a desk."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

pytestmark = pytest.mark.browser

# One address for each page type, and for each of its faces.
PAGES = {
    "home": "/",
    "directory": "/vereine/",
    "facet": "/vereine/thema/musik/",
    "facet of a language": "/vereine/sprache/ar/",
    "association, full": "/vereine/chor-der-nationen/",
    "association, own script": "/vereine/arabische-schule/",
    "association, minimal": "/vereine/ghana-union/",
    "association, ended": "/vereine/tamilische-schule/",
    "association, moved": "/vereine/boxclub-1926/",
    "board": "/biete-suche/",
    "board archive": "/biete-suche/archiv/",
    "posting with matches": "/biete-suche/proberaum-stimmbildung/",
    "posting with a room": "/biete-suche/kleiner-saal-mit-klavier/",
    "calendar": "/termine/",
    "month": "/termine/2026-12/",
    "archive": "/termine/archiv/",
    "year": "/termine/archiv/2021/",
    "event, recurring": "/termine/chorprobe/",
    "event, cancelled": "/termine/mehrsprachige-schlossfuehrung-2020/",
    "event, all day": "/termine/fest-der-kulturen-2027/",
    "event, over": "/termine/netzwerktreffen-2019/",
    "networks": "/netzwerke/",
    "network": "/netzwerke/herkunftssprachen/",
    "network, ended": "/netzwerke/raum/",
    "funding": "/foerderung/",
    "reports": "/bericht/",
    "report": "/bericht/koordinierungsstelle-2018-2021/",
    "advice": "/verein-gruenden/",
    "easy language": "/leichte-sprache/",
    "imprint": "/impressum/",
    "participate": "/mitmachen/",
    "not found": "/404.html",
}
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
Visit = Callable[..., Page]


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page(visit: Visit, address: str, path: str, size: str, scheme: str) -> None:
    said: list[str] = []
    asked: list[Request] = []
    page = visit("/404.html", viewport=SIZES[size], color_scheme=scheme)
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request))
    answer = page.goto(address + path, wait_until="networkidle")
    assert answer is not None and answer.status == 200
    assert said == []
    assert [r.url for r in asked if not r.url.startswith(address)] == []
    assert page.locator("h1").count() == 1
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_narrow(visit: Visit, path: str) -> None:
    """320 pixels, which is also a desk at 400 % (WCAG 2.2, 1.4.10): nothing sticks out sideways."""
    page = visit(path, viewport={"width": 320, "height": 700})
    page.wait_for_load_state("networkidle")
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]


def test_everything_open(visit: Visit) -> None:
    """What is folded away is accessible, too."""
    for path in ("/vereine/", "/vereine/chor-der-nationen/", PAGES["report"]):
        page = visit(path, viewport=SIZES["phone"])
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert violations(page) == []
        page.get_by_role("button", name="Menü").click()
        assert page.get_by_role("navigation", name="Hauptmenü").is_visible()
        assert violations(page) == []


def test_a_finding_would_be_found(visit: Visit) -> None:
    page = visit("/")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=/favicon.svg>'")
    assert any(v.startswith("image-alt") for v in violations(page))


def test_unknown_address_gets_the_page_for_it(visit: Visit) -> None:
    page = visit("/gibt/es/nicht/")
    assert page.get_by_role("heading", level=1).is_visible()
    page.get_by_role("link", name="Vereine", exact=True).first.click()
    assert page.url.endswith("/vereine/")

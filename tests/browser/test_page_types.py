"""Every page type, looked at as a browser does: light and dark, on a phone and on a desk."""

import pytest
from playwright.sync_api import Request

from tests.browser.pages import LANGUAGES, PAGES, SCHEMES, SIZES, Visit, localised, violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page(visit: Visit, address: str, path: str, size: str, scheme: str, language: str) -> None:
    said: list[str] = []
    asked: list[Request] = []
    page = visit("/404.html", viewport=SIZES[size], color_scheme=scheme)
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request))
    answer = page.goto(address + localised(path, language), wait_until="networkidle")
    assert answer is not None and answer.status == 200
    assert said == []
    assert [r.url for r in asked if not r.url.startswith(address)] == []
    assert page.locator("h1").count() == 1
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
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

"""Every page type, looked at as a browser does: light and dark, on a phone and on a desk."""

from itertools import product
from pathlib import Path

import pytest

from tests.browser.pages import (
    ALL_PAGES,
    ALL_TYPES,
    SCHEMES,
    SIZES,
    Visit,
    follow,
    listening,
    sticks_out,
    violations,
)

pytestmark = pytest.mark.browser


BLOCKED = "Service Worker registration blocked by Playwright"
"""What the tests themselves want: pages come from the server, not from a copy."""

SEEN = tuple(product(SIZES.values(), SCHEMES))
"""On a phone and on a desk, light and dark. Of further faces of a type the first and last do."""


@pytest.mark.parametrize("path", ALL_PAGES.values(), ids=ALL_PAGES)
def test_page(look: Visit, address: str, path: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page = look("/404.html", reduced_motion="reduce")
    with listening(
        page,
        console=lambda message: said.append(f"{message.type}: {message.text}"),
        pageerror=lambda error: said.append(str(error)),
        request=lambda request: asked.append(request.url),
    ):
        answer = page.goto(address + path)
        assert answer is not None and answer.status == 200
        assert page.locator("h1").count() == 1
        for size, scheme in SEEN if path in ALL_TYPES.values() else SEEN[::3]:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            assert not sticks_out(page)
            assert violations(page) == []
    assert [one for one in said if BLOCKED not in one] == []
    assert asked and [url for url in asked if not url.startswith(address)] == []


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_an_entry_that_moved(visit: Visit, address: str, site: Path, prefix: str) -> None:
    """Its old address leads on; where it does not, a page says so that everyone can read."""
    old, new = f"{prefix}/vereine/boxclub-1926/", f"{address}{prefix}/vereine/boxclub-hafen/"
    page = visit(old)
    page.wait_for_url(new)
    html = (site / old.strip("/") / "index.html").read_text(encoding="utf-8")
    stays = html.replace('http-equiv="refresh"', "")
    page.route(f"**{old}", lambda route: route.fulfill(body=stays, content_type="text/html"))
    page.goto(address + old)
    assert page.locator(f'main a[href="{prefix}/vereine/boxclub-hafen/"]').is_visible()
    assert violations(page) == []


def test_a_finding_would_be_found(visit: Visit) -> None:
    page = visit("/")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=/favicon.svg>'")
    assert any(v.startswith("image-alt") for v in violations(page))


def test_unknown_address_gets_the_page_for_it(visit: Visit) -> None:
    page = visit("/gibt/es/nicht/")
    assert page.get_by_role("heading", level=1).is_visible()
    follow(page.get_by_role("link", name="Vereine", exact=True).first)
    assert page.url.endswith("/vereine/")

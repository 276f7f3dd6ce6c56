"""Dates in a page of somebody else: with a policy of its own, narrow, dark, without a script."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.browser.pages import SCHEMES, Visit, sticks_out, violations

pytestmark = pytest.mark.browser

PATHS = ("/vereine/chor-der-nationen/kalender.html", "/termine/thema/musik/kalender.html")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PATHS)
def test_it_has_room_in_240_pixels(visit: Visit, path: str, scheme: str) -> None:
    page = visit(path, viewport={"width": 240, "height": 480}, color_scheme=scheme)
    assert not sticks_out(page)
    assert violations(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_it_needs_no_script(visit: Visit, path: str) -> None:
    page = visit(path, java_script_enabled=False)
    assert 1 <= page.locator(".event").count() <= 10


def test_what_is_over_leaves_it(visit: Visit) -> None:
    page = visit(PATHS[0], now="2199-01-01T12:00:00+01:00")
    expect(page.get_by_text("Zurzeit ist nichts geplant.")).to_be_visible()


@pytest.fixture
def host(address: str) -> Iterator[str]:
    """The address of somebody else's page that has the frame in it; it allows nothing besides."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            policy = f"default-src 'none'; frame-src {address}"
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            frame = f'<iframe src="{address}{PATHS[0]}" title="Termine"></iframe>'
            self.wfile.write(f"<!doctype html><title>Verein</title>{frame}".encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def test_links_leave_the_page_of_a_host_with_a_strict_policy(
    visit: Visit, host: str, address: str
) -> None:
    page = visit("/stand/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(host)
    link = page.frame_locator("iframe").locator(".event a").first
    expect(link).to_be_visible()
    assert [text for text in said if "favicon" not in text] == []
    link.click()
    page.wait_for_url(f"{address}/termine/*/")

"""Without a network: what was visited is there and says of when it is; there is an end to it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import USUAL
from tests.browser.pages import SMALL
from tests.waiting import MOST, until

pytestmark = pytest.mark.browser

KEPT = """async () => {
    const cache = await caches.open("/|pages");
    return (await cache.keys()).map((one) => new URL(one.url).pathname).sort();
}"""
ALWAYS = ("/", "/vereine/", "/termine/", "/offline/", "/stand/")


WEEKS = tuple(f"/termine/2026-W{number}/" for number in range(47, 52))


class Site(SimpleHTTPRequestHandler):
    """Files, and when they were asked for; nothing while the site is `down`."""

    down = False
    date = "Sun, 22 Nov 2026 11:00:00 GMT"

    def do_GET(self) -> None:
        if type(self).down:
            self.connection.close()
        else:
            super().do_GET()

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(timestamp) if timestamp else type(self).date

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, type[Site]]]:
    """An own address for each test: workers belong to one."""
    site = type("OwnSite", (Site,), {})
    web = ThreadingHTTPServer(("127.0.0.1", 0), partial(site, directory=str(folder)))
    threading.Thread(target=web.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{web.server_port}", site
    web.shutdown()
    web.server_close()


@pytest.fixture
def folder(built_once: Callable[..., Path], tmp_path: Path) -> Path:
    """A site of its own, that a test may change."""
    built = built_once("kept-site", SMALL, LANGUAGES="de,ar")
    return copytree(built, tmp_path / "site")


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(**{**USUAL, "service_workers": "allow"})  # type: ignore[arg-type]
    context.set_default_timeout(1000 * MOST)
    with closing(context):
        yield context


def kept(page: Page, *paths: str) -> None:
    """Wait until the browser keeps these pages, and the worker answers for them.

    Not by `wait_for_function`: to that a promise is true, whatever it promises.
    """
    until(lambda: page.evaluate("navigator.serviceWorker.controller?.state === 'activated'"))
    until(lambda: set(paths) <= set(page.evaluate(KEPT)))


def test_what_was_visited_is_there(visitor: BrowserContext, folder: Path) -> None:
    with served(folder) as (address, site):
        page = visitor.new_page()
        page.goto(f"{address}/vereine/chor/")
        kept(page, "/vereine/chor/", *ALWAYS)
        assert page.locator("[data-copy]").count() == 0
        site.down = True
        for path in ("/vereine/chor/", "/vereine/?q=chor", *ALWAYS[:3]):
            page.goto(address + path)
            expect(page.locator("main > [data-copy]")).to_contain_text("22. November 2026 um 12:00")
            assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
        page.goto(f"{address}/bericht/2025/")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Diese Seite ist ohne Netz nicht da"
        )
        expect(page.locator("[data-at-hand] a[href$='/vereine/chor/']")).to_be_visible()
        site.down, site.date = False, "Mon, 23 Nov 2026 11:00:00 GMT"
        page.goto(f"{address}/vereine/chor/")
        assert page.locator("[data-copy]").count() == 0


def test_in_the_language_of_the_page(visitor: BrowserContext, folder: Path) -> None:
    with served(folder) as (address, site):
        page = visitor.new_page()
        page.goto(f"{address}/ar/")
        kept(page, *(f"/ar{path}" for path in ALWAYS))
        assert "/termine/" not in page.evaluate(KEPT)
        site.down = True
        page.goto(f"{address}/ar/termine/")
        expect(page.locator("main > [data-copy]")).to_contain_text("نوفمبر")
        page.goto(f"{address}/termine/")
        expect(page.locator("html")).to_have_attribute("lang", "ar")
        expect(page.locator("[data-at-hand] a[href$='/ar/']").first).to_be_visible()


def test_the_calendar_of_the_next_four_weeks_is_there(
    visitor: BrowserContext, folder: Path
) -> None:
    with served(folder) as (address, site):
        page = visitor.new_page()
        page.goto(f"{address}/vereine/chor/")
        kept(page, *ALWAYS, *WEEKS)
        page.goto(f"{address}/impressum/")
        kept(page, "/impressum/")
        weeks = [path for path in page.evaluate(KEPT) if "-W" in path]
        assert weeks == list(WEEKS)
        site.down = True
        for path in (WEEKS[0], WEEKS[-1]):
            page.goto(address + path)
            expect(page.locator("main > [data-copy]")).to_contain_text("22. November 2026 um 12:00")


def test_a_new_site_comes_and_what_is_gone_goes(visitor: BrowserContext, folder: Path) -> None:
    with served(folder) as (address, site):
        page = visitor.new_page()
        page.goto(f"{address}/vereine/chor/")
        kept(page, "/vereine/chor/", *ALWAYS)
        home = folder / "index.html"
        home.write_text(home.read_text().replace("</h1>", " NEU</h1>", 1))
        page.goto(f"{address}/")
        expect(page.locator("h1")).to_contain_text("NEU")
        (folder / "vereine" / "chor" / "index.html").unlink()
        (folder / "vereine" / "chor" / "x").touch()
        (folder / "vereine" / "chor").rename(folder / "vereine" / "weg")
        page.goto(f"{address}/vereine/chor/")
        until(lambda: "/vereine/chor/" not in page.evaluate(KEPT))
        site.down = True
        page.goto(f"{address}/")
        expect(page.locator("h1")).to_contain_text("NEU")


def test_there_are_never_too_many(visitor: BrowserContext, folder: Path) -> None:
    page_of_chor = (folder / "vereine" / "chor" / "index.html").read_bytes()
    for number in range(70):
        (folder / "viele" / str(number)).mkdir(parents=True)
        (folder / "viele" / str(number) / "index.html").write_bytes(page_of_chor)
    with served(folder) as (address, _):
        page = visitor.new_page()
        page.goto(f"{address}/")
        kept(page, *ALWAYS)
        page.wait_for_function("() => navigator.serviceWorker.controller")
        page.evaluate("""async () => {
            for (let n = 0; n < 70; n++) await (await fetch(`/viele/${n}/`)).text();
        }""")
        kept(page, "/viele/69/", *ALWAYS)

        def many() -> list[str]:
            return [path for path in page.evaluate(KEPT) if path.startswith("/viele/")]

        until(lambda: len(many()) == 60)
        assert "/viele/0/" not in many()


def test_a_site_that_wants_none_gets_rid_of_it(visitor: BrowserContext, folder: Path) -> None:
    with served(folder) as (address, _):
        page = visitor.new_page()
        page.goto(f"{address}/")
        kept(page, *ALWAYS)
        home = folder / "index.html"
        home.write_text(home.read_text().replace('<link rel="manifest"', '<link rel="nothing"'))
        page.wait_for_function("() => navigator.serviceWorker.controller")
        page.goto(f"{address}/")
        until(
            lambda: page.evaluate("async () => !(await navigator.serviceWorker.getRegistration())")
        )
        until(lambda: page.evaluate("async () => !(await caches.keys()).length"))


def test_installable(visitor: BrowserContext, folder: Path) -> None:
    with served(folder) as (address, _):
        page = visitor.new_page()
        page.goto(f"{address}/ar/")
        session = visitor.new_cdp_session(page)
        manifest = session.send("Page.getAppManifest")
        assert manifest["errors"] == []
        assert manifest["url"] == f"{address}/app/ar.webmanifest"
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []

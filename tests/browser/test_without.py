"""What still works when something is missing: JavaScript, a mouse, a rebuild, a new browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import NO, SIZES, YES, Visit, edit, follow, sticks_out, violations

pytestmark = pytest.mark.browser

SECTIONS = ["/vereine/", "/termine/", "/biete-suche/", "/netzwerke/", "/foerderung/", "/mitmachen/"]


@pytest.mark.parametrize("path", SECTIONS)
def test_menu_without_javascript_on_a_phone(visit: Visit, address: str, path: str) -> None:
    page = visit("/", java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.get_by_role("button", name="Menü").click()
    follow(page.locator(f'#menu a[href="{path}"]'))
    assert page.url == address + path


def without_popovers(text: str) -> str:
    """What a browser from before 2023 makes of a page, or of its style sheet."""
    text = text.replace(" popover ", " ").replace(" popovertarget=", " data-unknown=")
    text = text.replace("@supports not selector(:popover-open)", YES)
    return text.replace("@supports selector(:popover-open)", NO)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["", "/ar"])
def test_without_popovers_all_links_are_there(
    visit: Visit, address: str, size: str, language: str
) -> None:
    page = visit("/404.html", viewport=SIZES[size])
    for files in ("**/*/", "**/site.css"):
        edit(page, files, without_popovers)
    page.goto(f"{address}{language}/termine/")
    assert page.locator("header a:visible").count() == page.locator("header a").count() > 10
    openers = page.locator("header button:not([type=submit])")  # the search needs no popover
    assert openers.count() > 0 and openers.locator("visible=true").count() == 0
    assert not sticks_out(page)
    assert violations(page) == []
    follow(page.locator("#sprachwahl a[lang=uk]"))
    assert page.url == f"{address}/uk/termine/"


def test_skip_link(visit: Visit) -> None:
    page = visit("/vereine/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inhalt")).to_be_focused()


def visible_events(page: Page) -> int:
    return page.locator("li.event:visible").count()


def test_what_is_over_leaves_without_a_rebuild(visit: Visit) -> None:
    """A site that nobody rebuilds: on a later day the past is gone from what comes."""
    now = visit("/termine/")
    later = visit("/termine/", now="2026-12-24T12:00:00+01:00")
    long_after = visit("/termine/", now="2031-01-01T12:00:00+01:00")
    assert visible_events(now) > visible_events(later) > 0
    assert visible_events(long_after) == 0


def test_an_expired_posting_leaves_the_board(visit: Visit) -> None:
    now = visit("/biete-suche/")
    later = visit("/biete-suche/", now="2028-01-01T12:00:00+01:00")
    assert now.locator("article.posting:visible").count() == 14
    assert later.locator("article.posting:visible").count() == 0


def test_today_is_the_sites_not_the_visitors(visit: Visit) -> None:
    """In Auckland it is the 23rd already, in Berlin still the 22nd."""
    there = visit("/termine/", now="2026-11-22T22:00:00Z", timezone_id="Pacific/Auckland")
    here = visit("/termine/", now="2026-11-22T22:00:00Z")
    assert visible_events(there) == visible_events(here)


def test_print(visit: Visit) -> None:
    page = visit("/vereine/chor-der-nationen/")
    page.emulate_media(media="print")
    assert not page.locator("nav.menu").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()

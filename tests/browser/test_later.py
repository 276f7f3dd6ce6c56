"""A site that nobody builds any more: a year later it says nothing that is false by then."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LANGUAGES, Visit, localised

pytestmark = pytest.mark.browser

LATER = "2027-11-28T12:00:00+01:00"
FRESH, STALE = "2027-01-21T12:00:00+01:00", "2027-01-22T12:00:00+01:00"
"""60 and 61 days after the site was built."""


def told(page: Page) -> list[str]:
    """The dates of the notice that the site is old."""
    found = page.locator("main > [data-built]:visible").all()
    return [one.get_attribute("data-built") or "" for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/", "/vereine/chor-der-nationen/", "/termine/", "/impressum/"])
def test_a_stale_site_says_so_on_every_page(visit: Visit, path: str, language: str) -> None:
    page = visit(localised(path, language), now=STALE)
    expect(page.locator("main > [data-built]")).to_be_visible()
    assert told(page) == ["2026-11-22"]
    assert page.locator("main > [data-built] .notice__title").inner_text().count("2026") == 1


def test_a_fresh_site_says_nothing(visit: Visit) -> None:
    page = visit("/", now=FRESH)
    page.wait_for_function("() => sessionStorage.getItem('stand')")
    assert told(page) == []
    page.goto(page.url + "stand/")
    assert told(page) == []


def test_no_month_that_has_passed_is_to_come(visit: Visit) -> None:
    page = visit("/termine/", now=LATER)
    expect(page.get_by_text("Was danach kommt, steht auf den Monatsblättern.")).to_be_visible()
    months = re.findall(r"\w+ 20\d\d", page.locator("main").inner_text().partition("Monate")[2])
    assert months == ["November 2027"]
    assert "Weiter mit" not in page.locator("main").inner_text()


def test_what_is_left_of_the_list_leads_on(visit: Visit) -> None:
    page = visit("/termine/", now="2027-02-01T12:00:00+01:00")
    assert "Weiter mit Februar 2027" in page.locator("main").inner_text()


def test_a_series_has_the_dates_that_the_months_have(visit: Visit) -> None:
    now = "2027-08-15T12:00:00+02:00"
    month = visit("/termine/2027-08/", now=now)
    assert month.locator("a[href='/termine/chorprobe/']:visible").count() > 0
    page = visit("/termine/chorprobe/", now=now)
    expect(page.get_by_text("Dienstag, 17. August 2027")).to_be_visible()
    assert "Jede Woche am Dienstag" in page.locator(".lead").inner_text()


def test_a_series_keeps_no_rhythm_without_dates(visit: Visit) -> None:
    page = visit("/termine/chorprobe/", now="2028-01-10T12:00:00+01:00")
    expect(page.locator("main")).to_contain_text("Neuere Termine stehen hier noch nicht.")
    assert "Jede" not in page.locator("main").inner_text()
    assert "Die Termine danach" not in page.locator("main").inner_text()
    page = visit("/termine/chorprobe/")
    assert "Jede Woche am Dienstag" in page.locator(".lead").inner_text()


@pytest.mark.parametrize("path", ["/netzwerke/", "/netzwerke/herkunftssprachen/"])
def test_networks_keep_no_rhythm(visit: Visit, path: str) -> None:
    page = visit(path, now=LATER)
    expect(page.locator("main > [data-built]")).to_be_visible()
    assert "Zweimal im Jahr" not in page.locator("main").inner_text()
    assert "Zweimal im Jahr" in visit(path).locator("main").inner_text()


def test_the_board_says_that_it_is_empty(visit: Visit) -> None:
    page = visit("/biete-suche/", now=LATER)
    expect(page.get_by_text("Am Brett hängt gerade nichts")).to_be_visible()
    assert page.locator("[data-filter]:visible").count() == 0
    assert "Neu am Brett" not in visit("/", now=LATER).locator("main").inner_text()
    page = visit("/biete-suche/")
    assert not page.get_by_text("Am Brett hängt gerade nichts").is_visible()
    assert page.locator("[data-filter]:visible").count() > 0


@pytest.mark.parametrize(
    "path", ["/termine/", "/termine/chorprobe/", "/vereine/chor-der-nationen/"]
)
def test_a_calendar_is_subscribed_to(visit: Visit, path: str) -> None:
    page = visit(path)
    link = page.locator("main a[href^='webcal:']").first
    href = link.get_attribute("href") or ""
    assert re.fullmatch(r"webcal://anlaufstelle\.example/(?:vereine/[a-z-]+/)?termine\.ics", href)
    page.locator("summary", has_text="Es öffnet sich kein Kalender?").first.click()
    address = href.replace("webcal", "https")
    expect(page.locator("code", has_text=address).first).to_be_visible()
    file = page.locator("details[open] a[download]").first
    assert address.endswith(file.get_attribute("href") or "?")
    assert "herunterladen" in file.inner_text()

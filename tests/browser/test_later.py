"""A site that nobody builds any more: a year later it says nothing that is false by then."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import BUILT, LANGUAGES, Visit, localised

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
    page.get_by_text("Monate", exact=True).click()
    months = re.findall(r"\w+ 20\d\d", page.locator(".ways").inner_text())
    assert months == ["November 2027"]
    assert "Diese Woche" not in page.locator("main").inner_text()


def test_how_many_there_are_is_said_as_long_as_it_is_true(visit: Visit) -> None:
    """Of what is free on the day on which the site was built, and a week later."""
    path, lead = "/termine/kostenlos/", ".lead"
    page = visit(path)
    rows = page.locator(".event-list > li:visible").count()
    assert page.locator(lead).inner_text().startswith(f"{rows} Veranstaltungen")
    page = visit(path, now="2026-12-14T12:00:00+01:00")
    assert 0 < page.locator(".event-list > li:visible").count() < rows
    expect(page.locator(lead)).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("now", ["2026-11-22T23:00:00+01:00", "2026-11-29T12:00:00+01:00"])
def test_a_weekend_on_which_nothing_is_left_leads_on(visit: Visit, language: str, now: str) -> None:
    """On its Sunday, and a week later: what the page says holds for both."""
    page = visit(localised("/termine/wochenende/", language), now=now)
    assert page.locator(".event:visible").count() == 0
    onward = page.locator(".section a:visible").last
    assert onward.evaluate("(a) => a.pathname") == localised("/termine/", language)
    if language == "de":
        assert page.locator("h1").inner_text() == "Wochenende"
        assert page.locator("main").inner_text().count("ieses Wochenende") == 0
        assert "vorbei" not in page.locator("main").inner_text()


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_over_goes_into_nobodys_calendar(visit: Visit, language: str) -> None:
    path = localised("/termine/adventskonzert-2026/", language)
    expect(visit(path).locator("#kalender")).to_be_visible()
    expect(visit(path, now=LATER).locator("#kalender")).to_be_hidden()
    over = visit(localised("/termine/netzwerktreffen-2019/", language))
    assert over.locator("main a[download], main a[href^='webcal:']").count() == 0
    trail = over.locator(".breadcrumb a").evaluate_all("(all) => all.map((a) => a.pathname)")
    assert trail[1:] == [
        localised(p, language) for p in ("/termine/", "/termine/archiv/", "/termine/archiv/2019/")
    ]


def test_nobody_hangs_up_what_is_over(visit: Visit) -> None:
    """An association can be hung up whenever somebody wants."""
    event, association = "/termine/adventskonzert-2026/", "/vereine/chor-der-nationen/"
    sheets = "main a[href='#aushang']"
    expect(visit(event).locator(sheets)).to_be_visible()
    expect(visit(event, now=LATER).locator(sheets)).to_be_hidden()
    expect(visit(association, now=LATER).locator(sheets)).to_be_visible()


@pytest.mark.parametrize("language", BUILT)
def test_days_and_times_stand_in_one_line(visit: Visit, language: str) -> None:
    page = visit(localised("/termine/", language), viewport={"width": 320, "height": 800})
    broken = """(all) => all.filter((one) => {
        const tops = [...one.getClientRects()].map((part) => Math.round(part.top));
        const most = 1.9 * parseFloat(getComputedStyle(one).lineHeight);
        return new Set(tops).size > 1 || one.getBoundingClientRect().height > most;
    }).map((one) => one.textContent)"""
    shown = page.locator(".date-block span:not(.visually-hidden), .event__time")
    assert shown.count() > 30
    assert shown.evaluate_all(broken) == []


@pytest.mark.parametrize("language", BUILT)
@pytest.mark.parametrize("width", [1120, 1280])
def test_a_month_breaks_no_word(visit: Visit, language: str, width: int) -> None:
    path = localised("/termine/2026-12/", language)
    page = visit(path, viewport={"width": width, "height": 900})
    words = """(month) => {
        const range = document.createRange();
        const walker = document.createTreeWalker(month, NodeFilter.SHOW_TEXT);
        const broken = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const word of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                const parts = [...range.getClientRects()].filter((one) => one.width > 2);
                if (new Set(parts.map((one) => one.top)).size > 1) broken.push(word[0]);
            }
        return broken;
    }"""
    assert page.locator(".month tbody").evaluate(words) == []

"""The calendar is filtered by the clock of whoever looks; without a script choices are pages."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.catalogue.settings import Settings
from plugins.rendering import urls
from plugins.rendering.urls import Address
from tests.browser.pages import BUILT, LANGUAGES, Visit, as_typed, localised

pytestmark = pytest.mark.browser

WHEN = ("heute", "morgen", "wochenende", "naechste-woche")


def shown(page: Page) -> list[tuple[str, str]]:
    """The rows that are to be seen: the day, and the id of the event."""
    return [
        (day or "", (link or "").rstrip("/").rpartition("/")[2])
        for row in page.locator("[data-filter-item]:visible").all()
        for day in [row.locator(".date-block").get_attribute("datetime")]
        for link in [row.locator(".event__title a").get_attribute("href")]
    ]


def counts(page: Page) -> list[str]:
    """How many there are today, tomorrow, at the weekend, next week."""
    return [
        page.locator(f"[data-filter='when'][data-value='{value}'] span").text_content() or ""
        for value in WHEN
    ]


def test_today_by_the_clock(visit: Visit) -> None:
    noon = visit("/termine/?wann=heute", now="2026-11-24T09:00:00+01:00")
    assert shown(noon) == [
        ("2026-11-24", "deutschkurs-rosa-2026"),
        ("2026-11-24", "chorprobe"),
    ]
    assert counts(noon)[0] == "2"
    late = visit("/termine/?wann=heute", now="2026-11-24T21:20:00+01:00")
    assert (shown(late), counts(late)[0]) == ([], "0")
    expect(late.locator("[data-filter-empty]")).to_be_visible()


def test_over_midnight(visit: Visit) -> None:
    """What was tomorrow is today, also on a page that was left open."""
    before = visit("/termine/?wann=morgen", now="2026-11-23T23:59:00+01:00")
    found = shown(before)
    assert [day for day, _ in found] == ["2026-11-24"] * 2
    before.clock.set_fixed_time("2026-11-24T00:01:00+01:00")
    with before.expect_navigation():
        before.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert [day for day, _ in shown(before)] == ["2026-11-25"] * len(shown(before))
    after = visit("/termine/?wann=heute", now="2026-11-24T00:01:00+01:00")
    assert shown(after) == found


@pytest.mark.parametrize("name", ["any_online", "any_children", "next_week"])
def test_what_the_search_leads_to_is_filtered(visit: Visit, settings: Settings, name: str) -> None:
    """The hits of »online« and »nächste Woche« (plugins/search/calendar_pages.py)."""
    page = visit(urls.path(Address(name), settings.site.addresses))
    pressed = page.locator("[data-filter][aria-pressed='true']")
    expect(pressed).to_have_count(1)
    assert pressed.locator("span").text_content() == str(len(shown(page)))


@pytest.mark.parametrize("zone", ["America/Tegucigalpa", "Pacific/Auckland"])
def test_the_days_are_the_citys(visit: Visit, zone: str) -> None:
    page = visit("/termine/?wann=heute", now="2026-11-24T09:00:00+01:00", timezone_id=zone)
    assert [day for day, _ in shown(page)] == ["2026-11-24"] * 2


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-11-23T09:00:00+01:00", {"2026-11-28", "2026-11-29"}),
        ("2026-12-04T09:00:00+01:00", {"2026-12-05", "2026-12-06"}),
        ("2026-12-06T09:00:00+01:00", {"2026-12-05", "2026-12-06"}),
        ("2026-12-07T00:00:00+01:00", {"2026-12-12", "2026-12-13"}),
    ],
)
def test_the_weekend(visit: Visit, now: str, days: set[str]) -> None:
    page = visit("/termine/?wann=wochenende", now=now)
    found = {day for day, event in shown(page) if event != "ausstellung-farbe-der-wege-2026"}
    assert found <= days
    assert counts(page)[2] == str(len(shown(page)))


def test_a_series_shows_its_date_in_the_week_that_is_asked_for(visit: Visit) -> None:
    page = visit("/termine/", now="2026-11-23T09:00:00+01:00")
    assert ("2026-11-24", "chorprobe") in shown(page)
    page.get_by_text("Nächste Woche").click()
    assert ("2026-12-01", "chorprobe") in shown(page)
    assert "wann=naechste-woche" in page.url
    days = [day for day, _ in shown(page)]
    assert days == sorted(days)
    page.locator("[data-filter-reset]:visible").first.click()
    assert ("2026-11-24", "chorprobe") in shown(page)


def test_a_year_later(visit: Visit) -> None:
    page = visit("/termine/?wann=naechste-woche", now="2027-11-10T09:00:00+01:00")
    assert ("2027-11-16", "chorprobe") in shown(page)
    assert all("2027-11-15" <= day <= "2027-11-21" for day, _ in shown(page))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("kostenlos=1", "kostenlos"),
        ("barrierefrei=1", "barrierefrei"),
        ("thema=musik", "thema/musik"),
        ("sprache=tr", "sprache/tr"),
    ],
)
def test_the_filter_finds_what_the_page_has(visit: Visit, query: str, page: str) -> None:
    filtered = visit(f"/termine/?{query}")
    found = shown(filtered)
    own = visit(f"/termine/{page}/", java_script_enabled=False)
    links = own.locator(".event__title a").evaluate_all("(all) => all.map((a) => a.pathname)")
    assert [f"/termine/{event}/" for _, event in found] == links != []
    pressed = filtered.locator("[aria-pressed='true'] span")
    assert pressed.text_content() == str(len(links))


def test_choices_narrow_each_other_and_stand_in_the_address(visit: Visit) -> None:
    page = visit("/termine/?kostenlos=1&barrierefrei=1&stadtteil=mitte,nord&format=meeting")
    rows = page.locator("[data-filter-item]:visible")
    for row in rows.all():
        assert (row.get_attribute("data-free"), row.get_attribute("data-step_free")) == ("1", "1")
        assert row.get_attribute("data-format") == "meeting"
    unfolded = page.locator("details.facet[open]")
    assert unfolded.count() >= 1


@pytest.mark.parametrize("language", BUILT)
def test_without_a_script_each_choice_that_is_shown_is_a_page(
    visit: Visit, site: Path, language: str
) -> None:
    page = visit(localised("/termine/", language), java_script_enabled=False)
    chips = page.locator("a.chip:visible")
    targets = set(chips.evaluate_all("(all) => all.map((a) => a.pathname + a.search)"))
    assert localised("/termine/kostenlos/", language) in targets
    assert not any("?" in target for target in targets)
    for target in sorted(targets):
        assert (site / target.strip("/") / "index.html").is_file(), target


def test_the_weekend_without_a_script_says_its_days(visit: Visit) -> None:
    page = visit("/termine/wochenende/", java_script_enabled=False)
    lead = as_typed(page.locator(".lead").inner_text())
    assert "21. November 2026" in lead and "22. November 2026" in lead


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_week_leads_to_those_beside_it(visit: Visit, language: str) -> None:
    page = visit(localised("/termine/2026-W48/", language))
    found = page.locator(".pager").first.locator("a")
    paths = found.evaluate_all("(all) => all.map((a) => a.pathname)")
    weeks = ("/termine/2026-W47/", "/termine/2026-W49/")
    assert paths == [localised(week, language) for week in weeks]
    days = page.locator(".day__date time").evaluate_all("(all) => all.map((t) => t.dateTime)")
    assert days == sorted(days) and all("2026-11-23" <= day <= "2026-11-29" for day in days)

"""A series takes one row in a list; a page that nobody rebuilt shows its next date by itself."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import BUILT, Visit, localised

pytestmark = pytest.mark.browser

LISTS = ("/", "/termine/", "/vereine/chor-der-nationen/", "/termine/thema/musik/")
CHOIR = ".event:has(a[href$='/termine/chorprobe/'])"

MOMENTS = {
    "2026-11-22T12:00:00+01:00": ("2026-11-24T19:30", 49),
    "2026-11-24T21:14:00+01:00": ("2026-11-24T19:30", 49),
    "2026-11-24T21:16:00+01:00": ("2026-12-01T19:30", 48),
    "2026-12-02T00:01:00+01:00": ("2026-12-14T19:30", 47),
    "2027-08-15T12:00:00+02:00": ("2027-08-17T19:30", 14),
    "2027-11-16T21:16:00+01:00": ("2027-11-23T19:30", 0),
}
"""A time, the date that is next then, and how many there are after it. One is moved: 14 December
in the place of the 15th, one is called off, on two there is a pause."""


def next_date(page: Page) -> str:
    found = page.locator(f"{CHOIR} .event__when time:visible").first.get_attribute("datetime")
    return found or ""


@pytest.mark.parametrize("now", MOMENTS)
def test_the_next_date_by_the_clock(visit: Visit, now: str) -> None:
    expected, left = MOMENTS[now]
    for path in LISTS:
        page = visit(path, now=now)
        row = page.locator(CHOIR)
        if path == "/" and row.count() == 0:
            continue
        expect(row).to_have_count(1)
        assert next_date(page) == expected, path
        leaf = row.locator(".date-block")
        assert leaf.get_attribute("datetime") == expected[:10]
        assert leaf.locator(".date-block__day").inner_text() == f"{int(expected[8:10])}."
        more = row.locator("[data-more]")
        if left:
            assert f" {left} " in more.inner_text(), path
        else:
            expect(more).to_be_hidden()


def test_in_another_time_zone_the_citys_clock_counts(visit: Visit) -> None:
    """When it is over in the city, it is still five in the afternoon in Honduras."""
    page = visit("/termine/", now="2026-11-24T21:16:00+01:00", timezone_id="America/Tegucigalpa")
    assert next_date(page) == "2026-12-01T19:30"


def test_the_list_stays_in_order(visit: Visit) -> None:
    page = visit("/termine/", now="2027-01-20T12:00:00+01:00")
    starts = page.locator("#liste + ul .event:visible .event__when time:visible")
    found = starts.evaluate_all("(all) => all.map((time) => time.dateTime)")
    assert len(found) > 5 and found == sorted(found)


@pytest.mark.parametrize("language", BUILT)
def test_the_browser_writes_days_as_the_site_does(visit: Visit, language: str) -> None:
    """The long form, which is heard, by the browser's own words; the others by the page's."""
    first = visit(localised("/vereine/chor-der-nationen/", language), java_script_enabled=False)
    built = first.locator(f"{CHOIR} .date-block").first.text_content() or ""
    page = visit(localised("/vereine/chor-der-nationen/", language))
    page.evaluate("""async () => {
        const url = document.querySelector('script[src$="rows.js"]').src;
        const { datesOf, show } = await import(url);
        const row = document.querySelector(".event[data-dates*=' ']");
        const dates = datesOf(row);
        show(row, dates, 1);
        show(row, dates, 0);
    }""")
    leaf = page.locator(f"{CHOIR} .date-block").first
    assert (leaf.text_content() or "").split() == built.split()


def test_without_a_script_a_series_has_one_row(visit: Visit) -> None:
    page = visit("/termine/", java_script_enabled=False)
    expect(page.locator(CHOIR)).to_have_count(1)
    assert next_date(page) == "2026-11-24T19:30"
    links = page.locator(".event__title a").evaluate_all("(all) => all.map((a) => a.href)")
    assert len(links) == len(set(links)) > 20


@pytest.mark.parametrize("width", [390, 1280])
def test_a_row_without_its_day_begins_at_the_edge(visit: Visit, width: int) -> None:
    """With a picture as without one: where several are of one day, it stands once beside them."""
    page = visit("/termine/", viewport={"width": width, "height": 844})
    rows = page.locator(".event:visible").evaluate_all(
        "(rows) => rows.map((row) => {"
        "row.querySelector('.date-block')?.remove();"
        "const inset = row.querySelector('.event__body').offsetLeft;"
        "return [row.querySelector('.thumbnail') !== null, inset]; })"
    )
    assert {has for has, _ in rows} == {True, False}
    assert {inset for _, inset in rows} == {0}

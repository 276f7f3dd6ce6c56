"""The calendar's pages from a handful of events."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from plugins.calendar import pages
from plugins.calendar.archive import CalendarArchiveView, LongYearView, PastMonthView, YearView
from plugins.calendar.day import DayView
from plugins.calendar.event import EventView
from plugins.calendar.month import MonthView
from plugins.calendar.month_links import month_link
from plugins.calendar.upcoming import UpcomingView
from plugins.calendar.week import WeekView
from plugins.catalogue.holidays import Feast, Holidays, PublicHoliday, SchoolBreak
from plugins.catalogue.link import Catalogue
from plugins.rendering.cards import Link
from plugins.rendering.divided import GRID, PAGE, WHOLE
from plugins.rendering.moved import MovedView
from plugins.rendering.page import View, outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "events/probe.yaml": (
        "title: Probe\nstart: 2026-11-17T19:30\nend: 2026-11-17T21:00\norganisers: [chor]\n"
        "repeat: {every: week, count: 4, cancelled: {2026-11-24: Heizung}, "
        "moved: {2026-12-01: 2026-12-03T20:00}}\n"
    ),
    "events/fest.yaml": "title: Fest\nstart: 2026-11-29\nend: 2026-12-01\norganisers: [chor]\n",
    "events/messe.yaml": "title: Messe\nstart: 2026-11-20\nend: 2026-11-23\norganisers: office\n",
    "events/alt.yaml": "title: Alt\nstart: 2024-05-01T10:00\norganisers: [chor]\n",
    "events/nie.yaml": (
        "title: Nie\nstart: 2024-05-02T10:00\norganisers: [chor]\nstatus: cancelled\nreason: R\n"
    ),
}

Views = dict[Address, View]


@pytest.fixture
def views(catalogue: Callable[..., Catalogue]) -> Views:
    return {page.address: page.view for page in outputs(pages(catalogue(FILES), TODAY))}


HOLIDAYS = Holidays(
    public=(PublicHoliday(date(2026, 11, 26), "Feiertag"),),
    school=(SchoolBreak(date(2026, 11, 20), date(2026, 12, 2), "Ferien"),),
    feasts=(
        Feast(date(2026, 10, 30), date(2026, 11, 10), "ramadan", by_moon=True),
        Feast(date(2026, 11, 26), date(2026, 11, 26), "newroz"),
        Feast(date(2027, 3, 21), date(2027, 3, 21), "newroz"),
    ),
)


def test_what_days_are_besides(catalogue: Callable[..., Catalogue]) -> None:
    """School holidays are said on their first day, on the first of a month, and each Monday.

    Feasts on their first day and on the first of a month.
    """
    known = replace(catalogue(FILES), holidays=HOLIDAYS)
    views = {page.address: page.view for page in outputs(pages(known, TODAY))}
    month, week = (views[Address(*at)] for at in (("month", "2026-11"), ("week", "2026-W48")))
    assert isinstance(month, MonthView)
    cells = {cell.day.day: cell for row in month.weeks for cell in row if cell.in_month}
    assert {
        day: [one.name for one in c.observances] for day, c in cells.items() if c.observances
    } == {
        1: ["ramadan"],
        20: ["Ferien"],
        23: ["Ferien"],
        26: ["Feiertag", "newroz"],
        30: ["Ferien"],
    }
    assert "".join(cells[day].kind[:1] or "-" for day in sorted(cells))[18:] == "-sssssspssss"
    assert [cells[day].is_empty for day in (25, 26, 30)] == [True, False, False]
    assert isinstance(week, WeekView)
    assert [one.name for one in week.observances] == ["Ferien", "Feiertag", "newroz"]
    december, spring = (views[Address(*at)] for at in (("month", "2026-12"), ("month", "2024-05")))
    assert isinstance(december, MonthView)
    assert isinstance(spring, MonthView)
    told = [
        [o.name for row in m.weeks for c in row for o in c.observances] for m in (december, spring)
    ]
    assert told == [["Ferien", "Ferien"], []]


def test_a_feast_makes_its_own_pages_anew(catalogue: Callable[..., Catalogue]) -> None:
    """Pages of days without it have the inputs that they had."""
    feast = Feast(date(2026, 11, 26), date(2026, 11, 26), "newroz")
    found = [
        {page.address: page.inputs for page in outputs(pages(known, TODAY)) if page.inputs}
        for known in (
            catalogue(FILES),
            replace(catalogue(FILES), holidays=Holidays(feasts=(feast,))),
        )
    ]
    changed = {address for address in found[0] if found[0][address] != found[1][address]}
    assert changed == {Address("month", "2026-11"), Address("week", "2026-W48")}


def test_former_addresses(catalogue: Callable[..., Catalogue]) -> None:
    text = "title: Tag\nstart: 2026-12-01\norganisers: office\nformerly: [b, c]\n"
    views = {
        page.address: page.view
        for page in outputs(pages(catalogue({"events/a.yaml": text}), TODAY))
    }
    moved = MovedView(Link("Tag", Address("event", "a")))
    assert {key.id: view for key, view in views.items() if isinstance(view, MovedView)} == {
        "b": moved,
        "c": moved,
    }


def test_upcoming(views: Views) -> None:
    view = views[Address("calendar")]
    assert isinstance(view, UpcomingView)
    listed = [(row.card.address.id, row.moments, row.more) for row in view.rows]
    assert listed == [
        ("fest", "2026-11-29/2026-12-01", 0),
        ("probe", "2026-12-03T21:30 2026-12-08T21:00", 1),
    ]
    changed = [(d.day.isoformat(), d.status) for d in view.rows[1].changed]
    assert changed == [("2026-11-24", "cancelled"), ("2026-12-03", "scheduled")]
    assert [(other.date.start.hour, other.on) for other in view.rows[1].others] == [
        (19, "2026-12-08")
    ]
    assert [row.card.address.id for row in view.ongoing] == ["messe"]
    assert (view.total, view.this_week.address) == (3, Address("week", "2026-W47"))
    months = [Address("month", "2026-11"), Address("month", "2026-12")]
    assert ([month.address for month in view.months], view.next_month) == (months, None)


def test_months(views: Views) -> None:
    months = {key.id: view for key, view in views.items() if isinstance(view, MonthView)}
    assert sorted(months) == ["2024-05", "2026-11", "2026-12"]
    december = months["2026-12"]
    cells = [cell for week in december.weeks for cell in week]
    shown = {c.day.day: [x.address.id for x in c.cards] for c in cells if c.cards}
    assert shown == {1: ["fest"], 3: ["probe"], 8: ["probe"]}
    assert (len(december.weeks), december.weeks[0][0].day) == (5, date(2026, 11, 30))
    assert not december.weeks[0][0].in_month and december.weeks[0][0].cards == ()
    assert (december.previous, december.next) == (month_link((2026, 11)), None)
    assert months["2026-11"].previous == month_link((2024, 5))


def test_archive(views: Views) -> None:
    archive, year = views[Address("calendar_archive")], views[Address("calendar_year", "2024")]
    assert isinstance(archive, CalendarArchiveView) and isinstance(year, YearView)
    counts = [(y.year, y.events, y.cancelled) for y in archive.years]
    assert counts == [(2026, 1, 0), (2024, 1, 1)]
    (may,) = year.months
    assert [(e.card.address.id, e.dates) for e in may.events] == [("alt", 1), ("nie", 1)]


def test_event(views: Views) -> None:
    view = views[Address("event", "probe")]
    assert isinstance(view, EventView) and view.series is not None
    near = view.series.near
    dates = [(d.start.isoformat(" ", "minutes"), d.status, d.reason) for d in near]
    assert dates == [
        ("2026-11-24 19:30", "cancelled", "Heizung"),
        ("2026-12-03 20:00", "scheduled", ""),
        ("2026-12-08 19:30", "scheduled", ""),
    ]
    assert str(near[1].moved_from) == "2026-12-01 19:30:00"
    assert view.next == near[1]
    assert [d.day for d in view.past] == [date(2026, 11, 17)]
    assert (view.is_over, view.series.later, view.series.more) == (False, (), 0)


def test_an_event_that_is_over(views: Views) -> None:
    view = views[Address("event", "alt")]
    assert isinstance(view, EventView)
    assert (view.is_over, view.series, view.last == view.next) == (True, None, True)


def test_a_series_without_an_end_gives_bounded_pages(catalogue: Callable[..., Catalogue]) -> None:
    files = {
        "events/x.yaml": "title: T\nstart: 2001-01-01\norganisers: office\nrepeat: {every: day}\n"
    }
    found = [
        page.address.id
        for page in outputs(pages(catalogue(files), TODAY))
        if page.address.name == "month"
    ]
    assert (found[0], found[-1]) == ("2023-11", "2027-11")


def test_empty(catalogue: Callable[..., Catalogue]) -> None:
    addresses = [page.address for page in outputs(pages(catalogue({}), TODAY))]
    assert addresses == [
        Address("notice_sheet"),
        Address("month", "2026-11"),
        Address("week", "2026-W47"),
        Address("week", "2026-W48"),
        Address("weekend"),
        Address("calendar_archive"),
        Address("calendar"),
    ]


@pytest.mark.parametrize(
    ("times", "days"),
    [
        ("start: 2026-11-17T19:30\n", 1),
        ("start: 2026-11-17T19:30\nend: 2026-11-17T21:00\n", 1),
        ("start: 2026-11-17T19:30\nend: 2026-11-18T00:00\n", 1),
        ("start: 2026-11-17T19:30\nend: 2026-11-18T15:30\n", 2),
        ("start: 2026-11-17T19:30\nend: 2026-11-19T15:30\n", 3),
        ("start: 2026-11-17\n", 1),
        ("start: 2026-11-17\nend: 2026-11-18\n", 2),
    ],
)
def test_a_series_says_on_which_day_its_dates_end(
    catalogue: Callable[..., Catalogue], times: str, days: int
) -> None:
    text = f"title: Tag\norganisers: office\nrepeat: {{every: week}}\n{times}"
    views = {
        page.address: page.view
        for page in outputs(pages(catalogue({"events/a.yaml": text}), TODAY))
    }
    view = views[Address("event", "a")]
    assert isinstance(view, EventView)
    assert view.usual.days == days


def past(day: str, count: int) -> dict[str, str]:
    """So many events of a day that is over."""
    text = f"title: T\nstart: {day}\norganisers: office\n"
    return {f"events/e{day}-{number:04}.yaml": text for number in range(count)}


@pytest.mark.parametrize("count", [WHOLE - 1, WHOLE, WHOLE + 1])
def test_a_long_year_of_the_archive_is_divided_by_month(
    catalogue: Callable[..., Catalogue], count: int
) -> None:
    files = {**past("2024-02-29", count - 1), **past("2024-12-01", 1), **past("2025-01-01", WHOLE)}
    planned = [(page.address, page.view) for page in outputs(pages(catalogue(files), TODAY))]
    found = dict(planned)
    assert len(found) == len(planned)
    year = found[Address("calendar_year", "2024")]
    assert isinstance(found[Address("calendar_year", "2025")], YearView)
    assert isinstance(year, YearView) == (count <= WHOLE)
    if isinstance(year, LongYearView):
        assert [(month.first.month, month.events) for month in year.months] == [(2, WHOLE), (12, 1)]
        shown: list[Address] = []
        for month in year.months:
            first = found[month.address]
            assert isinstance(first, PastMonthView)
            for page in first.numbering.pages:
                view = found[page.address]
                assert isinstance(view, PastMonthView) and 0 < len(view.events) <= PAGE
                shown += [event.card.address for event in view.events]
        assert sorted(shown) == sorted(a for a in found if a.name == "event" and "2024" in a.id)


@pytest.mark.parametrize("count", [GRID - 1, GRID, GRID + 1])
def test_a_month_with_very_many_dates_counts_them(
    catalogue: Callable[..., Catalogue], count: int
) -> None:
    long = {
        "events/long.yaml": "title: L\nstart: 2026-12-24\nend: 2027-01-02\norganisers: office\n"
    }
    files = {**past("2026-12-24", count - 2), **past("2026-12-26", 1), **long}
    planned = [(page.address, page.view) for page in outputs(pages(catalogue(files), TODAY))]
    found = dict(planned)
    assert len(found) == len(planned)
    month = found[Address("month", "2026-12")]
    assert isinstance(found[Address("month", "2027-01")], MonthView)
    assert isinstance(month, MonthView) and month.count == count
    cells = [cell for week in month.weeks for cell in week]
    assert any(cell.cards for cell in cells) == (count <= GRID)
    links = [cell.link for cell in cells if cell.link]
    assert bool(links) == (count > GRID)
    if links:
        days = {link.day.day: link.count for link in links}
        assert days == {24: count - 1, 25: 1, 26: 2, **dict.fromkeys(range(27, 32), 1)}
        assert links[0].address == Address("day", "2026-12/24")
        shown: list[str] = []
        first = found[links[0].address]
        assert isinstance(first, DayView)
        for page in first.numbering.pages:
            view = found[page.address]
            assert isinstance(view, DayView) and 0 < len(view.cards) <= PAGE
            shown += [card.address.id for card in view.cards]
        assert sorted(shown) == sorted(["long", *(f"e2026-12-24-{n:04}" for n in range(count - 2))])
        calendar = found[Address("calendar")]
        assert isinstance(calendar, UpcomingView) and calendar.next_month
        assert (len(calendar.rows), calendar.total) == (PAGE, count)
        assert calendar.next_month.address == Address("month", "2026-12")

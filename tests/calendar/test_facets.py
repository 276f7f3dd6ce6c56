"""What the calendar is filtered by, its pages, and its weeks."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.calendar import pages
from plugins.calendar.facets import EventFacetView
from plugins.calendar.month import MonthView
from plugins.calendar.upcoming import UpcomingView
from plugins.calendar.week import WeekView, weekend_of
from plugins.catalogue.link import Catalogue
from plugins.rendering.divided import PAGE
from plugins.rendering.page import View, outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
FILES = {
    "vocabulary/topics.yaml": "musik: {label: {de: Musik}}\nsport: {label: {de: Sport}}\n",
    "vocabulary/districts.yaml": "hafen: {label: {de: Hafen}}\nmitte: {label: {de: Mitte}}\n",
    "vocabulary/formats.yaml": "course: {label: {de: Kurs}}\n",
    "vocabulary/audiences.yaml": "familien: {label: {de: Familien}}\nalle: {label: {de: Alle}}\n",
    "associations/chor.yaml": (
        "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\ndistrict: mitte\n"
        "accessibility: {wheelchair: yes}\n"
    ),
    "events/frei.yaml": (
        "title: F\nstart: 2026-11-24T19:00\norganisers: [chor]\nvenue: chor\nprice: Eintritt frei\n"
        "topics: [musik]\nlanguages: [de, tr]\nformat: course\naudiences: [familien]\n"
    ),
    "events/karte.yaml": (
        "title: K\nstart: 2026-11-28T19:00\norganisers: [chor]\nprice: '5 Euro, Kinder frei'\n"
        "topics: [musik, sport]\nlanguages: [de]\naudiences: [alle]\n"
        "venue: {name: Halle, district: hafen, accessibility: {wheelchair: limited}}\n"
        "online: https://example.org/\n"
    ),
    "events/vorbei.yaml": (
        "title: V\nstart: 2026-11-02\norganisers: [chor]\nprice: frei\ntopics: [sport]\n"
    ),
}

Views = dict[Address, View]


def planned(catalogue: Catalogue) -> Views:
    found = [(page.address, page.view) for page in outputs(pages(catalogue, TODAY))]
    assert len(dict(found)) == len(found)
    return dict(found)


@pytest.fixture
def views(catalogue: Callable[..., Catalogue]) -> Views:
    return planned(catalogue(FILES))


def test_how_many_there_are_is_true_until_the_first_is_over(views: Views) -> None:
    view = views[Address("calendar")]
    assert isinstance(view, UpcomingView)
    until = {(f.name, c.value): c.until for f in view.facets for c in f.choices}
    first, second = "2026-11-24", "2026-11-28"
    assert until["topic", "musik"] == until["free", ""] == first
    assert until["topic", "sport"] == until["district", "hafen"] == second
    assert view.shown_until == first
    page = views[Address("event_topic", "sport")]
    assert isinstance(page, EventFacetView) and page.until == second


def test_choices_with_their_counts(views: Views) -> None:
    view = views[Address("calendar")]
    assert isinstance(view, UpcomingView) and view.is_whole
    found = {
        facet.name: [(c.value, c.count, c.address and c.address.name) for c in facet.choices]
        for facet in view.facets
    }
    assert found == {
        "free": [("", 1, "free")],
        "step_free": [("", 1, "step_free")],
        "online": [("", 1, None)],
        "children": [("", 1, None)],
        "topic": [("musik", 2, "event_topic"), ("sport", 1, "event_topic")],
        "language": [("de", 2, "event_language"), ("tr", 1, "event_language")],
        "district": [("hafen", 1, None), ("mitte", 1, None)],
        "format": [("course", 1, None)],
    }


def test_pages_of_choices(views: Views) -> None:
    found = {
        key: [row.card.address.id for row in view.rows]
        for key, view in views.items()
        if isinstance(view, EventFacetView)
    }
    assert found == {
        Address("free"): ["frei"],
        Address("step_free"): ["frei"],
        Address("event_topic", "musik"): ["frei", "karte"],
        Address("event_topic", "sport"): ["karte"],
        Address("event_language", "de"): ["frei", "karte"],
        Address("event_language", "tr"): ["frei"],
    }


@pytest.mark.parametrize("count", [PAGE, PAGE + 1])
def test_a_calendar_of_too_many_leads_to_pages(
    catalogue: Callable[..., Catalogue], count: int
) -> None:
    one = FILES["events/karte.yaml"].replace("5 Euro, Kinder frei", "frei")
    files = {**FILES, **{f"events/e{number}.yaml": one for number in range(count - 2)}}
    views = planned(catalogue(files))
    calendar = views[Address("calendar")]
    assert isinstance(calendar, UpcomingView)
    assert (len(calendar.rows), calendar.total) == (PAGE, count)
    assert calendar.is_whole == (count == PAGE)
    choices = [one for facet in calendar.facets for one in facet.choices]
    assert all(one.address is not None for one in choices) == (count > PAGE)
    for choice in choices:
        if choice.address is not None:
            shown: list[str] = []
            first = views[choice.address]
            assert isinstance(first, EventFacetView) and first.count == choice.count
            for part in first.numbering.pages:
                view = views[part.address]
                assert isinstance(view, EventFacetView) and 0 < len(view.rows) <= PAGE
                shown += [row.card.address.id for row in view.rows]
            assert len(set(shown)) == len(shown) == choice.count
    weekend = views[Address("weekend")]
    assert isinstance(weekend, WeekView) and weekend.count == 0
    week = views[Address("week", "2026-W48")]
    assert isinstance(week, WeekView) and week.count == count


def test_weeks(views: Views) -> None:
    weeks = {key.id: view for key, view in views.items() if key.name == "week"}
    assert sorted(weeks) == ["2026-W47", "2026-W48"]
    week = weeks["2026-W48"]
    assert isinstance(week, WeekView) and week.previous and week.next is None
    assert week.previous.address == Address("week", "2026-W47")
    assert (week.first, week.last) == (date(2026, 11, 23), date(2026, 11, 29))
    shown = {day.day.day: [card.address.id for card in day.cards] for day in week.days}
    assert shown == {24: ["frei"], 28: ["karte"]}
    november = views[Address("month", "2026-11")]
    assert isinstance(november, MonthView)
    assert [one.address.id for one in november.pages] == ["2026-W47", "2026-W48"]


@pytest.mark.parametrize(
    ("day", "saturday"),
    [
        ("2026-11-23", "2026-11-28"),
        ("2026-11-27", "2026-11-28"),
        ("2026-11-28", "2026-11-28"),
        ("2026-11-29", "2026-11-28"),
        ("2026-12-31", "2027-01-02"),
    ],
)
def test_the_weekend_of_a_day(day: str, saturday: str) -> None:
    assert weekend_of(date.fromisoformat(day)).isoformat() == saturday


def test_the_weeks_of_a_year_with_53(catalogue: Callable[..., Catalogue]) -> None:
    files = {"events/a.yaml": "title: A\nstart: 2027-01-08\norganisers: office\n"}
    views = {
        page.address.id: page.view
        for page in outputs(pages(catalogue(files), date(2026, 12, 29)))
        if page.address.name == "week"
    }
    assert list(views) == ["2026-W53", "2027-W01"]

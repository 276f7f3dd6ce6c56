"""The calendar of everything has bounds, and the archive has calendars of its own."""

from collections.abc import Callable
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.feeds import pages
from plugins.feeds.view import CalendarView
from plugins.rendering.divided import WHOLE
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
EVENT = "title: T\nstart: {day}\norganisers: office\n"


def calendars(catalogue: Catalogue) -> dict[Address, list[str]]:
    return {
        one.address: sorted(item.event.id for item in view.events)
        for one in outputs(pages(catalogue, TODAY))
        if isinstance(view := one.view, CalendarView) and one.address.name.endswith("_feed")
    }


def event(day: str, more: str = "") -> str:
    return EVENT.format(day=day) + more


def test_the_coming_24_months_and_the_past_3(catalogue: Callable[..., Catalogue]) -> None:
    files = {
        "events/long-ago.yaml": event("2026-08-21"),
        "events/lately.yaml": event("2026-08-22"),
        "events/in-time.yaml": event("2028-11-22"),
        "events/far.yaml": event("2028-11-23"),
        "events/weekly.yaml": event("2020-01-01", "repeat: {every: week}\n"),
        "events/over.yaml": event("2020-01-01", "repeat: {every: week, until: 2026-01-31}\n"),
    }
    found = calendars(catalogue(files))
    assert found == {Address("calendar_feed"): ["in-time", "lately", "weekly"]}


def test_a_long_year_has_a_calendar(catalogue: Callable[..., Catalogue]) -> None:
    many = {f"events/m{number:03}.yaml": event("2025-05-01") for number in range(WHOLE - 2)}
    files = {
        **many,
        "events/weekly.yaml": event("2024-12-01", "repeat: {every: week}\n"),
        "events/yearly.yaml": event("2024-02-29", "repeat: {every: year}\n"),
        "events/later.yaml": event("2026-11-23"),
        "events/ended.yaml": event("2024-06-01", "repeat: {every: week, until: 2024-06-30}\n"),
    }
    assert [a.name for a in calendars(catalogue(files))] == ["calendar_feed"]
    again = "repeat: {every: week, until: 2024-06-30, also: [2025-06-01]}\n"
    files["events/one-more.yaml"] = event("2024-06-01", again)
    found = calendars(catalogue(files))
    ids = sorted(["weekly", "one-more", *(f"m{number:03}" for number in range(WHOLE - 2))])
    assert found[Address("year_feed", "2025")] == ids
    assert sorted(a.id for a in found) == ["", "2025"]

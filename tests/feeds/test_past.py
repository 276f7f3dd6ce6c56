"""The calendar of everything has bounds, and the archive has calendars of its own."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.occurrences import occurrences
from plugins.feeds import pages
from plugins.feeds.times import times_of
from plugins.feeds.view import CalendarView
from plugins.rendering.divided import WHOLE
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
NAMES = ("events_calendar", "year_feed")
EVENT = "title: T\nstart: {day}\norganisers: office\n"


def calendars(catalogue: Catalogue) -> dict[Address, list[str]]:
    return {
        one.address: sorted(item.event.id for item in view.events)
        for one in outputs(pages(catalogue, TODAY))
        if isinstance(view := one.view, CalendarView) and one.address.name in NAMES
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
    assert found == {Address("events_calendar"): ["in-time", "lately", "weekly"]}


def test_a_long_year_has_a_calendar(catalogue: Callable[..., Catalogue]) -> None:
    many = {f"events/m{number:03}.yaml": event("2025-05-01") for number in range(WHOLE - 2)}
    files = {
        **many,
        "events/weekly.yaml": event("2024-12-01", "repeat: {every: week}\n"),
        "events/yearly.yaml": event("2024-02-29", "repeat: {every: year}\n"),
        "events/later.yaml": event("2026-11-23"),
        "events/ended.yaml": event("2024-06-01", "repeat: {every: week, until: 2024-06-30}\n"),
    }
    assert [a.name for a in calendars(catalogue(files))] == ["events_calendar"]
    again = "repeat: {every: week, until: 2024-06-30, also: [2025-06-01]}\n"
    files["events/one-more.yaml"] = event("2024-06-01", again)
    found = calendars(catalogue(files))
    ids = sorted(["weekly", "one-more", *(f"m{number:03}" for number in range(WHOLE - 2))])
    assert found[Address("year_feed", "2025")] == ids
    assert sorted(a.id for a in found) == ["", "2025"]


@pytest.mark.parametrize(
    ("rest", "span"),
    [
        ("start: 2024-06-01\n", (2024, 2024)),
        ("start: 2027-06-01\n", None),
        ("start: 2027-06-01\nrepeat: {every: week}\n", None),
        ("start: 2024-06-01\nrepeat: {every: week, also: [2023-02-03]}\n", (2023, 2026)),
        ("start: 2023-12-31\nend: 2024-01-02\n", (2023, 2023)),
        ("start: 2024-06-01\nrepeat: {every: week}\n", (2024, 2026)),
        ("start: 2024-06-01\nrepeat: {every: week, count: 2}\n", (2024, 2026)),
        ("start: 2024-06-01\nrepeat: {every: week, until: 2024-06-30}\n", (2024, 2024)),
        ("start: 2024-06-01\nrepeat: {every: week, until: 2040-06-30}\n", (2024, 2026)),
        (
            "start: 2024-06-01\nrepeat: {every: week, until: 2024-06-30, also: [2025-02-03]}\n",
            (2024, 2025),
        ),
        (
            "start: 2024-12-01\nrepeat: {every: week, until: 2024-12-31,"
            " moved: {2024-12-29: 2025-01-02}}\n",
            (2024, 2025),
        ),
        (
            "start: 2025-01-05\nrepeat: {every: week, until: 2025-03-31,"
            " moved: {2025-01-05: 2024-12-30}}\n",
            (2024, 2025),
        ),
    ],
)
def test_no_year_is_left_out_in_which_it_took_place(
    catalogue: Callable[..., Catalogue], rest: str, span: tuple[int, int] | None
) -> None:
    known = catalogue({"events/a.yaml": f"title: T\norganisers: office\n{rest}"})
    (event,) = known.events
    times = times_of(known, event, TODAY)
    may = {*range(times.first, times.last + 1)}
    assert may == ({*range(span[0], span[1] + 1)} if span else set())
    did = {d.day.year for d in occurrences(event, date(1900, 1, 1), TODAY) if d.day <= TODAY}
    assert did <= may

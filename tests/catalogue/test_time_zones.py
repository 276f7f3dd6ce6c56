"""What takes place by other clocks is told by ours, and in calendars by its own."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from icalendar import Calendar

from plugins.catalogue.fields.days import TimeZone
from plugins.catalogue.load import load
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import occurrences, usual
from plugins.catalogue.settings import Settings
from plugins.feeds.icalendar import write as write_calendar
from plugins.feeds.view import CalendarView, calendar_event
from plugins.rendering.urls import Address
from plugins.validation.check import check_folder
from plugins.validation.context import SiteRules
from plugins.wording.language import Language

TODAY = date(2026, 12, 1)
Write = Callable[[dict[str, str]], Path]
ONLINE = "title: Gespräch\norganisers: [office]\nonline: https://video.example.org\n"


def event_of(write: Write, text: str, time_zone: str = "Europe/Berlin") -> Event:
    content = write({"events/gespraech.yaml": ONLINE + text})
    loaded = load(content, time_zone=time_zone, today=TODAY)
    assert loaded.diagnostics == ()
    return loaded.catalogue.events[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "start: 2026-12-10T12:00\nend: 2026-12-10T13:00\ntimezone: America/New_York\n",
            "12-10 18:00-19:00 (12:00)",
        ),
        (  # in March their clocks change two weeks before ours, in autumn one week after
            "start: 2027-03-09T12:00\ntimezone: America/New_York\n"
            "repeat: {every: week, count: 4}\n",
            "03-09 18:00-18:00 (12:00) / 03-16 17:00-17:00 (12:00) / "
            "03-23 17:00-17:00 (12:00) / 03-30 18:00-18:00 (12:00)",
        ),
        (
            "start: 2027-03-02T12:00\ntimezone: Asia/Tokyo\nrepeat: {every: month, count: 2, "
            "moved: {2027-04-02: 2027-04-03T01:00}}\n",
            "03-02 04:00-04:00 (12:00) / 04-02 18:00-18:00 (01:00)",
        ),
        (  # over midnight, and into another year
            "start: 2026-12-31T20:00\nend: 2026-12-31T21:00\ntimezone: America/Los_Angeles\n",
            "01-01 05:00-06:00 (20:00)",
        ),
        ("start: 2026-12-10T12:00\ntimezone: Europe/Berlin\n", "12-10 12:00-12:00"),
        ("start: 2026-12-10\ntimezone: Asia/Tokyo\n", "12-10 00:00-00:00"),
        ("start: 2026-12-10T12:00\ntimezone: Asia/Kathmandu\n", "12-10 07:15-07:15 (12:00)"),
    ],
)
def test_by_our_clocks(write: Write, text: str, expected: str) -> None:
    found = occurrences(event_of(write, text), date(2026, 1, 1), date(2027, 12, 31))
    shown = (
        f"{one.start:%m-%d %H:%M}-{one.end:%H:%M}"
        + (f" ({one.there.start:%H:%M})" if one.there else "")
        for one in found
    )
    assert " / ".join(shown) == expected


def test_a_day_is_that_of_the_site(write: Write) -> None:
    event = event_of(write, "start: 2026-12-31T20:00\ntimezone: America/Los_Angeles\n")
    new_year, eve = date(2027, 1, 1), date(2026, 12, 31)
    assert len(occurrences(event, new_year, new_year)) == 1
    assert occurrences(event, eve, eve) == ()
    assert usual(event).day == new_year
    elsewhere = event_of(
        write, "start: 2026-12-31T20:00\ntimezone: America/Los_Angeles\n", "Europe/London"
    )
    assert elsewhere.origin.digest != event.origin.digest


def test_calendars_say_it_by_its_own_clocks(write: Write, settings: Settings) -> None:
    """An independent program finds the same moments."""
    text = (
        "start: 2027-03-01T12:00\nend: 2027-03-01T13:30\ntimezone: America/New_York\n"
        "repeat: {every: week, until: 2027-12-31, except: [2027-03-22], "
        "moved: {2027-03-29: 2027-03-30T09:00}, cancelled: {2027-04-05: krank}}\n"
    )
    content = write({"events/gespraech.yaml": ONLINE + text})
    catalogue = load(content, time_zone="Europe/Berlin", today=TODAY).catalogue
    (event,) = catalogue.events
    view = CalendarView(
        "",
        Address("event_calendar", "gespraech"),
        Address("event", "gespraech"),
        (calendar_event(catalogue, event, 2027),),
    )
    data = write_calendar(view, settings.site, _nothing)
    assert b"DTSTART;TZID=America/New_York:20270301T120000" in data
    assert [str(one["TZID"]) for one in Calendar.from_ical(data).walk("VTIMEZONE")] == [
        "America/New_York"
    ]
    first, last = datetime(2027, 1, 1), datetime(2028, 1, 1)
    read = recurring_ical_events.of(Calendar.from_ical(data)).between(first, last)
    berlin = ZoneInfo("Europe/Berlin")
    theirs = {one["DTSTART"].dt.astimezone(berlin).replace(tzinfo=None) for one in read}
    ours = {one.start for one in occurrences(event, first.date(), last.date())}
    assert theirs == ours and len(ours) == 43
    lengths = {one["DTEND"].dt - one["DTSTART"].dt for one in read}
    assert lengths == {timedelta(hours=1, minutes=30)}


def _nothing(kind: str, name: str) -> object:
    return {"de": name} if kind == "message" else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "start: 2027-03-28T02:30\n",
            ["start gibt es am 2027-03-28 nicht; Kalender machen 03:30 daraus"],
        ),
        (
            "start: 2027-10-31T02:30\n",
            ["start gibt es am 2027-10-31 zweimal; es gilt das erste Mal"],
        ),
        ("start: 2027-03-14T02:30\ntimezone: America/New_York\n", ["start gibt es am 2027-03-14"]),
        ("start: 2027-03-28T02:30\ntimezone: America/New_York\n", []),
        # a date of a series, also one that ends then
        ("start: 2026-12-06T02:30\nrepeat: {every: week}\n", ["start gibt es am 2027-03-28"]),
        (
            "start: 2026-12-05T22:00\nend: 2026-12-06T02:15\nrepeat: {every: week}\n",
            ["end gibt es am 2027-03-28"],
        ),
        ("start: 2026-12-05T22:00\nrepeat: {every: week}\n", []),
        (
            "start: 2026-12-05T22:00\nrepeat: {every: week, also: [2027-03-28T02:10], "
            "moved: {2026-12-12: 2027-10-31T02:59}}\n",
            ["also gibt es am 2027-03-28", "moved gibt es am 2027-10-31"],
        ),
        ("start: 2026-12-06T02:30\nrepeat: {every: week, until: 2027-03-01}\n", []),
    ],
)
def test_times_that_do_not_exist_or_exist_twice(write: Write, text: str, found: list[str]) -> None:
    content = write({"events/gespraech.yaml": ONLINE + text})
    said = [
        one
        for one in check_folder(content, TODAY, SiteRules()).diagnostics
        if one.code == "DATE-CLOCK"
    ]
    problems = [str(dict(one.details)["problem_de"]) for one in said]
    assert len(problems) == len(found)
    for problem, expected in zip(problems, found, strict=True):
        assert problem.startswith(expected.partition(" ")[2])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("New York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("Tokyo", "Asia/Tokyo"),
        ("Europe/Kyiv", "Europe/Kyiv"),
        ("EST", "EST"),
        ("irgendwo", "irgendwo"),
    ],
)
def test_what_people_write(text: str, meant: str) -> None:
    assert TimeZone().meant(text) == meant


@pytest.mark.parametrize(
    ("tag", "city"),
    [("de", "New York"), ("ar", "نيويورك"), ("uk", "Нью-Йорк"), ("de-simple", "New York")],
)
def test_a_city_in_every_language(tag: str, city: str) -> None:
    assert Language(tag).zone_city("America/New_York") == city

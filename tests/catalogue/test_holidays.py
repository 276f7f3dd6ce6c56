"""Which holidays a state has, and on which of its dates a series pauses for them."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.fields.days import DayLeftOut
from plugins.catalogue.holiday_source import read
from plugins.catalogue.holidays import NO_HOLIDAYS, SchoolBreak
from plugins.catalogue.load import load
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import occurrences

TODAY = date(2026, 12, 1)
Write = Callable[[dict[str, str]], Path]

SERIES = "title: Probe\norganisers: [office]\nstart: {start}\nrepeat: {{{repeat}}}\n"


def series(
    write: Write, start: str, repeat: str, state: str = "DE-BW", today: date = TODAY
) -> Event:
    content = write({"events/probe.yaml": SERIES.format(start=start, repeat=repeat)})
    loaded = load(content, state=state, today=today)
    assert loaded.diagnostics == ()
    return loaded.catalogue.events[0]


@pytest.mark.parametrize(
    ("state", "today", "public", "school"),
    [
        ("", TODAY, None, None),
        ("DE-BW", TODAY, date(2031, 12, 26), date(2029, 9, 8)),
        ("AT-9", TODAY, date(2031, 12, 26), date(2031, 12, 31)),
        ("CH-ZH", TODAY, date(2031, 12, 26), None),
        ("DE-BW", date(2100, 6, 1), date(2100, 12, 26), date(2029, 9, 8)),
        ("DE-BW", date(1950, 1, 1), None, None),
    ],
)
def test_what_is_known(state: str, today: date, public: date | None, school: date | None) -> None:
    known = dict(read(state, today).known_until)
    assert (known.get("public_holidays"), known.get("school_holidays")) == (public, school)


@pytest.mark.parametrize(
    ("state", "day"),
    [("DE-BW", (2027, 1, 6)), ("DE-SN", (2026, 11, 18)), ("DE-BE", (2027, 3, 8))],
)
def test_each_state_has_its_own(state: str, day: tuple[int, int, int]) -> None:
    having = [
        one
        for one in ("DE-BW", "DE-SN", "DE-BE")
        if date(*day) in {holiday.day for holiday in read(one, TODAY).public}
    ]
    assert having == [state]


def test_a_break_over_new_year_is_one() -> None:
    expected = SchoolBreak(date(2026, 12, 23), date(2027, 1, 9), "Weihnachtsferien")
    assert expected in read("DE-BW", TODAY).school


def test_the_library_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = CacheFolder(tmp_path, b"k" * 32).cache("holidays")
    first = read("DE-BW", TODAY, cache)
    monkeypatch.setitem(sys.modules, "holidays", None)  # to import it raises ImportError
    assert read("DE-BW", date(2026, 1, 1), cache) == first
    with pytest.raises(ImportError):
        read("DE-BW", date(2027, 1, 1), cache)
    assert read("", TODAY, cache) is NO_HOLIDAYS


@pytest.mark.parametrize(
    ("start", "repeat", "until", "days"),
    [
        (  # 24 December and New Year's Eve are school holidays, 6 January is a holiday
            *("2026-12-16T19:00", "every: week, except: [school_holidays]", "2027-01-31"),
            "12-16 01-13 01-20 01-27",
        ),
        (
            *("2026-12-16T19:00", "every: week, except: public_holidays", "2027-01-31"),
            "12-16 12-23 12-30 01-13 01-20 01-27",
        ),
        (
            *("2026-12-16", "every: week, except: [school_holidays, 2027-01-20]", "2027-01-31"),
            "12-16 01-13 01-27",
        ),
        # What is written down one by one takes place.
        (
            *("2026-12-23T19:00", "every: week, except: [school_holidays]", "2027-01-20"),
            "12-23 01-13 01-20",
        ),
        (
            "2026-12-16T19:00",
            "every: week, except: [school_holidays], also: [2026-12-30], "
            "moved: {2027-01-06: 2027-01-07T19:00}",
            "2027-01-15",
            "12-16 12-30 01-07 01-13",
        ),
        # The last of a number is counted by the rule.
        (
            *("2026-12-16T19:00", "every: week, count: 5, except: school_holidays", "2027-12-31"),
            "12-16 01-13",
        ),
        # A holiday on a Sunday, and one on a leap day's neighbour.
        ("2026-10-25", "every: week, except: public_holidays", "2026-11-15", "10-25 11-08 11-15"),
    ],
)
def test_pauses(write: Write, start: str, repeat: str, until: str, days: str) -> None:
    event = series(write, start, repeat)
    found = occurrences(event, TODAY.replace(month=1, day=1), date.fromisoformat(until))
    assert " ".join(f"{one.day:%m-%d}" for one in found) == days


def test_without_a_state_nothing_pauses(write: Write) -> None:
    event = series(write, "2026-12-16", "every: week, except: school_holidays", state="")
    assert len(occurrences(event, date(2026, 12, 16), date(2027, 1, 13))) == 5


def test_other_holidays_are_another_entry(write: Write) -> None:
    """Everything that is kept of an entry is kept by its digest."""
    repeat = "every: week, except: school_holidays"
    events = [series(write, "2026-12-16", repeat, state) for state in ("DE-BW", "DE-HH", "")]
    assert len({event.origin.digest for event in events}) == 3
    assert all(event.origin.still_holds() for event in events)
    alike = [series(write, "2026-12-16", "every: week", state) for state in ("DE-BW", "")]
    assert alike[0].origin.digest == alike[1].origin.digest


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Schulferien", "school_holidays"),
        (" okul tatilleri ", "school_holidays"),
        ("Jours fériés", "public_holidays"),
        ("تعطیلات رسمی", "public_holidays"),
        ("public_holidays", "public_holidays"),
        ("24.12.2026", "2026-12-24"),
        ("Sommerferien", "Sommerferien"),
    ],
)
def test_what_people_write(text: str, meant: str) -> None:
    assert DayLeftOut().meant(text) == meant

"""Rules of series, line for line. That readers count the same dates is held in test_icalendar."""

from datetime import date, datetime
from typing import Any

import pytest
from icalendar import vRecur

from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.days import Moment
from plugins.catalogue.model import NOWHERE, OFFICE, Event, Repeat
from plugins.catalogue.occurrences import changed
from plugins.feeds.recurrence import lines, recurrence

EVENING, DAY = datetime(2026, 3, 6, 19, 30), date(2026, 3, 6)


def written(start: Moment, repeat: dict[str, Any], zone: str = "Europe/Berlin") -> list[str]:
    event = Event(
        id="probe",
        origin=NOWHERE,
        title="Probe",
        start=start,
        organisers=(OFFICE,),
        repeat=Repeat(**repeat) if repeat else None,
    )
    return series(event, zone)[1]


def series(event: Event, zone: str = "Europe/Berlin") -> tuple[str, list[str]]:
    known = recurrence(event, changed(event)[1])
    return known.start.isoformat(timespec="minutes"), list(lines(event, known, zone))


def test_a_single_date_has_no_rule() -> None:
    assert written(EVENING, {}) == []


@pytest.mark.parametrize(
    ("repeat", "rule"),
    [
        ({"every": "day"}, "FREQ=DAILY;INTERVAL=1"),
        ({"every": "week", "interval": 2, "count": 5}, "FREQ=WEEKLY;COUNT=5;INTERVAL=2"),
        (
            {"every": "week", "weekdays": ("friday", "tuesday")},
            "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR,TU",
        ),
        ({"every": "month", "day": (1, 4)}, "FREQ=MONTHLY;INTERVAL=1;BYDAY=1FR"),
        ({"every": "month", "day": (6, None)}, "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=6"),
        ({"every": "year"}, "FREQ=YEARLY;INTERVAL=1"),
        ({"every": "year", "day": (1, 4)}, "FREQ=YEARLY;INTERVAL=1;BYDAY=1FR;BYMONTH=3"),
        (
            {"every": "year", "day": (6, None)},
            "FREQ=YEARLY;INTERVAL=1;BYMONTHDAY=6;BYMONTH=3",
        ),
        (
            {"every": "week", "until": date(2026, 3, 27)},
            "FREQ=WEEKLY;UNTIL=20260327T225959Z;INTERVAL=1",
        ),
        (
            {"every": "week", "until": date(2026, 3, 29), "count": 2},
            "FREQ=WEEKLY;UNTIL=20260329T215959Z;COUNT=2;INTERVAL=1",
        ),
    ],
)
def test_rules(repeat: dict[str, Any], rule: str) -> None:
    assert written(EVENING, repeat) == [f"RRULE:{rule}"]
    assert vRecur.from_ical(rule).to_ical().decode() == rule


@pytest.mark.parametrize(
    ("start", "zone", "until"),
    [
        (DAY, "Europe/Berlin", "20260401"),
        (EVENING, "Asia/Tokyo", "20260401T145959Z"),
        (EVENING, "UTC", "20260401T235959Z"),
    ],
)
def test_the_end_is_a_day_or_a_time_in_utc(start: Moment, zone: str, until: str) -> None:
    found = written(start, {"every": "day", "until": date(2026, 4, 1)}, zone)
    assert found == [f"RRULE:FREQ=DAILY;UNTIL={until};INTERVAL=1"]


def test_dates_beyond_the_rule_and_dates_in_vain() -> None:
    """The date of 27 March was moved to where another stands already; one of 13 March is gone."""
    repeat = {
        "every": "week",
        "except_": (date(2026, 3, 13), date(2026, 3, 20)),
        "also": (datetime(2026, 3, 14, 11), date(2026, 3, 15), date(2026, 3, 20)),
        "moved": FrozenMap([(date(2026, 3, 27), date(2026, 4, 3)), (date(2026, 3, 13), EVENING)]),
    }
    assert written(EVENING, repeat) == [
        "RRULE:FREQ=WEEKLY;INTERVAL=1",
        "RDATE;TZID=Europe/Berlin:20260314T110000",
        "RDATE;TZID=Europe/Berlin:20260315T193000",
        "EXDATE;TZID=Europe/Berlin:20260313T193000",
        "EXDATE;TZID=Europe/Berlin:20260320T193000",
        "EXDATE;TZID=Europe/Berlin:20260327T193000",
    ]


def test_whole_days_stay_whole() -> None:
    repeat = {"every": "week", "except_": (date(2026, 3, 13),), "also": (date(2026, 3, 15),)}
    _, *beyond = written(DAY, repeat)
    assert beyond == ["RDATE;VALUE=DATE:20260315", "EXDATE;VALUE=DATE:20260313"]


@pytest.mark.parametrize(
    ("repeat", "start", "expected"),
    [
        # the first date is none of the rule: the series begins with its rule, the other is added
        (
            {"every": "week", "weekdays": ("tuesday",), "count": 3},
            "2026-03-10",
            ["RRULE:FREQ=WEEKLY;COUNT=2;INTERVAL=1;BYDAY=TU", "RDATE;VALUE=DATE:20260306"],
        ),
        (
            {"every": "week", "weekdays": ("tuesday",)},
            "2026-03-10",
            ["RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU", "RDATE;VALUE=DATE:20260306"],
        ),
        (
            {"every": "week", "weekdays": ("tuesday",), "except_": (DAY, date(2026, 3, 10))},
            "2026-03-10",
            ["RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU", "EXDATE;VALUE=DATE:20260310"],
        ),
        # a rule that gives nothing
        (
            {"every": "month", "day": (29, None), "count": 1},
            "2026-03-06",
            ["RRULE:FREQ=DAILY;COUNT=1;INTERVAL=1"],
        ),
        (
            {
                "every": "month",
                "day": (29, None),
                "count": 1,
                "except_": (DAY,),
                "also": (date(2026, 5, 1), date(2026, 4, 1)),
            },
            "2026-04-01",
            ["RRULE:FREQ=DAILY;COUNT=1;INTERVAL=1", "RDATE;VALUE=DATE:20260501"],
        ),
        # nothing twice, nothing in vain
        (
            {
                "every": "week",
                "also": (date(2026, 3, 13), date(2026, 3, 15), date(2026, 3, 17)),
                "except_": (date(2026, 3, 15),),
            },
            "2026-03-06",
            ["RRULE:FREQ=WEEKLY;INTERVAL=1", "RDATE;VALUE=DATE:20260317"],
        ),
    ],
)
def test_all_programs_count_the_same_dates(
    repeat: dict[str, Any], start: str, expected: list[str]
) -> None:
    event = Event(
        id="probe",
        origin=NOWHERE,
        title="Probe",
        start=DAY,
        organisers=(OFFICE,),
        repeat=Repeat(**repeat),
    )
    assert series(event) == (f"{start}T00:00", expected)

"""When events take place; an independent library is the oracle for the rules."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, vRecur
from icalendar import Event as CalendarEvent

from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.days import WEEKDAYS, Moment
from plugins.catalogue.model import NOWHERE, Event, FieldLanguages, Repeat
from plugins.catalogue.occurrences import (
    ForeignTimes,
    Occurrence,
    by_the_rule,
    changed,
    coming,
    first_by_the_rule,
    is_long,
    never,
    occurrences,
    regular_days,
    starts_regularly,
)

AUTUMN = (date(2026, 9, 1), date(2026, 12, 31))


def event(
    start: str,
    end: str = "",
    repeat: Repeat | None = None,
    status: str = "scheduled",
    reason: str = "",
) -> Event:
    return Event(
        id="x",
        origin=NOWHERE,
        title="x",
        organisers=("office",),
        start=moment(start),
        end=moment(end) if end else None,
        repeat=repeat,
        status=status,
        reason=reason,
    )


def moment(text: str) -> Moment:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def days(*texts: str) -> FrozenMap:
    """Pairs of a day and what becomes of it: `2026-11-03 > 2026-11-04`, or a reason."""
    pairs = (text.split(" > ") for text in texts)
    return FrozenMap((date.fromisoformat(day), value) for day, value in pairs)


def moved(*texts: str) -> FrozenMap:
    return FrozenMap((day, moment(value)) for day, value in days(*texts))


def starts(
    subject: Event, since: date = AUTUMN[0], until: date = AUTUMN[1], form: str = "%m-%d"
) -> str:
    return " ".join(o.start.strftime(form) for o in occurrences(subject, since, until))


TUESDAYS = event("2026-11-03T19:30", "2026-11-03T21:00", Repeat(every="week"))


@pytest.mark.parametrize(
    ("start", "repeat", "expected"),
    [
        ("2026-11-03T19:30", Repeat(every="week", count=3), "11-03 11-10 11-17"),
        ("2026-11-03T19:30", Repeat(every="week", until=date(2026, 11, 17)), "11-03 11-10 11-17"),
        ("2026-11-03", Repeat(every="week", until=date(2026, 11, 16)), "11-03 11-10"),
        (
            "2026-11-03T19:30",
            Repeat(every="week", weekdays=("tuesday", "friday"), count=4),
            "11-03 11-06 11-10 11-13",
        ),
        ("2026-11-03T19:30", Repeat(every="week", interval=2, count=3), "11-03 11-17 12-01"),
        ("2026-12-29T19:30", Repeat(every="day", count=9), "12-29 12-30 12-31"),
        ("2026-09-25T19:30", Repeat(every="month", day=(-1, 4)), "09-25 10-30 11-27 12-25"),
        ("2026-09-06T19:30", Repeat(every="month", day=(1, 6)), "09-06 10-04 11-01 12-06"),
        ("2026-09-15T19:30", Repeat(every="month", day=(15, None)), "09-15 10-15 11-15 12-15"),
        ("2026-08-31T19:30", Repeat(every="month"), "10-31 12-31"),
        ("2026-09-30T19:30", Repeat(every="month"), "09-30 10-30 11-30 12-30"),
        ("2019-12-24", Repeat(every="year"), "12-24"),
        ("2020-11-26T19:30", Repeat(every="year", day=(4, 3)), "11-26"),
        ("2026-11-03T19:30", Repeat(every="month", day=(-1, 4), count=2), "11-03 11-27"),
    ],
)
def test_rules(start: str, repeat: Repeat, expected: str) -> None:
    assert starts(event(start, repeat=repeat)) == expected


def test_what_lasts_for_years_is_found_from_the_first_day_on() -> None:
    assert starts(event("2018-01-01", "2019-06-01"), date.min, date.max, "%Y") == "2018"
    series = event("2018-01-01", "2019-06-01", Repeat(every="year"))
    assert starts(series, date(2, 1, 1), date(2020, 1, 1), "%Y") == "2018 2019 2020"


def test_the_time_of_day_stays_when_the_clocks_change() -> None:
    subject = event("2026-10-20T19:30", repeat=Repeat(every="week", count=2))
    assert starts(subject, form="%m-%dT%H:%M") == "10-20T19:30 10-27T19:30"


def test_a_leap_day_comes_every_four_years() -> None:
    subject = event("2024-02-29", repeat=Repeat(every="year"))
    assert starts(subject, date(2024, 1, 1), date(2033, 1, 1), "%Y") == "2024 2028 2032"


@pytest.mark.parametrize(
    ("repeat", "expected"),
    [
        (Repeat(every="week", count=3, except_=(date(2026, 11, 10),)), "11-03 11-17"),
        (Repeat(every="week", count=2, also=(date(2026, 11, 5),)), "11-03 11-05 11-10"),
        (Repeat(every="week", count=2, also=(date(2026, 11, 3),)), "11-03 11-10"),
        (Repeat(every="week", count=2, moved=moved("2026-11-10 > 2026-11-12")), "11-03 11-12"),
        (
            Repeat(every="week", count=2, moved=moved("2026-11-10 > 2027-01-12T18:00")),
            "11-03",
        ),
        (Repeat(every="week", count=1, cancelled=days("2026-11-03 > krank")), "11-03"),
        (
            Repeat(
                every="week",
                count=2,
                except_=(date(2026, 11, 5),),
                also=(date(2026, 11, 5),),
            ),
            "11-03 11-10",
        ),
    ],
)
def test_exceptions(repeat: Repeat, expected: str) -> None:
    assert starts(event("2026-11-03T19:30", repeat=repeat)) == expected


def test_what_was_moved_into_the_window_from_long_before_is_found() -> None:
    repeat = Repeat(every="week", moved=moved("2025-01-07 > 2026-11-05T18:00"))
    subject = event("2025-01-07T19:30", repeat=repeat)
    assert starts(subject, date(2026, 11, 4), date(2026, 11, 11)) == "11-05 11-10"


def test_a_moved_date_says_from_where_and_keeps_its_length() -> None:
    repeat = Repeat(every="week", count=1, moved=moved("2026-11-03 > 2026-11-04"))
    [found] = occurrences(event("2026-11-03T19:30", "2026-11-03T21:00", repeat), *AUTUMN)
    assert (found.start, found.end, found.moved_from) == (
        datetime(2026, 11, 4, 19, 30),
        datetime(2026, 11, 4, 21, 0),
        datetime(2026, 11, 3, 19, 30),
    )


@pytest.mark.parametrize(
    ("status", "cancelled", "expected"),
    [
        ("scheduled", days(), ("scheduled", "", True)),
        ("full", days(), ("full", "", True)),
        ("scheduled", days("2026-11-03 > krank"), ("cancelled", "krank", False)),
        ("postponed", days(), ("postponed", "Sturm", False)),
        ("postponed", days("2026-11-03 > krank"), ("cancelled", "krank", False)),
    ],
)
def test_status(status: str, cancelled: FrozenMap, expected: tuple[str, str, bool]) -> None:
    reason = "Sturm" if status == "postponed" else ""
    repeat = Repeat(every="week", count=1, cancelled=cancelled)
    subject = event("2026-11-03T19:30", repeat=repeat, status=status, reason=reason)
    [found] = occurrences(subject, *AUTUMN)
    assert (found.status, found.reason, found.is_held) == expected


@pytest.mark.parametrize(
    ("start", "end", "last_day", "all_day"),
    [
        ("2026-11-03T19:30", "", date(2026, 11, 3), False),
        ("2026-11-03T19:30", "2026-11-03T21:00", date(2026, 11, 3), False),
        ("2026-11-03T19:30", "2026-11-04T00:00", date(2026, 11, 3), False),
        ("2026-11-03T19:30", "2026-11-04T02:00", date(2026, 11, 4), False),
        ("2026-11-03", "", date(2026, 11, 3), True),
        ("2026-11-03", "2026-11-05", date(2026, 11, 5), True),
    ],
)
def test_last_day(start: str, end: str, last_day: date, all_day: bool) -> None:
    [found] = occurrences(event(start, end), *AUTUMN)
    assert (found.day, found.last_day, found.all_day) == (date(2026, 11, 3), last_day, all_day)


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        (date(2026, 11, 5), date(2026, 11, 9), 1),
        (date(2026, 11, 6), date(2026, 11, 9), 0),
        (date(2026, 11, 1), date(2026, 11, 3), 1),
        (date(2026, 11, 1), date(2026, 11, 2), 0),
    ],
)
def test_what_touches_the_window_is_found(since: date, until: date, count: int) -> None:
    assert len(occurrences(event("2026-11-03", "2026-11-05"), since, until)) == count


def test_a_series_without_an_end_is_found_far_in_the_future_at_once() -> None:
    subject = event("1970-01-06T19:30", repeat=Repeat(every="week", interval=2))
    assert starts(subject, date(2199, 1, 1), date(2199, 1, 31), "%Y-%m-%d") == (
        "2199-01-01 2199-01-15 2199-01-29"
    )


@pytest.mark.parametrize(
    ("repeat", "expected"),
    [
        (None, False),
        (Repeat(every="week"), True),
        (Repeat(every="day", count=400), False),
        (Repeat(every="week", until=date(2029, 11, 1)), False),
        (Repeat(every="day", until=date(2029, 11, 6)), True),
        (Repeat(every="week", until=date(2034, 6, 27)), False),
        (Repeat(every="week", until=date(2034, 7, 4)), True),
        (Repeat(every="year", until=date(2199, 1, 1)), False),
    ],
)
def test_a_long_series(repeat: Repeat | None, expected: bool) -> None:
    assert is_long(event("2026-11-03", repeat=repeat)) == expected


@pytest.mark.parametrize(
    ("start", "repeat", "since", "expected"),
    [
        ("2026-11-03", None, "2026-11-03", "2026-11-03"),
        ("2026-11-03", None, "2026-11-04", ""),
        ("2126-11-03", None, "2026-11-04", "2126-11-03"),
        ("2026-09-26T18:00", Repeat(every="year", interval=2), "2026-11-22", "2028-09-26"),
        ("2024-02-29T18:00", Repeat(every="year"), "2026-11-22", "2028-02-29"),
        ("2096-02-29", Repeat(every="year"), "2096-03-01", "2104-02-29"),
        ("2024-02-29", Repeat(every="year", interval=99), "2026-11-22", "2420-02-29"),
        ("2026-11-03", Repeat(every="month", interval=99), "2026-11-22", "2035-02-03"),
        ("2020-02-01", Repeat(every="year", day=(-1, 0), interval=5), "2020-03-01", "2025-02-24"),
        ("2026-02-10", Repeat(every="year", day=(30, None)), "2026-02-11", ""),
        ("2026-02-10", Repeat(every="month", interval=12, day=(31, None)), "2026-02-11", ""),
        ("2026-11-03", Repeat(every="week", count=3), "2026-11-18", ""),
        ("2026-11-03", Repeat(every="year", interval=5, count=3), "2031-11-04", "2036-11-03"),
        ("2026-11-03", Repeat(every="day", until=date(2099, 1, 1)), "2098-12-31", "2098-12-31"),
        ("2026-11-03", Repeat(every="day", until=date(2099, 1, 1)), "2099-01-02", ""),
        (
            "2026-11-03",
            Repeat(every="year", except_=tuple(date(year, 11, 3) for year in range(2027, 2080))),
            "2026-11-04",
            "2080-11-03",
        ),
        (
            "2026-11-03",
            Repeat(every="week", count=2, moved=moved("2026-11-10 > 2088-01-01")),
            "2026-11-04",
            "2088-01-01",
        ),
        (
            "2026-11-03",
            Repeat(every="week", count=1, also=(date(2077, 7, 7),)),
            "2026-11-04",
            "2077-07-07",
        ),
    ],
)
def test_the_next_date_is_found_however_far(
    start: str, repeat: Repeat | None, since: str, expected: str
) -> None:
    day = date.fromisoformat(since)
    found = coming(event(start, repeat=repeat), day, day)
    assert " ".join(o.day.isoformat() for o in found) == expected


def test_where_something_comes_all_of_it_is_given() -> None:
    found = coming(TUESDAYS, date(2026, 11, 4), date(2026, 11, 17))
    assert [o.day.day for o in found] == [10, 17]


@pytest.mark.parametrize(
    ("start", "repeat", "first", "all_of_it"),
    [
        ("2026-11-03", Repeat(every="week", count=3), "11-03", "11-03 11-10 11-17"),
        ("2026-11-03", Repeat(every="week", weekdays=("friday",)), "11-06", "11-06 11-13 11-20"),
        (
            "2026-11-03",
            Repeat(every="week", weekdays=("friday",), count=3),
            "11-06",
            "11-06 11-13",
        ),
        ("2026-11-03", Repeat(every="week", weekdays=("friday",), count=1), "", ""),
        ("2026-11-03", Repeat(every="month", day=(1, 4), until=date(2026, 11, 5)), "", ""),
        ("2026-02-03", Repeat(every="year", day=(31, None)), "", ""),
    ],
)
def test_what_the_rule_alone_gives(start: str, repeat: Repeat, first: str, all_of_it: str) -> None:
    subject = event(start, repeat=repeat)
    found = first_by_the_rule(subject)
    assert (found.strftime("%m-%d") if found else "") == first
    times = sorted(by_the_rule(subject, date(2026, 11, 1), date(2026, 11, 22)))
    assert " ".join(time.strftime("%m-%d") for time in times) == all_of_it


def test_what_became_of_dates_and_which_gave_way() -> None:
    repeat = Repeat(
        every="week",
        also=(datetime(2026, 11, 10, 9),),
        moved=moved("2026-11-10 > 2026-11-24T19:30", "2026-12-01 > 2026-12-02"),
        cancelled=days("2026-11-17 > krank"),
    )
    became, gone = changed(event("2026-11-03T19:30", repeat=repeat))
    assert [(o.start.strftime("%m-%d"), o.status) for o in became] == [
        ("11-17", "cancelled"),
        ("12-02", "scheduled"),
    ]
    assert gone == (datetime(2026, 11, 10, 9), datetime(2026, 11, 10, 19, 30))


@pytest.mark.parametrize(
    ("start", "repeat", "expected"),
    [
        ("2026-11-03", None, True),
        ("2026-11-03", Repeat(every="week", weekdays=("tuesday",)), True),
        ("2026-11-03", Repeat(every="week", weekdays=("monday",)), False),
        ("2026-11-03", Repeat(every="month", day=(1, 1)), True),
        ("2026-11-03", Repeat(every="month", day=(-1, 1)), False),
        ("2026-02-03", Repeat(every="year", day=(31, None)), False),
    ],
)
def test_starts_regularly(start: str, repeat: Repeat | None, expected: bool) -> None:
    assert starts_regularly(event(start, repeat=repeat)) == expected


def test_regular_days_are_neither_moved_nor_left_out() -> None:
    repeat = Repeat(
        every="week",
        count=2,
        except_=(date(2026, 11, 3),),
        moved=moved("2026-11-10 > 2026-11-11"),
        also=(date(2026, 11, 12),),
    )
    subject = event("2026-11-03T19:30", repeat=repeat)
    assert regular_days(subject, *AUTUMN) == {
        date(2026, 11, 3),
        date(2026, 11, 10),
        date(2026, 11, 12),
    }


def test_what_is_shown_of_a_date_tells_it_from_others() -> None:
    """Rows are remembered by what they are made of: none is to be taken for another event's."""
    here = Occurrence(datetime(2027, 3, 1, 2, 30), datetime(2027, 3, 1, 3, 15))
    there = ForeignTimes("Europe/London", here.start, here.end)
    others = (
        replace(here, there=there),
        replace(here, moved_from=datetime(2027, 2, 28, 2, 30)),
        replace(here, localised=FieldLanguages("tr", ("reason",))),
    )
    assert len({here, *others}) == 4


def test_equal_times_come_once() -> None:
    repeat = Repeat(every="week", count=2, moved=moved("2026-11-10 > 2026-11-03"))
    assert starts(event("2026-11-03T19:30", repeat=repeat)) == "11-03"
    also = Repeat(every="week", count=2, also=(datetime(2026, 11, 10, 19, 30),))
    assert starts(event("2026-11-03T19:30", repeat=also)) == "11-03 11-10"


# --- The oracle ----------------------------------------------------------------------------------

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
START = st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
WEEKLY = st.builds(
    Repeat,
    every=st.just("week"),
    interval=st.integers(1, 5),
    weekdays=st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=4).map(tuple),
    except_=st.lists(st.dates(date(2024, 1, 1), date(2028, 1, 1)), max_size=3).map(tuple),
)
DAILY = st.builds(Repeat, every=st.just("day"), interval=st.integers(1, 40))
MONTHLY = st.builds(
    Repeat,
    every=st.just("month"),
    interval=st.integers(1, 7),
    day=st.one_of(
        st.none(),
        st.tuples(st.integers(1, 31), st.none()),
        st.tuples(st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6)),
    ),
)
YEARLY = st.builds(Repeat, every=st.just("year"), interval=st.integers(1, 3))


def rule(repeat: Repeat) -> vRecur:
    names = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
    parts: dict[str, Any] = {"FREQ": names[repeat.every], "INTERVAL": repeat.interval}
    if repeat.weekdays:
        parts["BYDAY"] = [BYDAY[WEEKDAYS.index(name)] for name in repeat.weekdays]
    if repeat.day and repeat.day[1] is None:
        parts["BYMONTHDAY"] = repeat.day[0]
    elif repeat.day and repeat.day[1] is not None:
        parts["BYDAY"] = f"{repeat.day[0]}{BYDAY[repeat.day[1]]}"
    return vRecur(parts)


def oracle(subject: Event, since: date, until: date) -> Iterable[datetime]:
    """What recurring-ical-events makes of the same rule."""
    assert subject.repeat is not None
    component = CalendarEvent()
    component.add("UID", "x")
    component.add("DTSTART", subject.start)
    component.add("RRULE", rule(subject.repeat))
    calendar = Calendar()
    calendar.add_component(component)
    found = recurring_ical_events.of(calendar).between(since, until + timedelta(days=1))
    return sorted(component["DTSTART"].dt for component in found)


@settings(max_examples=150)
@given(START, st.one_of(WEEKLY, DAILY, MONTHLY, YEARLY), st.integers(0, 700))
def test_rules_agree_with_another_implementation(
    start: datetime, repeat: Repeat, later: int
) -> None:
    subject = event(start.isoformat(), repeat=repeat)
    since = start.date() + timedelta(days=later)
    until = since + timedelta(days=200)
    ours = [o.start for o in occurrences(subject, since, until)]
    expected = [moment for moment in oracle(subject, since, until) if moment.date() >= since]
    assert ours == [moment for moment in expected if moment.date() not in repeat.except_]


@settings(max_examples=100)
@given(START, st.one_of(WEEKLY, DAILY, MONTHLY), st.integers(1, 400))
def test_an_end_only_takes_dates_away(start: datetime, repeat: Repeat, count: int) -> None:
    window = (start.date(), start.date() + timedelta(days=300))
    endless = occurrences(event(start.isoformat(), repeat=repeat), *window)
    counted = Repeat(**{**vars(repeat), "count": count, "except_": ()})
    ended = occurrences(event(start.isoformat(), repeat=counted), *window)
    without_exceptions = Repeat(**{**vars(repeat), "except_": ()})
    complete = occurrences(event(start.isoformat(), repeat=without_exceptions), *window)
    assert ended == complete[:count]
    assert set(endless) <= set(complete)


@pytest.mark.slow
@pytest.mark.parametrize("every", ["month", "year"])
@pytest.mark.parametrize("day", [28, 29, 30, 31])
def test_a_series_whose_day_no_month_has_never_comes(every: str, day: int) -> None:
    """Held against going through the months of 400 years, after which the calendar is the same."""
    for interval in (1, 2, 3, 4, 5, 6, 8, 11, 12, 18, 24, 36, 48, 96, 99):
        for year, month in product(range(2024, 2028), range(1, 13)):
            step = interval * (12 if every == "year" else 1)
            months = (12 * year + month - 1 + number * step for number in range(4800))
            has_day = any(monthrange(m // 12, m % 12 + 1)[1] >= day for m in months)
            repeat = Repeat(every=every, interval=interval, day=(day, None))
            assert (interval, year, month, never(repeat, date(year, month, 1))) == (
                *(interval, year, month),
                not has_day,
            )


def test_a_series_that_never_comes_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library would look into each year to come: seconds for each question."""
    monkeypatch.setattr("plugins.catalogue.occurrences.rrule.rrule", pytest.fail)
    first = date(2026, 4, 30)
    for limit in ({}, {"count": 3}, {"until": date(8000, 1, 1)}):
        repeat = Repeat(every="year", day=(31, None), also=(date(2026, 6, 1),), **limit)
        series = event("2026-04-30", repeat=repeat)
        assert [o.day for o in coming(series, first, first)] == [first]
        assert [o.day for o in coming(series, date(2026, 5, 2), date(2026, 5, 2))] == [
            date(2026, 6, 1)
        ]
        assert coming(series, date(2027, 1, 1), date(2027, 1, 1)) == ()
        assert first_by_the_rule(series) is None
        assert (starts_regularly(series), is_long(series)) == (False, limit == {})

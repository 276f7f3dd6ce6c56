"""Days and times the way people type them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.new import dates

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-01", "2026-12-01"),
        ("2026-1-5", "2026-01-05"),
        ("1.12.2026", "2026-12-01"),
        ("01. 12. 2026", "2026-12-01"),
        ("1.12.26", "2026-12-01"),
        ("1.12.", "2026-12-01"),
        ("22.11.", "2026-11-22"),
        ("21.11.", "2027-11-21"),
        ("29.2.", "2028-02-29"),
        ("31.2.", "2026-02-31"),
        ("31.2.2027", "2027-02-31"),
        ("1. Dezember", "2026-12-01"),
        ("1 dez 2027", "2027-12-01"),
        ("3. März", "2027-03-03"),
        ("3. Maerz", "2027-03-03"),
        ("heute", "2026-11-22"),
        ("Morgen", "2026-11-23"),
        ("übermorgen", "2026-11-24"),
        ("today", "2026-11-22"),
        ("bald", "bald"),
        ("1.12", "1.12"),
        ("12/01/2026", "12/01/2026"),
        ("1.xyz", "1.xyz"),
        ("", ""),
    ],
)
def test_days(typed: str, meant: str) -> None:
    assert dates.day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-01", "2026-12-01"),
        ("2026-12-01 19:30", "2026-12-01T19:30"),
        ("2026-12-01T19:30", "2026-12-01T19:30"),
        ("1.12.2026 19.30 Uhr", "2026-12-01T19:30"),
        ("1.12., 19 Uhr", "2026-12-01T19:00"),
        ("1.12. um 9:05", "2026-12-01T09:05"),
        ("1. Dezember 2026 um 19 h", "2026-12-01T19:00"),
        ("morgen 8:00", "2026-11-23T08:00"),
        ("1.12. 25:99", "2026-12-01T25:99"),
        ("21:15", "2026-12-24T21:15"),
        ("21 Uhr", "2026-12-24T21:00"),
        ("21", "21"),
        ("bald 19:30", "bald 19:30"),
    ],
)
def test_moments(typed: str, meant: str) -> None:
    assert dates.moment(typed, TODAY, "2026-12-24T19:00") == meant


def test_a_time_alone_needs_a_day() -> None:
    assert dates.moment("21:15", TODAY) == "21:15"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1998", "1998"),
        ("3.1998", "1998-03"),
        ("03/1998", "1998-03"),
        ("1998-3", "1998-03"),
        ("1.3.1998", "1998-03-01"),
    ],
)
def test_since(typed: str, meant: str) -> None:
    assert dates.since(typed, TODAY) == meant


@given(day=DAYS, today=DAYS)
def test_the_next_one_is_never_in_the_past_and_nearer_than_any_other(
    day: date, today: date
) -> None:
    found = date.fromisoformat(dates.day(f"{day.day}.{day.month}.", today))
    assert (found.month, found.day) == (day.month, day.day)
    days = (today + timedelta(days=ahead) for ahead in range(8 * 366 + 1))
    assert found == next(d for d in days if (d.month, d.day) == (day.month, day.day))


@given(moment=st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)))
def test_every_way_of_writing_a_moment_means_the_same(moment: datetime) -> None:
    iso = moment.isoformat(timespec="minutes")
    german = f"{moment.day}.{moment.month}.{moment.year}"
    ways = [
        iso,
        iso.replace("T", " "),
        f"{german} {moment:%H:%M}",
        f"{german}, {moment.hour}.{moment.minute:02} Uhr",
    ]
    assert {dates.moment(way, TODAY) for way in ways} == {iso}


@given(text=st.text(max_size=30))
def test_no_text_is_too_strange(text: str) -> None:
    for read in (dates.day, dates.moment, dates.since):
        assert isinstance(read(text, TODAY), str)
    assert isinstance(dates.in_words(text, "de"), str)


@pytest.mark.parametrize(
    ("iso", "german", "english"),
    [
        ("2026-12-01", "Dienstag, 1.12.2026", "Tuesday, 2026-12-01"),
        ("2026-12-01T19:30", "Dienstag, 1.12.2026, 19:30", "Tuesday, 2026-12-01, 19:30"),
        ("2016", "2016", "2016"),
        ("bald", "bald", "bald"),
    ],
)
def test_in_words(iso: str, german: str, english: str) -> None:
    assert (dates.in_words(iso, "de"), dates.in_words(iso, "en")) == (german, english)

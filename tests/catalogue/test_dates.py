"""Days and times the way people type them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue import cldr, dates

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
        ("Di, 1.12.2026", "2026-12-01"),
        ("Dienstag, den 1. Dezember 2026", "2026-12-01"),
        ("Tue 1 December 2026", "2026-12-01"),
        ("Mi, 1.12.2026", "Mi, 1.12.2026"),
        ("December 1st, 2026", "2026-12-01"),
        ("1.Dez.2026", "2026-12-01"),
        ("1.12.’26", "1.12.’26"),
        ("1.5.85", "1985-05-01"),
        ("2026/12/1", "2026-12-01"),
        ("20261201", "2026-12-01"),
        ("25/12/2026", "2026-12-25"),
        ("12/25/2026", "2026-12-25"),
        ("12/12/2026", "2026-12-12"),
        ("bald", "bald"),
        ("1.12", "1.12"),
        ("12/01/2026", "12/01/2026"),
        ("20122026", "2026-12-20"),
        ("05122026", "05122026"),
        ("20261301", "2026-13-01"),
        ("Dez 26", "Dez 26"),
        ("Dec 26", "Dec 26"),
        ("Dec 5", "2026-12-05"),
        ("December 26th", "2026-12-26"),
        ("25/12/26", "25/12/26"),
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
        ("Di, 1. Dezember 2026, 19:30 Uhr", "2026-12-01T19:30"),
        ("1.12.26 19.30", "2026-12-01T19:30"),
        ("1.12.2026 | 19 Uhr 30", "2026-12-01T19:30"),
        ("1.12.2026 - 19:30 Uhr", "2026-12-01T19:30"),
        ("1.12.2026 ab 19h30", "2026-12-01T19:30"),
        ("2026-12-01 19:30:00", "2026-12-01T19:30"),
        ("2026-12-01T19:30:00Z", "2026-12-01T19:30:00Z"),
        ("December 1, 2026 7:30 p.m.", "2026-12-01T19:30"),
        ("1 Dec 2026 12 am", "2026-12-01T00:00"),
        ("1.12.2026 13 pm", "1.12.2026 13 pm"),
        ("1.12.2026 19-21 Uhr", "1.12.2026 19-21 Uhr"),
        ("2026-12-01 00:00:00", "2026-12-01"),
        ("2026-12-01T00:00:00", "2026-12-01"),
        ("1.12.2026 00:00:00", "2026-12-01"),
        ("2026-12-01 00:00", "2026-12-01T00:00"),
        ("31.12.2026 24:00", "2027-01-01T00:00"),
        ("31.12.2026, 24 Uhr", "2027-01-01T00:00"),
        ("2026-12-31T24:00", "2027-01-01T00:00"),
        ("31.12.2026 24:01", "2026-12-31T24:01"),
        ("24 Uhr", "2026-12-25T00:00"),
        ("Dez 26 19:30", "Dez 26 19:30"),
        ("21:15", "2026-12-24T21:15"),
        ("21 Uhr", "2026-12-24T21:00"),
        ("21", "21"),
        ("bald 19:30", "bald 19:30"),
    ],
)
def test_moments(typed: str, meant: str) -> None:
    assert dates.moment(typed, TODAY, "2026-12-24T19:00") == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("samedi 5 décembre 2026 à 19 h 30", "2026-12-05T19:30"),
        ("sam. 5 déc. 2026, 19h", "2026-12-05T19:00"),
        ("1er janvier 2027", "2027-01-01"),
        ("mar. 1 déc. 2026", "2026-12-01"),
        ("sabato 5 dicembre 2026, alle ore 19.30", "2026-12-05T19:30"),
        ("1º maggio 2027", "2027-05-01"),
        ("5 Aralık 2026 Cumartesi, saat 19.30", "2026-12-05T19:30"),
        ("5 ARALIK 2026", "2026-12-05"),
        ("Cmt 5 Ara 2026", "2026-12-05"),
        ("суббота, 5 декабря 2026 г. в 19:30", "2026-12-05T19:30"),
        ("5 дек. 2026", "2026-12-05"),
        ("субота, 5 грудня 2026 року, о 19:30", "2026-12-05T19:30"),
        ("п’ятниця, 4 грудня 2026 р.", "2026-12-04"),
        ("Σάββατο 5 Δεκεμβρίου 2026 στις 19:30", "2026-12-05T19:30"),
        ("sâmbătă, 5 decembrie 2026, ora 19:30", "2026-12-05T19:30"),
        ("السبت، ٥ ديسمبر ٢٠٢٦ الساعة ١٩:٣٠", "2026-12-05T19:30"),
        ("شنبه ۵ دسامبر ۲۰۲۶ ساعت ۱۹:۳۰", "2026-12-05T19:30"),
        ("سه‌شنبه ۱ دسامبر ۲۰۲۶", "2026-12-01"),
        ("۱ مه ۲۰۲۷", "2027-05-01"),
        ("dimanche 5 décembre 2026", "dimanche 5 décembre 2026"),
        ("5 Aralık 2026 Pazar", "5 Aralık 2026 Pazar"),
        ("5 jui 2027", "5 jui 2027"),
        ("5 Ιου 2027", "5 Ιου 2027"),
        ("5 Foo 2027", "5 Foo 2027"),
        ("5 décembre 2026 samedi dimanche", "5 décembre 2026 samedi dimanche"),
    ],
)
def test_in_the_languages_of_the_site(typed: str, meant: str) -> None:
    assert dates.moment(typed, TODAY) == meant


def test_what_german_and_english_call_a_month_is_no_other_month_elsewhere() -> None:
    """So one who writes German gets what he means without all languages being looked at."""
    beginnings = {name[:end] for name in dates._MONTHS for end in range(3, len(name) + 1)}
    for begin in beginnings:
        found = dates._beginning(begin, cldr.months())
        assert found <= dates._beginning(begin, dates._MONTHS), begin
    assert {n for n in cldr.weekdays() if n in dates._WEEKDAY_NUMBERS} == set()


def test_a_time_alone_needs_a_day() -> None:
    assert dates.moment("21:15", TODAY) == "21:15"


def test_what_has_no_year_or_is_relative_needs_a_day_to_begin_from() -> None:
    for typed in ("1.12.", "1. Dezember", "heute", "1.12. 19:30"):
        assert dates.moment(typed) == typed


@pytest.mark.parametrize(
    ("typed", "both"),
    [
        ("5.12.2026, 19-21 Uhr", ("2026-12-05T19:00", "2026-12-05T21:00")),
        ("5.12.2026 19:30 bis 21:00 Uhr", ("2026-12-05T19:30", "2026-12-05T21:00")),
        ("5.12.2026 19.30-21", ("2026-12-05T19:30", "2026-12-05T21:00")),
        ("5.12.2026 19:30-24", ("2026-12-05T19:30", "2026-12-06T00:00")),
        ("5.12.2026 19-24 Uhr", ("2026-12-05T19:00", "2026-12-06T00:00")),
        ("5.12.2026 19:00 - 24:00", ("2026-12-05T19:00", "2026-12-06T00:00")),
        ("5.12.2026 19.30-2026", None),
        ("5.12.2026 22 Uhr – 2 Uhr", ("2026-12-05T22:00", "2026-12-06T02:00")),
        ("5.12.2026 10:00 - 6.12.2026 9:00", ("2026-12-05T10:00", "2026-12-06T09:00")),
        ("5.-7.12.2026", ("2026-12-05", "2026-12-07")),
        ("Sa 5.12. - Mo 7.12.2026", ("2026-12-05", "2026-12-07")),
        ("30. November bis 7. Dezember 2026", None),
        ("5. bis 7. Dezember 2026", ("2026-12-05", "2026-12-07")),
        ("2026-12-05 - 2026-12-07", ("2026-12-05", "2026-12-07")),
        ("7.12.2026 - 5.12.2026", None),
        ("5.12.2026 - 19:30 Uhr", None),
        ("2026-12-05", None),
        ("19-21", None),
        ("31.2.2026 19-21 Uhr", None),
    ],
)
def test_beginning_and_end(typed: str, both: tuple[str, str] | None) -> None:
    assert dates.span(typed) == both


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("46357", "2026-12-01"),
        ("46357.8125", "2026-12-01T19:30"),
        ("46357,8125", "2026-12-01T19:30"),
        ("2026", ""),
        ("12345", ""),
        ("463570", ""),
    ],
)
def test_days_counted_by_a_spreadsheet_program(typed: str, meant: str) -> None:
    assert dates.from_serial(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("seit 1998", "1998"),
        ("Mai 1998", "1998-05"),
        ("1998", "1998"),
        ("3.1998", "1998-03"),
        ("03/1998", "1998-03"),
        ("1998-3", "1998-03"),
        ("1.3.1998", "1998-03-01"),
        ("Mai 98", "1998-05"),
        ("Mai '12", "2012-05"),
        ("Mai 12", "Mai 12"),
        ("5. Mai", "5. Mai"),
        ("heute", "2026-11-22"),
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
        assert isinstance(read(text), str)
    assert dates.span(text) is None or len(text) > 4
    assert dates.in_german(dates.moment(text)) or not text.strip()
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

"""Content lines: escaped, folded, never broken by what stands in them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vDuration
from icalendar.parser import Contentline

from plugins.catalogue.fields.days import Moment
from plugins.feeds.contentlines import (
    basic,
    component,
    duration,
    folded,
    moment,
    text,
    texts,
    verbatim,
)

READER: Any = Contentline
DURATION: Any = vDuration


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("", ""),
        ("Chor", "Chor"),
        ("a, b; c", "a\\, b\\; c"),
        ("\\", "\\\\"),
        ("\\n", "\\\\n"),
        ("C:\\Neu", "C:\\\\Neu"),
        ('"Tee": 3 €', '"Tee": 3 €'),
        ("a\nb", "a\\nb"),
        ("a\r\nb\rc\n\r", "a\\nb\\nc\\n\\n"),
        ("\\\n,", "\\\\\\n\\,"),
    ],
)
def test_texts_are_escaped(value: str, written: str) -> None:
    assert text(value) == written


@given(st.text(max_size=400))
def test_an_independent_reader_finds_the_same_text(value: str) -> None:
    name, parameters, read = READER(f"X;A=b:{text(value)}").parts()
    assert (name, dict(parameters)) == ("X", {"A": "b"})
    assert read == value.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("values", "written"),
    [((), ""), (("musik",), "musik"), (("a,b", "c;d", ""), "a\\,b,c\\;d,")],
)
def test_lists_keep_their_commas_apart(values: tuple[str, ...], written: str) -> None:
    assert texts(values) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("", ""), ("Tanz, Tee; \\n", "Tanz, Tee; \\n"), ("a\r\nEND:VCALENDAR", "a END:VCALENDAR")],
)
def test_what_cannot_be_escaped_stays_one_line(value: str, written: str) -> None:
    assert verbatim(value) == written


@pytest.mark.parametrize(
    ("when", "zone", "line"),
    [
        (date(2026, 3, 1), "Europe/Berlin", "DTSTART;VALUE=DATE:20260301"),
        (date(999, 1, 2), "UTC", "DTSTART;VALUE=DATE:09990102"),
        (datetime(2026, 3, 1, 9, 5), "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260301T090500"),
        (datetime(2026, 3, 1), "Etc/GMT+5", "DTSTART;TZID=Etc/GMT+5:20260301T000000"),
        (datetime(2026, 3, 1, 23, 59), "UTC", "DTSTART:20260301T235900Z"),
    ],
)
def test_days_and_times(when: Moment, zone: str, line: str) -> None:
    assert moment("DTSTART", when, zone) == line


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (timedelta(), "P0D"),
        (timedelta(hours=8), "PT8H"),
        (timedelta(minutes=90), "PT1H30M"),
        (timedelta(minutes=5), "PT5M"),
        (timedelta(days=1), "P1D"),
        (timedelta(days=1, hours=9, minutes=20), "P1DT9H20M"),
    ],
)
def test_lengths_of_time(length: timedelta, written: str) -> None:
    assert duration(length) == written
    assert DURATION.from_ical(written) == length


def test_a_zone_leaves_the_numbers_of_a_time_alone() -> None:
    assert basic(datetime(2026, 3, 1, 9, 5, tzinfo=UTC)) == "20260301T090500"


def test_components_stand_inside_each_other() -> None:
    inner = component("STANDARD", ["TZNAME:CET"])
    assert component("VTIMEZONE", ["TZID:Europe/Berlin", "X:1"], inner, inner) == (
        b"BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nX:1\r\n"
        b"BEGIN:STANDARD\r\nTZNAME:CET\r\nEND:STANDARD\r\n"
        b"BEGIN:STANDARD\r\nTZNAME:CET\r\nEND:STANDARD\r\n"
        b"END:VTIMEZONE\r\n"
    )
    assert component("VEVENT", []) == b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize(
    ("line", "octets"),
    [
        ("", [0]),
        ("x" * 75, [75]),
        ("x" * 76, [75, 1]),
        ("x" * 149, [75, 74]),
        ("x" * 150, [75, 74, 1]),
        ("x" * 74 + "é", [74, 2]),
        ("x" * 73 + "éé", [75, 2]),
        ("x" * 73 + "€", [73, 3]),
        ("x" * 72 + "😀", [72, 4]),
        ("x" * 71 + "😀" * 20, [75, 72, 4]),
        ("م" * 150, [74, 74, 74, 74, 4]),
    ],
)
def test_where_lines_are_folded(line: str, octets: list[int]) -> None:
    first, *others = folded(line).removesuffix(b"\r\n").split(b"\r\n")
    assert [len(first), *(len(piece.removeprefix(b" ")) for piece in others)] == octets


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=400))
def test_folding_loses_nothing(line: str) -> None:
    pieces = folded(line).removesuffix(b"\r\n").split(b"\r\n")
    assert b"".join([pieces[0], *(p[1:] for p in pieces[1:])]).decode() == line
    assert [piece[:1] for piece in pieces[1:]] == [b" "] * (len(pieces) - 1)
    assert all(len(piece) <= 75 and piece.decode() is not None for piece in pieces)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=400))
def test_an_independent_reader_unfolds_the_same_line(line: str) -> None:
    assert READER.from_ical(folded(line).removesuffix(b"\r\n")) == line

"""Time zones of calendars: the offsets that a reader finds are those of the zone."""

from datetime import UTC, datetime, timedelta, tzinfo
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical

from plugins.feeds.zones import changes, time_zone, zone_id

BERLIN = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def test_a_zone_of_the_union_is_its_rule() -> None:
    assert time_zone("Europe/Berlin").decode() == BERLIN.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("Europe/London", "Europe/London"),
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("Africa/Bissau", "Africa/Bissau"),  # an hour behind until 1975
        ("UTC", "UTC"),
        ("Etc/UTC", "UTC"),
        ("Atlantic/Reykjavik", "UTC"),
    ],
)
def test_what_times_of_a_zone_are_marked_with(name: str, written: str) -> None:
    assert zone_id(name) == written


ZONES = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",  # winter is what differs there
    "Europe/Athens",
    "Europe/Moscow",  # changed for good, twice
    "Atlantic/Azores",
    "Africa/Cairo",  # a rule for some years, none, and one again
    "Africa/Casablanca",  # by the moon
    "America/New_York",
    "America/Nuuk",  # changes with the Union, when it is still Saturday there
    "America/Santiago",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",  # by the sun, until 2022
    "Asia/Tokyo",
    "Australia/Lord_Howe",  # by half an hour
    "Australia/Sydney",
    "Indian/Chagos",  # another offset from the very first moment on
]


@pytest.mark.parametrize("name", ZONES)
def test_independent_readers_find_the_offsets(name: str) -> None:
    """Shortly and a day before and after each change, and in the midst of each month."""
    zone, read = ZoneInfo(name), readers(time_zone(name))
    moments = [
        change.at + timedelta(hours=hours)
        for change in changes(name, 1996, 2037)
        for hours in (-26, -3, -1.5, 1.5, 3, 26)
    ]
    moments += [
        datetime(year, month, 15, 1, tzinfo=UTC)
        for year in range(1997, 2038)
        for month in range(1, 13)
    ]
    known = [moment.astimezone(zone).replace(tzinfo=None) for moment in sorted(moments)]
    clear = [local for local in known if len({offset(local, zone, fold) for fold in (0, 1)}) == 1]
    lasting = [local for local in clear if local.year >= 1997]
    expected = [(local, offset(local, zone)) for local in lasting]
    for tz in read:
        assert [(local, offset(local, tz)) for local in lasting] == expected


def readers(written: bytes) -> list[tzinfo]:
    component: Any = icalendar.Timezone.from_ical(written)
    calendar = f"BEGIN:VCALENDAR\r\n{written.decode()}END:VCALENDAR\r\n"
    other = tzical(StringIO(calendar)).get()
    assert other is not None
    # Without this it is the zone of that name.
    return [component.to_tz(lookup_tzid=False), other]


def offset(local: datetime, zone: tzinfo, fold: int = 0) -> timedelta | None:
    return local.replace(tzinfo=zone, fold=fold).utcoffset()


@pytest.mark.parametrize("name", ZONES)
def test_each_change_is_one_that_all_programs_count(name: str) -> None:
    """Beside RDATE some do not count DTSTART; before the first change some take UTC."""
    lines = time_zone(name).decode().split("\r\n")
    starts = [line.removeprefix("DTSTART:") for line in lines if line.startswith("DTSTART:")]
    onsets = {f"{change.local:%Y%m%dT%H%M%S}" for change in changes(name, 1996, 2037)}
    assert [line for line in lines if line.startswith("RDATE")] == []
    assert set(starts) - onsets <= {"19960101T000000"}
    assert starts == sorted(starts) and starts[0].startswith("1996")


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Asia/Tokyo", []),
        ("Asia/Kolkata", []),
        (
            "America/New_York",
            [
                "UNTIL=20060403T070000Z;BYDAY=1SU;BYMONTH=4",
                "UNTIL=20061030T060000Z;BYDAY=-1SU;BYMONTH=10",
                "BYDAY=2SU;BYMONTH=3",
                "BYDAY=1SU;BYMONTH=11",
            ],
        ),
        (
            "Australia/Sydney",
            [
                "UNTIL=20050327T160000Z;BYDAY=-1SU;BYMONTH=3",
                "UNTIL=19991031T160000Z;BYDAY=-1SU;BYMONTH=10",
                "UNTIL=20071028T160000Z;BYDAY=-1SU;BYMONTH=10",
                "BYDAY=1SU;BYMONTH=4",
                "BYDAY=1SU;BYMONTH=10",
            ],
        ),
        (
            "America/Nuuk",
            [
                "UNTIL=20230327T010000Z;BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30;BYMONTH=3",
                "UNTIL=20221031T010000Z;BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30;BYMONTH=10",
                "BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30;BYMONTH=3",
                "BYDAY=-1SU;BYMONTH=10",
            ],
        ),
    ],
)
def test_what_comes_year_after_year_is_a_rule(name: str, rules: list[str]) -> None:
    lines = time_zone(name).decode().replace("\r\n ", "").split("\r\n")
    found = [line for line in lines if line.startswith("RRULE")]
    assert found == [f"RRULE:FREQ=YEARLY;{rule}" for rule in rules]


def test_two_years_of_the_same_days_are_no_rule_for_ever() -> None:
    """By the moon: by chance the last years that are looked at begin in the same week."""
    lines = time_zone("Africa/Casablanca").decode().split("\r\n")
    rules = [line for line in lines if line.startswith("RRULE")]
    assert [rule for rule in rules if "UNTIL" not in rule] == []

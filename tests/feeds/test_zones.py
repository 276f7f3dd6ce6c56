"""Time zones of calendars: the offsets that a reader finds are those of the zone."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from plugins.feeds.zones import time_zone, zone_id

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


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Berlin",
        "Europe/London",
        "Europe/Athens",
        "Atlantic/Azores",
        "America/Nuuk",  # changes with the Union, when it is still Saturday there
        "America/New_York",
        "Asia/Tokyo",
        "Asia/Kathmandu",
    ],
)
def test_an_independent_reader_finds_the_offsets(name: str) -> None:
    """Shortly and a day before and after the changes of the Union and the United States."""
    component: Any = icalendar.Timezone.from_ical(time_zone(name))
    read = component.to_tz(lookup_tzid=False)  # else it is the zone of that name
    zone = ZoneInfo(name)
    changes = [(3, 8), (3, 29), (10, 25), (11, 1), (1, 1), (7, 1)]
    for month, day in changes:
        for hours in (-26, -3, 3, 20, 26):
            moment = datetime(2026, month, day, 1, tzinfo=UTC) + timedelta(hours=hours)
            local = moment.astimezone(zone).replace(tzinfo=None)
            offsets = [local.replace(tzinfo=tz).utcoffset() for tz in (zone, read)]
            assert (local, offsets[1]) == (local, offsets[0])


@pytest.mark.parametrize(("name", "loaded"), [("Europe/Berlin", False), ("Asia/Tokyo", True)])
def test_the_library_is_loaded_for_other_zones_only(project: Path, name: str, loaded: bool) -> None:
    program = (
        "import sys, plugins.feeds; from plugins.feeds.zones import time_zone; "
        f"time_zone({name!r}); print('icalendar' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == f"{loaded}\n"

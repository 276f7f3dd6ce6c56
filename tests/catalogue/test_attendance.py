"""How many came is counted by the dates of which it is told, within the period only."""

from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.figures import figures, named
from plugins.catalogue.link import Catalogue

REPORT = "title: Jahr\nperiod: {from: 2025-01-01, until: 2025-12-31}\n"
EVENT = "title: Kurs\norganisers: [office]\nstart: 2024-12-25\n"


@pytest.mark.parametrize(
    ("more", "people", "reported", "dates"),
    [
        ("repeat: {every: month, count: 5}\n", 0, 0, 4),
        ("repeat: {every: month, count: 5}\nattendance: {people: 90}\n", 0, 0, 4),
        (
            "repeat: {every: month, count: 5}\n"
            "attendance: {dates: {2024-12-25: 1, 2025-01-25: 20, 2025-02-25: 300}}\n",
            *(320, 2, 4),
        ),
        (  # what was called off took place for nobody; what was moved, on its new day
            "repeat: {every: month, count: 5, cancelled: {2025-01-25: Eis}, "
            "moved: {2025-02-25: 2025-02-26}}\n"
            "attendance: {dates: {2025-01-25: 20, 2025-02-26: 300}}\n",
            *(300, 1, 3),
        ),
        ("end: 2025-01-02\nattendance: {people: 90}\n", 0, 0, 0),
    ],
)
def test_people(
    catalogue: Callable[..., Catalogue], more: str, people: int, reported: int, dates: int
) -> None:
    entries = catalogue({"events/kurs.yaml": EVENT + more, "reports/jahr.yaml": REPORT})
    (report,) = entries.reports
    found = named(figures(entries, report, date(2026, 11, 22)), report, entries)
    told = (found["events.people"], found["events.reported"], found["events.dates"])
    assert told == (people, reported, dates)
    tallies = figures(entries, report, date(2026, 11, 22)).by_year
    assert [(one.people, one.reported) for one in tallies] == [(people, reported)]

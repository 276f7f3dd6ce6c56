"""Weeks by their names, and the pages of the site that show them."""

from datetime import date

import pytest

from plugins.digest import week
from plugins.rendering.urls import Address

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026-W49", date(2026, 11, 30), date(2026, 12, 6)),
        ("2026-w49", date(2026, 11, 30), date(2026, 12, 6)),
        ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
    ],
)
def test_a_week_and_its_days(name: str, first: date, last: date) -> None:
    found = week.named(name)
    assert found == (first, last)
    assert found.name == name.upper()
    assert {week.of(first), week.of(last)} == {found}


WRONG = (
    "2026-W54 2027-W53 2026-W00 49 W49 2026-49 2026-W9 1800-W01 9999-W52 ٢٠٢٦-W49 2026-W49x".split()
)


@pytest.mark.parametrize("name", [*WRONG, "", "2026-W49\n"])
def test_no_week(name: str) -> None:
    with pytest.raises(week.NoWeek):
        week.named(name)


@pytest.mark.parametrize(
    ("name", "begins_something", "page"),
    [
        ("2026-W48", True, Address("calendar")),
        ("2026-W49", False, Address("week", "2026-W49")),
        ("2026-W50", False, Address("week", "2026-W50")),
        ("2026-W51", False, Address("calendar")),
        ("2026-W51", True, Address("week", "2026-W51")),
        ("2027-W08", True, Address("week", "2027-W08")),
        ("2027-W09", True, Address("calendar")),
    ],
)
def test_where_the_site_shows_it(name: str, begins_something: bool, page: Address) -> None:
    assert week.named(name).page(TODAY, begins_something=begins_something) == page

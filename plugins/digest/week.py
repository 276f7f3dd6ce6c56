"""A week from Monday to Sunday, by the name that ISO 8601 has for it: 2026-W49."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from plugins.calendar import week as pages
from plugins.rendering.urls import Address

LENGTH = timedelta(days=7)
_NAME = re.compile(r"([0-9]{4})-W([0-9]{2})", re.ASCII | re.IGNORECASE)
_YEARS = range(1900, 2201)


class NoWeek(Exception):
    """No week is called so."""


class Week(NamedTuple):
    """The days of a week, the last one included."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """What it is called; also its place on the site."""
        year, number, _ = self.first.isocalendar()
        return f"{year}-W{number:02}"

    def page(self, today: date, *, begins_something: bool) -> Address:
        """Where the site shows it: on a page of its own as far as there is one, else the calendar.

        Those further off have a page only where something begins in them or later.
        """
        ahead = (self.first - pages.link_of(today).first) // LENGTH
        is_there = 0 <= ahead <= (pages.AHEAD if begins_something else pages.LEAST)
        return pages.link_of(self.first).address if is_there else Address("calendar")


def of(day: date) -> Week:
    """The week of a day."""
    first = pages.link_of(day).first
    return Week(first, first + LENGTH - timedelta(days=1))


def named(name: str) -> Week:
    """The week that is called so. Raises `NoWeek`: some years have no week 53."""
    match = _NAME.fullmatch(name)
    if not match or int(match[1]) not in _YEARS:
        raise NoWeek(name)
    try:
        return of(date.fromisocalendar(int(match[1]), int(match[2]), 1))
    except ValueError as error:
        raise NoWeek(name) from error

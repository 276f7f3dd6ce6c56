"""A posting is valid for twelve months at most."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Posting


def check(posting: Posting) -> Iterator[Diagnostic]:
    latest = _a_year_after(posting.posted)
    if posting.expires > latest:
        yield posting.problem("expires", "DATE-EXPIRY", latest=latest.isoformat())


def _a_year_after(day: date) -> date:
    """The same day of the next year; for 29 February the 28th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)

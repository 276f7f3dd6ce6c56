"""PLAN: the calendar: what comes, months, the archive by year, and a page for each event."""

from collections.abc import Iterator
from datetime import date

from plugins.calendar import archive, event, month, upcoming
from plugins.calendar.dates import dates_of
from plugins.catalogue.link import Catalogue
from plugins.rendering import register
from plugins.rendering.page import Output

__all__ = ["pages", "register"]


def pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """All pages of the calendar."""
    dates = dates_of(catalogue, today)
    yield upcoming.page(dates, today)
    yield from month.pages(dates, today)
    yield from archive.pages(dates, today)
    yield from event.pages(catalogue, today)

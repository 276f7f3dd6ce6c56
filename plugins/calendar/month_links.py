"""Where the pages of months are."""

from collections.abc import Iterable
from datetime import date

from dateutil.relativedelta import relativedelta

from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.urls import Address


@record(frozen=True)
class MonthLink(Frozen):
    """A month, its last day, and the address of its page."""

    first: date
    last: date
    address: Address


def months_of(days: Iterable[date]) -> tuple[tuple[int, int], ...]:
    """The months of these days, in order."""
    return tuple(sorted({(day.year, day.month) for day in days}))


def month_address(month: tuple[int, int]) -> Address:
    """The address of a month's page."""
    return Address("month", f"{month[0]}-{month[1]:02}")


def month_link(month: tuple[int, int]) -> MonthLink:
    """A month with its address."""
    first = date(*month, 1)
    return MonthLink(first, first + relativedelta(day=31), month_address(month))

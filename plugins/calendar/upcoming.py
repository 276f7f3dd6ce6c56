"""What comes: the next dates, grouped by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from plugins.calendar.dates import AHEAD, by_day
from plugins.rendering.cards import EventCard
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

ENOUGH = 40


@dataclass(frozen=True)
class Day:
    """A day and what begins on it; what began before and goes on stands under the first."""

    day: date
    cards: tuple[EventCard, ...]


@dataclass(frozen=True)
class MonthLink:
    """A month, its last day, and the address of its page."""

    first: date
    last: date
    address: Address


@dataclass(frozen=True)
class UpcomingView:
    """The calendar's first page; `next_month` is the first that does not fit on it."""

    days: tuple[Day, ...]
    ongoing: tuple[EventCard, ...]
    months: tuple[MonthLink, ...]
    next_month: MonthLink | None


def page(dates: Iterable[EventCard], today: date) -> Page:
    """Whole months, from today on, until there are enough dates to choose from."""
    end = today + AHEAD
    coming = tuple(c for c in dates if c.date.last_day >= today and c.date.day <= end)
    return Page(Address("calendar"), "calendar.html", _view, (coming, today))


def _view(coming: tuple[EventCard, ...], today: date) -> UpcomingView:
    ongoing = tuple(card for card in coming if card.date.day < today)
    shown, following = _whole_months([card for card in coming if card.date.day >= today])
    months = {(card.date.day.year, card.date.day.month) for card in coming}
    months.add((today.year, today.month))
    return UpcomingView(
        days=tuple(Day(day, cards) for day, cards in by_day(shown).items()),
        ongoing=ongoing,
        months=tuple(_month_link(month) for month in sorted(months)),
        next_month=_month_link(following) if following else None,
    )


def month_address(month: tuple[int, int]) -> Address:
    """The address of a month's page."""
    return Address("month", f"{month[0]}-{month[1]:02}")


def _month_link(month: tuple[int, int]) -> MonthLink:
    first = date(*month, 1)
    return MonthLink(first, first + relativedelta(day=31), month_address(month))


def _whole_months(
    cards: list[EventCard],
) -> tuple[list[EventCard], tuple[int, int] | None]:
    """Cards up to the end of a month, and the first month that is left out."""
    shown: list[EventCard] = []
    months = 0
    last = None
    for card in cards:
        month = (card.date.day.year, card.date.day.month)
        if month != last:
            if months >= 2 and len(shown) >= ENOUGH:
                return shown, month
            months, last = months + 1, month
        shown.append(card)
    return shown, None

"""What comes: the next dates, grouped by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

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
class UpcomingView:
    """The calendar's first page."""

    days: tuple[Day, ...]
    ongoing: tuple[EventCard, ...]
    this_month: Address | None
    next_month: Address | None


def page(dates: Iterable[EventCard], today: date) -> Page:
    """Whole months, from today on, until there are enough dates to choose from."""
    coming = [c for c in dates if c.date.last_day >= today and c.date.day <= today + AHEAD]
    ongoing = tuple(card for card in coming if card.date.day < today)
    shown, following = _whole_months([card for card in coming if card.date.day >= today])
    months = {(card.date.day.year, card.date.day.month) for card in coming}
    view = UpcomingView(
        days=tuple(Day(day, cards) for day, cards in by_day(shown).items()),
        ongoing=ongoing,
        this_month=month_address(min(months)) if months else None,
        next_month=month_address(following) if following else None,
    )
    return Page(Address("calendar"), "calendar.html", view)


def month_address(month: tuple[int, int]) -> Address:
    """The address of a month's page."""
    return Address("month", f"{month[0]}-{month[1]:02}")


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

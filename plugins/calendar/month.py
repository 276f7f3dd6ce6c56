"""A month as a grid of weeks, Monday first."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.calendar.upcoming import month_address
from plugins.rendering.cards import EventCard
from plugins.rendering.page import Output, Page
from plugins.rendering.urls import Address

Month = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """One day of the grid."""

    day: date
    in_month: bool
    cards: tuple[EventCard, ...]


@dataclass(frozen=True)
class MonthView:
    """One month."""

    first: date
    weeks: tuple[tuple[Cell, ...], ...]
    count: int
    previous: Address | None
    next: Address | None
    previous_first: date | None
    next_first: date | None


def pages(dates: Iterable[EventCard], today: date) -> Iterator[Output]:
    """A page for every month in which something takes place, and for the current one."""
    by_day = _by_day(dates)
    months = sorted({(day.year, day.month) for day in by_day} | {(today.year, today.month)})
    for position, month in enumerate(months):
        before = months[position - 1] if position else None
        after = months[position + 1] if position + 1 < len(months) else None
        yield Page(month_address(month), "month.html", _view(month, before, after, by_day))


def _by_day(dates: Iterable[EventCard]) -> dict[date, list[EventCard]]:
    """What takes place on each day; what lasts several days stands under each of them."""
    days: dict[date, list[EventCard]] = defaultdict(list)
    for card in dates:
        day = card.date.day
        while day <= card.date.last_day and (day - card.date.day).days < 366:
            days[day].append(card)
            day += timedelta(days=1)
    return days


def _view(
    month: Month, before: Month | None, after: Month | None, by_day: dict[date, list[EventCard]]
) -> MonthView:
    weeks = tuple(
        tuple(Cell(day, day.month == month[1], _cards(day, month, by_day)) for day in week)
        for week in Calendar().monthdatescalendar(*month)
    )
    shown = {card for week in weeks for cell in week for card in cell.cards}
    return MonthView(
        first=date(*month, 1),
        weeks=weeks,
        count=len(shown),
        previous=month_address(before) if before else None,
        next=month_address(after) if after else None,
        previous_first=date(*before, 1) if before else None,
        next_first=date(*after, 1) if after else None,
    )


def _cards(day: date, month: Month, by_day: dict[date, list[EventCard]]) -> tuple[EventCard, ...]:
    """What to show on a day. What goes on from before is said once a week and on the first.

    Days of the neighbouring months stay empty: their dates stand on their own page.
    """
    if day.month != month[1]:
        return ()
    says_again = day.weekday() == 0 or day.day == 1
    return tuple(c for c in by_day.get(day, ()) if c.date.day == day or says_again)

"""What comes: the next dates, grouped by day."""

from collections.abc import Iterable
from datetime import date

from dateutil.relativedelta import relativedelta

from plugins.calendar.dates import AHEAD, by_day
from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.cards import EventCard
from plugins.rendering.divided import PAGE, is_over_a_grid
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

ENOUGH = 40


@record(frozen=True)
class DaySection(Frozen):
    """A day and what begins on it; what began before and goes on stands under the first."""

    day: date
    cards: tuple[EventCard, ...]


@record(frozen=True)
class MonthLink(Frozen):
    """A month, its last day, and the address of its page."""

    first: date
    last: date
    address: Address


@record(frozen=True)
class UpcomingView(Frozen):
    """The calendar's first page; `next_month` is the first that does not fit on it.

    Of very many dates not all of a month fit: then the next one is that month itself. `are_more` is
    whether there are months besides this one, in which there may be nothing.
    """

    days: tuple[DaySection, ...]
    ongoing: tuple[EventCard, ...]
    months: tuple[MonthLink, ...]
    this_month: MonthLink
    are_more: bool
    next_month: MonthLink | None


def page(dates: Iterable[EventCard], today: date) -> Page:
    """Whole months, from today on, until there are enough dates to choose from.

    Of very many dates only as many as a page holds.
    """
    end = today + AHEAD
    coming = tuple(c for c in dates if c.date.last_day >= today and c.date.day <= end)
    return Page(Address("calendar"), "calendar.html", _view, (coming, today))


def _view(coming: tuple[EventCard, ...], today: date) -> UpcomingView:
    ongoing = tuple(card for card in coming if card.date.day < today)
    beginning = [card for card in coming if card.date.day >= today]
    shown, following = _whole_months(beginning)
    if is_over_a_grid(len(shown) + len(ongoing)):
        ongoing = ongoing[: PAGE // 2]
        first = beginning[: PAGE - len(ongoing) + 1]
        shown, following = first[:-1], (first[-1].date.day.year, first[-1].date.day.month)
    known = {(card.date.day.year, card.date.day.month) for card in coming}
    known.add((today.year, today.month))
    months = tuple(map(month_link, sorted(known)))
    return UpcomingView(
        days=tuple(DaySection(day, cards) for day, cards in by_day(shown).items()),
        ongoing=ongoing,
        months=months,
        this_month=months[0],
        are_more=len(months) > 1,
        next_month=month_link(following) if following else None,
    )


def month_address(month: tuple[int, int]) -> Address:
    """The address of a month's page."""
    return Address("month", f"{month[0]}-{month[1]:02}")


def month_link(month: tuple[int, int]) -> MonthLink:
    """A month with its address."""
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

"""A month with too many dates for its grid: the grid counts them, and each day has its pages."""

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from plugins.calendar.upcoming import MonthLink, month_link
from plugins.rendering.cards import EventCard
from plugins.rendering.divided import Numbering, paged
from plugins.rendering.page import Page, Recurring
from plugins.rendering.urls import Address

Month = tuple[int, int]
Days = Mapping[date, Sequence[EventCard]]


@dataclass(frozen=True)
class DayLink(Recurring):
    """A day, how many dates it has, and the first of its pages."""

    day: date
    count: int
    address: Address


@dataclass(frozen=True)
class CountCell:
    """One day of the grid; no link where it is empty or of another month."""

    day: date
    in_month: bool
    link: DayLink | None


@dataclass(frozen=True)
class LongMonthView:
    """A month whose grid counts."""

    first: date
    weeks: tuple[tuple[CountCell, ...], ...]
    count: int
    previous: Address | None
    next: Address | None
    previous_first: date | None
    next_first: date | None


@dataclass(frozen=True)
class DayView:
    """What takes place on a day, or a part of it; what goes on from before as well."""

    link: DayLink
    cards: tuple[EventCard, ...]
    numbering: Numbering
    month: MonthLink
    previous: DayLink | None
    next: DayLink | None


def pages(
    month: Month, before: Month | None, after: Month | None, days: Days, count: int
) -> Iterator[Page]:
    """The grid of the month, and the pages of each day on which something takes place."""
    own, here = sorted(day for day in days if (day.year, day.month) == month), month_link(month)
    links = tuple(DayLink(day, len(days[day]), _address(day, 1)) for day in own)
    yield Page(here.address, "long_month.html", _view, (month, before, after, links, count))
    for previous, link, following in zip((None, *links), links, (*links[1:], None), strict=False):
        for numbering, address, cards in paged(days[link.day], partial(_address, link.day)):
            inputs = (link, cards, numbering, here, previous, following)
            yield Page(address, "day.html", DayView, inputs)


def _address(day: date, number: int) -> Address:
    """Under the month, whose address no event can have."""
    page = f"{day:%Y-%m}/{day:%d}"
    return Address("day", page if number == 1 else f"{page}/{number}")


def _view(
    month: Month,
    before: Month | None,
    after: Month | None,
    links: tuple[DayLink, ...],
    count: int,
) -> LongMonthView:
    found = {link.day: link for link in links}
    previous, following = (month_link(other) if other else None for other in (before, after))
    return LongMonthView(
        first=date(*month, 1),
        weeks=tuple(
            tuple(CountCell(day, day.month == month[1], found.get(day)) for day in week)
            for week in Calendar().monthdatescalendar(*month)
        ),
        count=count,
        previous=previous.address if previous else None,
        next=following.address if following else None,
        previous_first=previous.first if previous else None,
        next_first=following.first if following else None,
    )

"""The days of a month with too many dates for its grid: each has pages of its own."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from plugins.calendar.month_links import MonthLink, month_link
from plugins.calendar.observances import Observance
from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.cards import EventCard
from plugins.rendering.divided import Numbering, paged
from plugins.rendering.page import Page, Recurring
from plugins.rendering.urls import Address

Month = tuple[int, int]
Days = Mapping[date, Sequence[EventCard]]


@record(frozen=True)
class DayLink(Frozen, Recurring):
    """A day, how many dates it has, and the first of its pages."""

    day: date
    count: int
    address: Address


@record(frozen=True)
class DayView(Frozen):
    """What takes place on a day, or a part of it; what goes on from before as well."""

    link: DayLink
    cards: tuple[EventCard, ...]
    numbering: Numbering
    month: MonthLink
    previous: DayLink | None
    next: DayLink | None
    observances: tuple[Observance, ...]


def links(month: Month, days: Days) -> tuple[DayLink, ...]:
    """The days of the month on which something takes place."""
    own = sorted(day for day in days if (day.year, day.month) == month)
    return tuple(DayLink(day, len(days[day]), _address(day, 1)) for day in own)


def pages(
    month: Month, links: Sequence[DayLink], days: Days, observed: Sequence[Observance]
) -> Iterator[Page]:
    """The pages of each day to which the grid of the month leads."""
    here = month_link(month)
    for previous, link, following in zip((None, *links), links, (*links[1:], None), strict=False):
        own = tuple(one for one in observed if one.is_on(link.day))
        for numbering, address, cards in paged(days[link.day], partial(_address, link.day)):
            inputs = (link, cards, numbering, here, previous, following, own)
            yield Page(address, "day.html", DayView, inputs)


def _address(day: date, number: int) -> Address:
    """Under the month, whose address no event can have."""
    page = f"{day:%Y-%m}/{day:%d}"
    return Address("day", page if number == 1 else f"{page}/{number}")

"""What takes place in the coming four weeks, on a sheet for notice boards.

The sheet of one week, which goes with the mails of that week, is set in the same way.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.attributes import last_moment
from plugins.rendering.cards import EventCard
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

LONG = timedelta(weeks=4)


class TypeSize(NamedTuple):
    """A size of type, by its name in the style sheet: letters of a line, lines of the sheet."""

    name: str
    letters: int
    lines: int


SIZES = (TypeSize("m", 50, 104), TypeSize("s", 56, 130), TypeSize("xs", 62, 158))
"""Largest first; the last one is as small as can be read. Measured with wide fonts."""

_LARGE = (TypeSize("xxl", 23, 46), TypeSize("xl", 28, 57), TypeSize("l", 36, 74))
SIZES_OF_A_WEEK = (*_LARGE, *SIZES)
"""A week has often so few dates that they can be read from afar."""

CALENDAR = Address("calendar")

TIME, DAY = 15, 1.6
"""So many letters the time of a date takes, so many lines the name of a day."""


@record(frozen=True)
class NoticeDay(Frozen):
    """A day, and what begins on it."""

    day: date
    cards: tuple[EventCard, ...]


@record(frozen=True)
class NoticeSheet(Frozen):
    """The days from the first to the last; what began before and goes on stands by itself.

    `size` is that of the type with which all is one sheet; `more_dates` is how many dates found no
    room in the smallest, until `more_until`; `calendar` is where they are.
    """

    first: date
    last: date
    ongoing: tuple[EventCard, ...]
    days: tuple[NoticeDay, ...]
    size: str
    more_dates: int
    more_until: str
    calendar: Address


@record(frozen=True)
class NoticeSheetView(Frozen):
    """The sheet as a page shows it."""

    sheet: NoticeSheet


def page(dates: Sequence[EventCard], today: date) -> Page:
    """The sheet."""
    last = today + LONG - timedelta(days=1)
    shown = tuple(c for c in dates if c.date.last_day >= today and c.date.day <= last)
    return Page(Address("notice_sheet"), "notice_sheet.html", _view, (shown, today, last))


def _view(dates: tuple[EventCard, ...], today: date, last: date) -> NoticeSheetView:
    return NoticeSheetView(sheet(dates, today, last))


def sheet(
    dates: tuple[EventCard, ...],
    today: date,
    last: date,
    sizes: tuple[TypeSize, ...] = SIZES,
    calendar: Address = CALENDAR,
) -> NoticeSheet:
    """The dates from `today` to the last day, in the largest of the sizes with which all fit."""
    size = next((size for size in sizes if _fitting(dates, size) == len(dates)), sizes[-1])
    kept = dates[: _fitting(dates, size)]
    more = dates[len(kept) :]
    days = groupby((c for c in kept if c.date.day >= today), lambda card: card.date.day)
    return NoticeSheet(
        first=today,
        last=last,
        ongoing=tuple(card for card in kept if card.date.day < today),
        days=tuple(NoticeDay(day, tuple(cards)) for day, cards in days),
        size=size.name,
        more_dates=len(more),
        more_until=min(map(last_moment, (card.date for card in more)), default=""),
        calendar=calendar,
    )


def _fitting(dates: Sequence[EventCard], size: TypeSize) -> int:
    """How many of the dates have room on one sheet."""
    lines, days = 0.0, set[date]()
    for count, card in enumerate(dates):
        days.add(card.date.day)
        lines += -(-_letters(card) // size.letters)
        if lines + len(days) * DAY > size.lines:
            return count
    return len(dates)


def _letters(card: EventCard) -> int:
    place = card.place.name if card.place else ""
    return TIME + len(card.title) + len(place)

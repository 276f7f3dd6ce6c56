"""What has been: the past by year, and in a year by month; in a long year each has its own page."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import groupby

from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.cards import EventCard
from plugins.rendering.divided import Numbering, is_divided, numbered, paged
from plugins.rendering.page import Page, Recurring
from plugins.rendering.urls import Address


@record(frozen=True)
class PastEvent(Frozen):
    """An event of a month that is over: its first date there, and how many it had."""

    card: EventCard
    dates: int


@record(frozen=True)
class PastMonth(Frozen):
    """The events of a month."""

    first: date
    events: tuple[PastEvent, ...]


@record(frozen=True)
class Year(Frozen):
    """A year in the list of years."""

    year: int
    address: Address
    events: int
    cancelled: int


@record(frozen=True)
class CalendarArchiveView(Frozen):
    """All years that have a past."""

    years: tuple[Year, ...]


@record(frozen=True)
class YearView(Frozen):
    """One year, latest month first; `totals` are its own among `years`."""

    year: int
    totals: Year
    months: tuple[PastMonth, ...]
    years: tuple[Year, ...]


@record(frozen=True)
class MonthOfYear(Frozen, Recurring):
    """A month of a long year, how many events it had, and the first of its pages."""

    first: date
    events: int
    address: Address


@record(frozen=True)
class LongYearView(Frozen):
    """A year that has too many events for one page; `months` are in order.

    `calendar` is the file of them all, if there are so many that there is one.
    """

    year: int
    totals: Year
    months: tuple[MonthOfYear, ...]
    years: tuple[Year, ...]
    calendar: Address | None


@record(frozen=True)
class PastMonthView(Frozen):
    """What was in a month of such a year, or a part of it."""

    month: MonthOfYear
    events: tuple[PastEvent, ...]
    numbering: Numbering
    months: tuple[MonthOfYear, ...]
    year: Year


def pages(dates: Iterable[EventCard], today: date) -> Iterator[Page]:
    """The list of years and a page for each."""
    past = (card for card in dates if card.date.last_day < today)
    by_year = {year: tuple(cards) for year, cards in groupby(past, lambda c: c.date.day.year)}
    totals = {year: _year(year, cards) for year, cards in by_year.items()}
    years = tuple(totals[year] for year in sorted(totals, reverse=True))
    yield Page(Address("calendar_archive"), "archive.html", CalendarArchiveView, (years,))
    for year, cards in by_year.items():
        if is_divided(len({(card.date.day.month, card.address) for card in cards})):
            yield from _long(totals[year], cards, years)
        else:
            inputs = (year, totals[year], cards, years)
            yield Page(totals[year].address, "year.html", _view, inputs)


def _long(year: Year, cards: Iterable[EventCard], years: tuple[Year, ...]) -> Iterator[Page]:
    """The overview of a long year and the pages of its months."""
    found = _months(cards)[::-1]
    months = tuple(_month_of_year(month) for month in found)
    has_calendar = is_divided(year.events + year.cancelled)
    calendar = Address("year_feed", str(year.year)) if has_calendar else None
    inputs = (year.year, year, months, years, calendar)
    yield Page(year.address, "long_year.html", LongYearView, inputs)
    for month, past in zip(months, found, strict=True):
        for numbering, address, events in paged(past.events, partial(_address, past.first)):
            shown = (month, events, numbering, months, year)
            yield Page(address, "past_month.html", PastMonthView, shown)


def _month_of_year(month: PastMonth) -> MonthOfYear:
    return MonthOfYear(month.first, len(month.events), _address(month.first, 1))


def _address(first: date, number: int) -> Address:
    return Address("past_month", numbered(f"{first:%Y-%m}", number))


def _view(
    year: int, totals: Year, cards: tuple[EventCard, ...], years: tuple[Year, ...]
) -> YearView:
    return YearView(year, totals, _months(cards), years)


def _year(year: int, cards: Iterable[EventCard]) -> Year:
    held = {card.address for card in cards if card.date.is_held}
    other = {card.address for card in cards} - held
    return Year(year, Address("calendar_year", str(year)), len(held), len(other))


def _months(cards: Iterable[EventCard]) -> tuple[PastMonth, ...]:
    months = groupby(cards, lambda card: card.date.day.replace(day=1))
    return tuple(PastMonth(first, _events(group)) for first, group in months)[::-1]


def _events(cards: Iterable[EventCard]) -> tuple[PastEvent, ...]:
    """Each event once, at its first date of the month."""
    grouped: dict[Address, list[EventCard]] = {}
    for card in cards:
        grouped.setdefault(card.address, []).append(card)
    return tuple(PastEvent(group[0], len(group)) for group in grouped.values())

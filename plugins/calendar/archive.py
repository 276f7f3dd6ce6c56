"""What has been: the past by year, and in a year by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from plugins.rendering.cards import EventCard
from plugins.rendering.page import Page
from plugins.rendering.urls import Address


@dataclass(frozen=True)
class PastEvent:
    """An event of a month that is over: its first date there, and how many it had."""

    card: EventCard
    dates: int


@dataclass(frozen=True)
class PastMonth:
    """The events of a month."""

    first: date
    events: tuple[PastEvent, ...]


@dataclass(frozen=True)
class Year:
    """A year in the list of years."""

    year: int
    address: Address
    events: int
    cancelled: int


@dataclass(frozen=True)
class ArchiveView:
    """All years that have a past."""

    years: tuple[Year, ...]


@dataclass(frozen=True)
class YearView:
    """One year, latest month first; `totals` are its own among `years`."""

    year: int
    totals: Year
    months: tuple[PastMonth, ...]
    years: tuple[Year, ...]


def pages(dates: Iterable[EventCard], today: date) -> Iterator[Page]:
    """The list of years and a page for each."""
    past = (card for card in dates if card.date.last_day < today)
    by_year = {year: tuple(cards) for year, cards in groupby(past, lambda c: c.date.day.year)}
    totals = {year: _year(year, cards) for year, cards in by_year.items()}
    years = tuple(totals[year] for year in sorted(totals, reverse=True))
    yield Page(Address("calendar_archive"), "archive.html", ArchiveView, (years,))
    for year, cards in by_year.items():
        inputs = (year, totals[year], cards, years)
        yield Page(Address("calendar_year", str(year)), "year.html", _view, inputs)


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

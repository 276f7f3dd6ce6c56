"""A week, day by day, Monday first; and the weekend, the same of two days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from plugins.calendar.month_links import MonthLink, month_link
from plugins.calendar.observances import Observance, between
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.holidays import Holidays
from plugins.rendering.cards import EventCard
from plugins.rendering.divided import Numbering, paged
from plugins.rendering.page import Page, Recurring
from plugins.rendering.urls import Address

AHEAD = 12
"""So many weeks after this one have a page; those further off are found in their months."""

LEAST = 1
"""So many have one even if nothing is to come."""

SATURDAY, WEEK = 5, timedelta(days=7)
MOST = timedelta(days=365)
"""So long what lasts for years is shown on each day."""


@record(frozen=True)
class WeekLink(Frozen, Recurring):
    """A week: its Monday and Sunday, its number (ISO 8601), the first of its pages."""

    first: date
    last: date
    number: int
    address: Address

    @property
    def following(self) -> Address:
        """The page of the week after it."""
        return _address(self.last + timedelta(days=1), 1)


@record(frozen=True)
class DayOfWeek(Frozen):
    """A day, and what takes place on it; what goes on from before is said on the first one."""

    day: date
    cards: tuple[EventCard, ...]


@record(frozen=True)
class WeekView(Frozen):
    """The days of a week, or of a weekend (then it has no `week`), on which something takes place.

    On a page that is not the first one they are those that follow.
    """

    first: date
    last: date
    week: WeekLink | None
    days: tuple[DayOfWeek, ...]
    count: int
    numbering: Numbering | None
    month: MonthLink
    previous: WeekLink | None
    next: WeekLink | None
    observances: tuple[Observance, ...]


def link_of(day: date) -> WeekLink:
    """The week of a day."""
    first = day - timedelta(days=day.weekday())
    last = first + WEEK - timedelta(days=1)
    return WeekLink(first, last, day.isocalendar().week, _address(day, 1))


def weekend_of(day: date) -> date:
    """The Saturday of the weekend that comes or is there on a day."""
    return day + timedelta(days=SATURDAY - day.weekday())


def links(cards: Iterable[EventCard], today: date) -> tuple[WeekLink, ...]:
    """This week and those to come that have a page."""
    furthest = max((card.date.day for card in cards), default=today)
    count = max(LEAST, min(AHEAD, (link_of(furthest).first - link_of(today).first) // WEEK))
    return tuple(link_of(today + number * WEEK) for number in range(count + 1))


def pages(
    cards: Sequence[EventCard], weeks: tuple[WeekLink, ...], holidays: Holidays, today: date
) -> Iterator[Page]:
    """The pages of these weeks, and of the weekend."""
    first, last = weeks[0].first - MOST, weeks[-1].last
    near = [card for card in cards if first <= card.date.day <= last]
    for before, week, after in zip((None, *weeks), weeks, (*weeks[1:], None), strict=False):
        days = _days(near, week.first, week.last)
        observed = between(holidays, week.first, week.last)
        yield from _parts(week.first, week.last, week, days, (before, after), observed)
    saturday = weekend_of(today)
    last = saturday + timedelta(days=1)
    days, observed = _days(near, saturday, last), between(holidays, saturday, last)
    yield from _parts(saturday, last, None, days, (None, link_of(today)), observed)


Neighbours = tuple[WeekLink | None, WeekLink | None]


def _parts(
    first: date,
    last: date,
    week: WeekLink | None,
    days: Sequence[tuple[date, EventCard]],
    neighbours: Neighbours,
    observed: tuple[Observance, ...],
) -> Iterator[Page]:
    """The page of these days; of very many dates several."""
    address = partial(_address, first) if week else _weekend
    parts = tuple(paged(days, address)) or ((None, address(1), ()),)
    for numbering, where, shown in parts:
        inputs = (first, last, week, shown, len(days), numbering, *neighbours, observed)
        yield Page(where, "week.html", _view, inputs)


def _view(
    first: date,
    last: date,
    week: WeekLink | None,
    shown: tuple[tuple[date, EventCard], ...],
    count: int,
    numbering: Numbering | None,
    previous: WeekLink | None,
    following: WeekLink | None,
    observed: tuple[Observance, ...],
) -> WeekView:
    by_day: Mapping[date, list[EventCard]] = {day: [] for day, _ in shown}
    for day, card in shown:
        by_day[day].append(card)
    days = tuple(DayOfWeek(day, tuple(cards)) for day, cards in by_day.items())
    month = month_link((last.year, last.month))
    shown_besides = (numbering, month, previous, following, observed)
    return WeekView(first, last, week, days, count, *shown_besides)


def _days(cards: Iterable[EventCard], first: date, last: date) -> list[tuple[date, EventCard]]:
    """What begins on each of these days, on the first one also what goes on."""
    found = [
        (max(card.date.day, first), card)
        for card in cards
        if card.date.day <= last and last_shown(card) >= first
    ]
    return sorted(found, key=lambda pair: pair[0])


def last_shown(card: EventCard) -> date:
    """The last day on which a date stands in months and weeks."""
    return min(card.date.last_day, card.date.day + MOST)


def _address(day: date, number: int) -> Address:
    year, week, _ = day.isocalendar()
    page = f"{year}-W{week:02}"
    return Address("week", page if number == 1 else f"{page}/{number}")


def _weekend(number: int) -> Address:
    return Address("weekend") if number == 1 else Address("weekend_part", str(number))

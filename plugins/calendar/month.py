"""A month as a grid of weeks, Monday first; of too many dates it shows how many a day has."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plugins.calendar import day as days
from plugins.calendar.day import DayLink, Month
from plugins.calendar.month_links import MonthLink, month_address, month_link
from plugins.calendar.observances import Observance, between, kind_of
from plugins.calendar.week import WeekLink, last_shown
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.holidays import Holidays
from plugins.rendering.cards import EventCard
from plugins.rendering.divided import is_over_a_grid
from plugins.rendering.page import Page


@record(frozen=True)
class Cell(Frozen):
    """One day of the grid: what takes place, or the way to it where the grid only counts.

    `kind` says if it is a holiday; of what lasts for days `observances` has what begins, and now
    and then what goes on from before.
    """

    day: date
    in_month: bool
    cards: tuple[EventCard, ...]
    link: DayLink | None
    kind: str
    observances: tuple[Observance, ...]

    @property
    def is_empty(self) -> bool:
        """Whether a list of days can go without it."""
        return not (self.cards or self.link or any(o.kind != "school" for o in self.observances))


@record(frozen=True)
class MonthView(Frozen):
    """One month. `one_week` is there for what its days are called; `pages` are of its weeks."""

    first: date
    one_week: tuple[date, ...]
    pages: tuple[WeekLink, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    count: int
    previous: MonthLink | None
    next: MonthLink | None


def pages(
    dates: Iterable[EventCard], weeks: tuple[WeekLink, ...], holidays: Holidays, today: date
) -> Iterator[Page]:
    """A page for every month in which something takes place, and for the current one."""
    by_month = _by_month(dates)
    months = sorted(by_month.keys() | {(today.year, today.month)})
    for before, month, after in zip((None, *months), months, (*months[1:], None), strict=False):
        cards = tuple(by_month.get(month, ()))
        counted = _by_day(cards) if is_over_a_grid(len(cards)) else {}
        links = days.links(month, counted)
        own = tuple(w for w in weeks if month in (_month_of(w.first), _month_of(w.last)))
        here = month_link(month)
        observed = between(holidays, here.first, here.last)
        inputs = (month, before, after, own, () if links else cards, links, len(cards), observed)
        yield Page(month_address(month), "month.html", _view, inputs)
        yield from days.pages(month, links, counted, observed)


def _by_month(dates: Iterable[EventCard]) -> dict[Month, list[EventCard]]:
    """What takes place in each month; what goes on for longer in each that it touches."""
    months: dict[Month, list[EventCard]] = defaultdict(list)
    for card in dates:
        first, last = card.date.day, last_shown(card)
        for number in range(12 * first.year + first.month - 1, 12 * last.year + last.month):
            months[number // 12, number % 12 + 1].append(card)
    return months


def _month_of(day: date) -> Month:
    return day.year, day.month


def _view(
    month: Month,
    before: Month | None,
    after: Month | None,
    pages: tuple[WeekLink, ...],
    dates: tuple[EventCard, ...],
    links: tuple[DayLink, ...],
    count: int,
    observed: tuple[Observance, ...],
) -> MonthView:
    by_day, counted = _by_day(dates), {link.day: link for link in links}
    weeks = Calendar().monthdatescalendar(*month)
    return MonthView(
        first=date(*month, 1),
        one_week=tuple(weeks[0]),
        pages=pages,
        weeks=tuple(
            tuple(
                _cell(day, month, _cards(day, month, by_day), counted.get(day), observed)
                for day in week
            )
            for week in weeks
        ),
        count=count,
        previous=month_link(before) if before else None,
        next=month_link(after) if after else None,
    )


def _cell(
    day: date,
    month: Month,
    cards: tuple[EventCard, ...],
    link: DayLink | None,
    observed: tuple[Observance, ...],
) -> Cell:
    told = tuple(one for one in observed if one.is_told_on(day))
    return Cell(day, day.month == month[1], cards, link, kind_of(day, observed), told)


def _by_day(dates: Iterable[EventCard]) -> dict[date, list[EventCard]]:
    """What takes place on each day; what lasts several days stands under each of them."""
    days: dict[date, list[EventCard]] = defaultdict(list)
    for card in dates:
        for ahead in range((last_shown(card) - card.date.day).days + 1):
            days[card.date.day + timedelta(days=ahead)].append(card)
    return days


def _cards(day: date, month: Month, by_day: dict[date, list[EventCard]]) -> tuple[EventCard, ...]:
    """What to show on a day. What goes on from before is said once a week and on the first.

    Days of the neighbouring months stay empty: their dates stand on their own page.
    """
    if day.month != month[1]:
        return ()
    return tuple(c for c in by_day.get(day, ()) if c.date.day == day or _says_again(day))


def _says_again(day: date) -> bool:
    return day.weekday() == 0 or day.day == 1

"""What comes: every event once, at its next date."""

from datetime import date

from plugins.calendar.facets import EventFacet
from plugins.calendar.month_links import MonthLink, month_link
from plugins.calendar.week import WeekLink, link_of
from plugins.catalogue.frozen import Frozen, record
from plugins.rendering.attributes import last_moment
from plugins.rendering.divided import PAGE, is_over_a_page
from plugins.rendering.event_rows import EventRow
from plugins.rendering.page import Page
from plugins.rendering.urls import Address


@record(frozen=True)
class UpcomingView(Frozen):
    """The calendar's first page; `total` are all events to come, of which it shows the next ones.

    Where it shows all (`is_whole`), it is filtered; else its choices lead to pages of their own,
    and `next_month` is the month of the first event that is not on it. `ongoing` began before.
    `shown_until` is when the first that it shows is over.
    """

    rows: tuple[EventRow, ...]
    ongoing: tuple[EventRow, ...]
    total: int
    shown_rows: int
    shown_until: str
    is_whole: bool
    facets: tuple[EventFacet, ...]
    months: tuple[MonthLink, ...]
    this_week: WeekLink
    are_more: bool
    next_month: MonthLink | None


def page(
    rows: tuple[EventRow, ...],
    facets: tuple[EventFacet, ...],
    months: tuple[tuple[int, int], ...],
    today: date,
) -> Page:
    """`months` are all to come in which something takes place."""
    inputs = (rows[: PAGE + 1], len(rows), facets, months, today)
    return Page(Address("calendar"), "calendar.html", _view, inputs)


def _view(
    rows: tuple[EventRow, ...],
    total: int,
    facets: tuple[EventFacet, ...],
    months: tuple[tuple[int, int], ...],
    today: date,
) -> UpcomingView:
    shown = rows[:PAGE]
    following = rows[PAGE].card.date.day if is_over_a_page(total) else None
    links = tuple(map(month_link, sorted({*months, (today.year, today.month)})))
    return UpcomingView(
        rows=tuple(row for row in shown if row.card.date.day >= today),
        ongoing=tuple(row for row in shown if row.card.date.day < today),
        total=total,
        shown_rows=len(shown),
        shown_until=min((last_moment(row.last) for row in shown), default=""),
        is_whole=following is None,
        facets=facets,
        months=links,
        this_week=link_of(today),
        are_more=len(links) > 1,
        next_month=month_link((following.year, following.month)) if following else None,
    )

"""What the templates of a digest show. Every list is cut at a number: mails have a size."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from plugins.calendar import notice_sheet
from plugins.calendar.notice_sheet import NoticeSheet
from plugins.calendar.observances import Observance
from plugins.catalogue.frozen import Frozen, record
from plugins.digest.news import WeekNews, by_day
from plugins.digest.office import OfficeSection
from plugins.digest.own_dates import OwnDates, last_day
from plugins.digest.week import Week
from plugins.rendering.urls import Address


class ListPart(NamedTuple):
    """The beginning of a list, and how many more there are."""

    rows: tuple[object, ...]
    more: int


def part(rows: Sequence[object], most: int) -> ListPart:
    """At most so many of the rows."""
    return ListPart(tuple(rows[:most]), max(0, len(rows) - most))


class DayPart(NamedTuple):
    """A day, and what begins on it."""

    day: date
    dates: ListPart


@record(frozen=True)
class CitizensView(Frozen):
    """What everybody is told of a week. `week_page` is where the site shows its dates.

    `may_answer`: it is a mail, else the same as a page. `dark` is its style sheet.
    """

    first: date
    last: date
    observances: tuple[Observance, ...]
    ongoing: ListPart
    days: tuple[DayPart, ...]
    postings: ListPart
    associations: ListPart
    deadlines: ListPart
    week_page: Address
    may_answer: bool
    dark: Markup


def citizens_view(
    news: WeekNews, week: Week, today: date, dark: str, most: int, *, may_answer: bool
) -> CitizensView:
    """The view, no list longer than `most`."""
    days = tuple(DayPart(day, part(cards, most)) for day, cards in by_day(news.dates, week.first))
    ongoing = [card for card in news.dates if card.date.day < week.first]
    return CitizensView(
        first=week.first,
        last=week.last,
        observances=news.observances,
        ongoing=part(ongoing, most),
        days=days,
        postings=part(news.postings, most),
        associations=part(news.associations, most),
        deadlines=part(news.deadlines, most),
        week_page=week.page(today, begins_something=bool(days)),
        may_answer=may_answer,
        dark=Markup(dark),
    )


def longest(news: WeekNews, week: Week) -> int:
    """How long the longest of its lists is."""
    days = (len(cards) for _, cards in by_day(news.dates, week.first))
    ongoing = sum(card.date.day < week.first for card in news.dates)
    lists = (news.postings, news.associations, news.deadlines)
    return max(ongoing, *days, *map(len, lists), 1)


@record(frozen=True)
class AssociationMailView(Frozen):
    """The dates of an association from one day to another; `name` is what it is called."""

    name: str
    first: date
    last: date
    events: ListPart
    dark: Markup


def association_mail_view(
    name: str, dates: Sequence[OwnDates], week: Week, dark: str, most: int
) -> AssociationMailView:
    """The view, with at most so many events, and of each so many dates."""
    shown = tuple(one.shortened(most) for one in dates)
    return AssociationMailView(name, week.first, last_day(week), part(shown, most), Markup(dark))


class SectionPart(NamedTuple):
    """A section of the coordinator's mail with the beginning of its lines."""

    heading: str
    rows: ListPart
    otherwise: str
    help: str
    more: str


@record(frozen=True)
class OfficeView(Frozen):
    """What the coordinator is told; `subject` and `lead` in the language of the program."""

    subject: str
    lead: str
    sections: tuple[SectionPart, ...]
    dark: Markup


def office_view(
    heads: tuple[str, str], sections: Sequence[OfficeSection], also: str, dark: str, most: int
) -> OfficeView:
    """The view; `heads` are its subject and lead, `also` says how many lines more there are."""
    shown = tuple(_section(one, also, most) for one in sections)
    return OfficeView(*heads, shown, Markup(dark))


def _section(one: OfficeSection, also: str, most: int) -> SectionPart:
    rows = part(one.rows, most)
    more = also.format(count=rows.more) if rows.more else ""
    return SectionPart(one.heading, rows, one.otherwise, one.help, more)


@record(frozen=True)
class SheetView(Frozen):
    """The dates of a week on a sheet of A4, in the styles of the site."""

    sheet: NoticeSheet
    styles: Markup


def sheet_view(news: WeekNews, week: Week, today: date, styles: str) -> SheetView:
    """The sheet; its code leads to where the site shows the week."""
    begins_something = any(card.date.day >= week.first for card in news.dates)
    target = week.page(today, begins_something=begins_something)
    sheet = notice_sheet.sheet(news.dates, *week, notice_sheet.SIZES_OF_A_WEEK, target)
    return SheetView(sheet, Markup(styles))

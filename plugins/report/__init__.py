"""PLAN: the reports: what was achieved in a period, counted from the entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from plugins.catalogue.figures import Figure, Figures, figures, named
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Question, Report
from plugins.rendering import register
from plugins.rendering.cards import Link, link, link_to
from plugins.rendering.page import File, Group, Output, Page, Part, ready
from plugins.rendering.urls import Address, of
from plugins.report.table import write_csv

__all__ = ["pages", "register"]


WIDEST = 86
BAR_LINES = 3.1


@dataclass(frozen=True)
class ReportsView:
    """All reports, latest period first."""

    reports: tuple[tuple[Link, date, date], ...]


@dataclass(frozen=True)
class Bar:
    """A bar of a chart. `width` is in percent of the chart's, `top` in lines from its top."""

    label: str
    count: int
    width: float
    top: float


@dataclass(frozen=True)
class Chart:
    """Counts that are shown as bars and as a table; `height` is in lines of text."""

    bars: tuple[Bar, ...]
    total: int
    height: float


@dataclass(frozen=True)
class SurveyChart:
    """The answers to one question."""

    question: Question
    chart: Chart


@dataclass(frozen=True)
class NetworkRow:
    """How often a network met: in all, and in each year of the period."""

    link: Link
    meetings: int
    by_year: tuple[int, ...]


@dataclass(frozen=True)
class ReportView:
    """One report with its figures; `named` are those that its text calls by name.

    `counted_until` is the last day that is counted: the period's, or today.
    Of `figures` only the numbers are left: an entry whose text changes changes none of them.
    """

    report: Report
    figures: Figures
    named: Mapping[str, Figure]
    rate: float
    topics: Chart
    languages: Chart
    consultations: Chart
    survey: tuple[SurveyChart, ...]
    networks: tuple[Link, ...]
    meetings: tuple[NetworkRow, ...]
    active: tuple[Link, ...]
    founded: tuple[Link, ...]
    ended: tuple[Link, ...]
    cancelled: tuple[Link, ...]
    table: Address
    is_running: bool
    counted_until: date


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """The list of reports; a page and a table of figures for each."""
    yield Group(_list, catalogue=catalogue)
    for report in catalogue.reports:
        yield Group(_pages, report, today, catalogue=catalogue)


def _list(catalogue: Catalogue) -> Iterator[Page]:
    latest_first = sorted(catalogue.reports, key=lambda r: (r.period.until, r.id), reverse=True)
    listed = tuple((link(r), r.period.from_, r.period.until) for r in latest_first)
    yield Page(Address("reports"), "reports.html", ReportsView, (listed,))


def _pages(catalogue: Catalogue, report: Report, today: date) -> Iterator[Output]:
    view = _view(catalogue, report, today)
    yield Page(of(report), "report.html", ready, (view,))
    yield File(view.table, write_csv, ready, (view,))


def _view(catalogue: Catalogue, report: Report, today: date) -> ReportView:
    counted = figures(catalogue, report, today)
    by_name = named(counted, report, catalogue)
    return ReportView(
        report=report,
        figures=replace(counted, active=(), founded=(), ended=(), cancelled=(), networks=()),
        named=by_name,
        rate=float(str(by_name["survey.rate"])),
        topics=_chart(counted.by_topic),
        languages=_chart(counted.by_language),
        consultations=_chart(counted.consultations),
        survey=_survey(report),
        networks=tuple(link_to(catalogue, "networks", key) for key in report.networks),
        meetings=_meetings(counted),
        active=tuple(link(a) for a in counted.active),
        founded=tuple(link(a) for a in counted.founded),
        ended=tuple(link(a) for a in counted.ended),
        cancelled=tuple(link(event) for event in counted.cancelled),
        table=Address("figures", report.id),
        is_running=report.period.until >= today,
        counted_until=min(report.period.until, today),
    )


def _survey(report: Report) -> tuple[SurveyChart, ...]:
    questions = report.survey.questions if report.survey else ()
    return tuple(SurveyChart(q, _chart(q.answers)) for q in questions)


def _meetings(counted: Figures) -> tuple[NetworkRow, ...]:
    years = [int(tally.key) for tally in counted.by_year]
    return tuple(
        NetworkRow(
            link(tally.network),
            tally.meetings,
            tuple(dict(tally.by_year).get(year, 0) for year in years),
        )
        for tally in counted.networks
    )


def _chart(counts: tuple[tuple[str, int], ...]) -> Chart:
    """The longest bar leaves room for its number."""
    longest = max((count for _, count in counts), default=0) or 1
    bars = tuple(
        Bar(str(label), count, round(WIDEST * count / longest, 1), round(BAR_LINES * position, 1))
        for position, (label, count) in enumerate(counts)
    )
    return Chart(bars, sum(count for _, count in counts), round(BAR_LINES * len(bars), 1))

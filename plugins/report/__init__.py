"""PLAN: the reports: what was achieved in a period, counted from the entries."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Report
from plugins.rendering import register
from plugins.rendering.cards import Link, link
from plugins.rendering.page import File, Group, Output, Page, Part, ready
from plugins.rendering.urls import Address, of
from plugins.report.table import write_csv
from plugins.report.views import report_view

__all__ = ["pages", "register"]


@record(frozen=True)
class ReportsView(Frozen):
    """All reports, latest period first."""

    reports: tuple[tuple[Link, date, date], ...]


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
    view = report_view(catalogue, report, today)
    yield Page(of(report), "report.html", ready, (view,))
    yield File(view.table, write_csv, ready, (view,))

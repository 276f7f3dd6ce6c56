"""The page on how the calendars of associations are (`make feeds` says the same)."""

from dataclasses import dataclass

from plugins.intake.calendars.overview import CalendarRow, calendar_rows, summary
from plugins.web.http import Response
from plugins.web.inbox.draft_pages import ROOT, DraftPages
from plugins.web.inbox.views import Badge, Shell


@dataclass(frozen=True)
class CalendarItem:
    """One calendar; `href` leads to the page of its association."""

    href: str
    row: CalendarRow
    mark: Badge


@dataclass(frozen=True)
class CalendarsView:
    """All of them."""

    shell: Shell
    title: str
    lead: str
    calendars: tuple[CalendarItem, ...]


def calendars_page(pages: DraftPages) -> Response:
    """How they are, those that fail most often first."""
    settings, shell = pages.workspace.settings, pages.shell
    rows = calendar_rows(pages.workspace.inbox.content.existing.catalogue, settings, shell.lang)
    lead = summary(rows, settings.shown, shell.lang)
    items = tuple(map(_item, rows))
    return pages.page("calendars", CalendarsView(shell, shell.t.calendars, lead, items))


def _item(row: CalendarRow) -> CalendarItem:
    kind = "" if row.is_fine else "cancelled" if row.needs_help else "full"
    href = f"{ROOT}seite/associations/{row.association}/"
    return CalendarItem(href, row, Badge(row.state, kind))

"""How the calendars of all associations are, as it was noted at the last fetch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.intake.calendars import health as healths_of
from plugins.intake.calendars import texts
from plugins.intake.calendars.health import CalendarHealth
from plugins.intake.calendars.records import FOLDER
from plugins.intake.calendars.show import state
from plugins.intake.calendars.sources import health_of, sources


@dataclass(frozen=True)
class CalendarRow:
    """One calendar, in words. `where` is its address, empty for a file."""

    association: str
    name: str
    where: str
    state: str
    fetched: str
    changed: str
    events: int
    skipped: int
    is_fine: bool
    needs_help: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """What a table shows (texts.COLUMNS)."""
        counts = str(self.events), str(self.skipped)
        return (self.name, self.state, self.fetched, self.changed, *counts)


def calendar_rows(
    catalogue: Catalogue, settings: Settings, language: MessageLanguage
) -> tuple[CalendarRow, ...]:
    """A row for each calendar, those that fail most often first."""
    healths = healths_of.read(settings.inbox)
    names = {one.id: one.name for one in catalogue.associations}
    found = [
        (one, health_of(one.association, one.address, healths))
        for one in sources(catalogue.associations, settings.content, healths, settings.today)
    ]
    found.sort(key=lambda pair: (-pair[1].failures, pair[0].association))
    return tuple(
        _row(one.association, names[one.association], health, language) for one, health in found
    )


def _row(
    association: str, name: str, health: CalendarHealth, language: MessageLanguage
) -> CalendarRow:
    never = texts.NEVER.to(language)
    return CalendarRow(
        association,
        name,
        health.address,
        state(health, language),
        health.succeeded or never,
        health.changed or never,
        health.events,
        health.skipped,
        not health.problem,
        health.needs_help,
    )


def summary(rows: Sequence[CalendarRow], shown: str, language: MessageLanguage) -> str:
    """All of them in one sentence; `shown` is how the content is called."""
    if not rows:
        folder = f"{shown}/{FOLDER}"
        return texts.NO_CALENDARS.to(language).format(folder=folder)
    failing = sum(not row.is_fine for row in rows)
    text = texts.SOME_FAIL if failing else texts.ALL_FINE
    return text.to(language).format(count=len(rows), failing=failing)


def in_need(rows: Iterable[CalendarRow]) -> frozenset[str]:
    """The associations that should be asked about the address of their calendar."""
    return frozenset(row.association for row in rows if row.needs_help and row.where)

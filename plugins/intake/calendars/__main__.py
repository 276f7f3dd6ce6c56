"""`make fetch-calendars` takes over calendars of associations; `make feeds` tells how these are."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.catalogue.settings import Settings
from plugins.findings import command
from plugins.findings.safe import say, speak_utf8
from plugins.findings.show import print_findings
from plugins.intake import content
from plugins.intake.calendars import health as healths_of
from plugins.intake.calendars import records, show, texts
from plugins.intake.calendars.addresses import INTERNET, Reach
from plugins.intake.calendars.fetch import USUAL_BOUNDS, Bounds, NotFetched
from plugins.intake.calendars.gather import CalendarSource, GatheredCalendar, gather
from plugins.intake.calendars.health import CalendarHealth, Healths
from plugins.intake.calendars.overview import calendar_rows, summary
from plugins.intake.calendars.plan import ImportPlan, ImportPlanner
from plugins.intake.calendars.read import Horizon
from plugins.intake.calendars.records import DamagedRecords, Records
from plugins.intake.calendars.sources import health_of, sources, strays
from plugins.intake.content import ContentFolder
from plugins.intake.writes import ChangedMeanwhile, write_all

SETTINGS = Path(__file__).resolve().parents[3] / "pelican.conf.py"


class UnknownCalendar(Exception):
    """ID or ACCEPT names no association with a calendar; the text says so."""


def main(
    name: str,
    given: Mapping[str, str],
    path: Path = SETTINGS,
    reach: Reach = INTERNET,
    bounds: Bounds = USUAL_BOUNDS,
) -> int:
    """Run one of the two commands. 0: fine. 1: some calendar failed. 2: the tool itself failed.

    ID fetches the calendar of one association only; ACCEPT names one whose events may go; DRY=1
    shows what would be written. CONTENT, TODAY, FORMAT and LANGUAGE are read from the environment
    by the settings file. `reach` says which hosts may be asked.
    """
    fetching = partial(_fetch, given=given, reach=reach, bounds=bounds)
    work = fetching if name == "fetch-calendars" else _feeds
    return command.run(f"make {name}", work, path, UnknownCalendar)


def _fetch(settings: Settings, given: Mapping[str, str], reach: Reach, bounds: Bounds) -> int:
    found = content.read(settings)
    healths = healths_of.read(settings.inbox)
    chosen = _chosen(_sources(found, healths, settings), given, settings)
    _say_strays(found, settings)
    if not chosen:
        folder = f"{settings.shown}/{records.FOLDER}"
        say(sys.stdout, texts.NO_CALENDARS.to(settings.language).format(folder=folder))
        return 0
    known, before, damaged = _records(chosen, found, settings)
    zone = ZoneInfo(settings.site.time_zone)
    horizons = {
        key: Horizon(zone, settings.today, {name: one.since for name, one in own.items()})
        for key, own in known.items()
    }
    whole = [one for one in chosen if one.association in known]
    gathered = (*gather(whole, horizons, reach, bounds), *damaged)
    calendars = {g.source.association: g.calendar for g in gathered if g.calendar is not None}
    accepted = {given["ACCEPT"]} if given.get("ACCEPT") else set()
    plan = ImportPlanner(found, known, calendars, accepted).made(before)
    return _end(gathered, plan, found, healths, settings, is_dry=_is_on(given, "DRY"))


def _is_on(given: Mapping[str, str], name: str) -> bool:
    return given.get(name, "") not in ("", "0", "no")


def _sources(found: ContentFolder, healths: Healths, settings: Settings) -> list[CalendarSource]:
    associations = found.existing.catalogue.associations
    return list(sources(associations, found.folder, healths, settings.today))


def _chosen(
    every: list[CalendarSource], given: Mapping[str, str], settings: Settings
) -> list[CalendarSource]:
    """All calendars, or the one that is named. Raises `UnknownCalendar`."""
    known = {one.association for one in every}
    for value in filter(None, (given.get("ID"), given.get("ACCEPT"))):
        if value not in known:
            text = texts.NOT_KNOWN.to(settings.language)
            raise UnknownCalendar(text.format(value=value))
    anew = given.get("ACCEPT")
    every = [
        replace(one, validators=CalendarSource("").validators) if one.association == anew else one
        for one in every
    ]
    return [one for one in every if given.get("ID", "") in ("", one.association)]


def _say_strays(found: ContentFolder, settings: Settings) -> None:
    """Files that nobody reads are told."""
    ids = dict.fromkeys(found.existing.ids["associations"])
    for name in strays(found.folder, ids):
        shown = f"{settings.shown}/{records.FOLDER}/{name}"
        say(sys.stdout, texts.NO_ASSOCIATION.to(settings.language).format(name=shown))


def _records(
    chosen: Sequence[CalendarSource], found: ContentFolder, settings: Settings
) -> tuple[dict[str, Records], dict[str, bytes | None], list[GatheredCalendar]]:
    """What was taken over before, also of calendars that are not fetched now."""
    known: dict[str, Records] = {}
    before: dict[str, bytes | None] = {}
    damaged: list[GatheredCalendar] = []
    by_id = {one.association: one for one in chosen}
    for association in sorted({*by_id, *found.existing.ids["associations"]}):
        path = records.path_of(found.folder, association)
        try:
            own, data = records.read(path)
        except DamagedRecords:
            if association in by_id:
                shown = f"{settings.shown}/{records.FOLDER}/{path.name}"
                problem = NotFetched("records", shown=shown)
                damaged.append(GatheredCalendar(by_id[association], problem=problem))
            continue
        if own or association in by_id:
            known[association], before[association] = own, data
    return known, before, damaged


def _end(
    gathered: Sequence[GatheredCalendar],
    plan: ImportPlan,
    found: ContentFolder,
    healths: Healths,
    settings: Settings,
    *,
    is_dry: bool,
) -> int:
    """Write all or nothing, note how the calendars are, and say it."""
    language = settings.language
    names = {one.id: one.name for one in found.existing.catalogue.associations}
    for one in gathered:
        own = [note for note in plan.notes if note.association == one.source.association]
        name = names[one.source.association]
        say(sys.stdout, *show.calendar_lines(name, one, own, language))
    if plan.found:
        print_findings(plan.found, settings, sys.stdout)
    if not is_dry:
        try:
            write_all(plan.writes)
        except ChangedMeanwhile as error:
            say(sys.stderr, texts.BUSY.to(language).format(name=error))
            return 1
        noted = {one.source.association: _health(one, plan, healths, settings) for one in gathered}
        healths_of.write(settings.inbox, {**healths, **noted})
    last = texts.DRY if is_dry else texts.WRITTEN
    last = last if plan.writes else texts.NOTHING
    say(sys.stdout, last.to(language).format(count=len(plan.writes)))
    has_failed = any(one.problem is not None for one in gathered)
    return int(has_failed or bool(plan.emptied))


def _health(
    one: GatheredCalendar, plan: ImportPlan, healths: Healths, settings: Settings
) -> CalendarHealth:
    """How a calendar is after this fetch."""
    association, today = one.source.association, settings.today
    known = health_of(association, one.source.address, healths)
    if one.problem is not None:
        return known.failed(one.problem, today)
    if association in plan.emptied:
        count = next(
            note.detail
            for note in plan.notes
            if note.association == association and note.what == "emptied"
        )
        return known.failed(NotFetched("emptied", count=count, association=association), today)
    after = known.worked(today)
    if one.calendar is None:
        return after
    is_whole = association not in plan.incomplete
    return replace(
        after,
        read=today.isoformat(),
        changed=today.isoformat() if association in plan.changed else known.changed,
        events=len(one.calendar.events),
        skipped=len(one.calendar.skipped),
        etag=one.validators.etag if is_whole else "",
        modified=one.validators.modified if is_whole else "",
    )


def _feeds(settings: Settings) -> int:
    """How all calendars are, as it was noted last. FORMAT=html writes a page."""
    language = settings.language
    rows = calendar_rows(content.read(settings).existing.catalogue, settings, language)
    said, cells = summary(rows, settings.shown, language), [row.cells for row in rows]
    if settings.format == "html":
        Path(show.PAGE).write_text(show.page(cells, said, language), encoding="utf-8")
        say(sys.stdout, show.PAGE)
    else:
        say(sys.stdout, *show.table(cells, language), said)
    return int(not all(row.is_fine for row in rows))


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(sys.argv[1], os.environ))

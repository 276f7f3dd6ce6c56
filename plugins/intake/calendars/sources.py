"""Which associations keep a calendar, and where."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from plugins.catalogue.model import Association
from plugins.intake.calendars.gather import CalendarSource
from plugins.intake.calendars.health import CalendarHealth, Healths
from plugins.intake.calendars.records import FOLDER


def sources(
    associations: Iterable[Association], content: Path, healths: Healths, today: date
) -> Iterator[CalendarSource]:
    """The calendar of each association that has one and is active: its file before its address."""
    for one in sorted(associations, key=lambda one: one.id):
        if not one.is_active(today):
            continue
        file = content / FOLDER / f"{one.id}.ics"
        if file.is_file() and not file.is_symlink():
            yield CalendarSource(one.id, file=file)
        elif one.calendar:
            health = health_of(one.id, one.calendar, healths)
            yield CalendarSource(one.id, one.calendar, validators=health.validators(today))


def health_of(association: str, address: str, healths: Healths) -> CalendarHealth:
    """What is known of a calendar; of one at another address nothing is."""
    known = healths.get(association)
    return known if known and known.address == address else CalendarHealth(address)


def strays(content: Path, known: Mapping[str, object]) -> Iterator[str]:
    """Files that look like a calendar of an association that does not exist."""
    folder = content / FOLDER
    if folder.is_dir() and not folder.is_symlink():
        yield from (
            path.name
            for path in sorted(folder.iterdir())
            if not path.name.startswith(".")
            and not (path.suffix in (".ics", ".json") and path.stem in known)
        )

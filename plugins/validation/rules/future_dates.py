"""What has been recorded has happened."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.rules._fields import as_written, day_at

# Folder: fields whose day has passed when they are written.
PAST = {
    "associations": ("listed", "founded", "checked.on", "consent.on"),
    "board": ("posted", "placed.on"),
    "funding": ("checked.on",),
}


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """What has been recorded has happened."""
    for entry in catalogue.entries:
        for path in PAST.get(entry.folder, ()):
            day = day_at(entry, path)
            if day is not None and day > today:
                yield entry.problem(path, "DATE-FUTURE", key=as_written(path))

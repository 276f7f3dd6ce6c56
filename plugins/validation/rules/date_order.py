"""What comes later has the later date."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.rules._fields import as_written, day_at

# Folder: pairs of the field that is later and the field that is earlier.
ORDER = {
    "associations": (("ended.on", "listed"), ("ended.on", "founded")),
    "board": (
        ("expires", "posted"),
        ("placed.on", "posted"),
        ("available.until", "available.from"),
    ),
    "networks": (("ended", "started"),),
    "reports": (("period.until", "period.from"), ("survey.until", "survey.from")),
}


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """What comes later has the later date."""
    for entry in catalogue.entries:
        for later, earlier in ORDER.get(entry.folder, ()):
            end, begin = day_at(entry, later), day_at(entry, earlier)
            if end is not None and begin is not None and end < begin:
                named = {"later": as_written(later), "earlier": as_written(earlier)}
                yield entry.problem(later, "DATE-ORDER", **named)

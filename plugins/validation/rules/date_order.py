"""What comes later has the later date."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association, Network, Posting, Report
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


def check(entry: Association | Posting | Network | Report) -> Iterator[Diagnostic]:
    for later, earlier in ORDER[entry.folder]:
        end, begin = day_at(entry, later), day_at(entry, earlier)
        if end is not None and begin is not None and end < begin:
            named = {"later": as_written(later), "earlier": as_written(earlier)}
            yield entry.problem(later, "DATE-ORDER", **named)

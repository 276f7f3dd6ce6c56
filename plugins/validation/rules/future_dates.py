"""What has been recorded has happened."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association, Funding, Posting
from plugins.validation.context import RuleContext
from plugins.validation.rules._fields import as_written, day_at

# Folder: fields whose day has passed when they are written.
PAST = {
    "associations": ("listed", "founded", "checked.on", "consent.on"),
    "board": ("posted", "placed.on"),
    "funding": ("checked.on",),
}


def check(entry: Association | Posting | Funding, context: RuleContext) -> Iterator[Diagnostic]:
    for path in PAST[entry.folder]:
        day = day_at(entry, path)
        if day is not None and day > context.today:
            yield entry.problem(path, "DATE-FUTURE", key=as_written(path))

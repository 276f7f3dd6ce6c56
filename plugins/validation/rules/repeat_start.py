"""The first date of a series is one of those that its rule gives."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.occurrences import never, start_of, starts_regularly
from plugins.validation.rules.repeat_fields import misfits


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """The first date of a series is one of those that its rule gives."""
    for event in catalogue.events:
        repeat = event.repeat
        if repeat is None or misfits(repeat) or never(repeat, start_of(event).date()):
            continue
        if not starts_regularly(event):
            yield event.problem("start", "RRULE-START")

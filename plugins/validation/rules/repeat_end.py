"""A series ends after it starts, by a date or by a count but not by both."""

from collections.abc import Iterator
from datetime import date, datetime, time

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.occurrences import start_of


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A series ends after it starts, by a date or by a count but not by both."""
    for event in catalogue.events:
        repeat = event.repeat
        if repeat is None or repeat.until is None:
            continue
        if repeat.count is not None:
            yield event.problem("repeat.count", "RRULE-END")
        if datetime.combine(repeat.until, time.max) < start_of(event):
            yield event.problem(
                "repeat.until", "DATE-ORDER", later="repeat: until", earlier="start"
            )

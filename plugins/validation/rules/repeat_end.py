"""A series ends after it starts, by a date or by a count but not by both."""

from collections.abc import Iterator
from datetime import datetime, time

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import start_of


def check(event: Event) -> Iterator[Diagnostic]:
    repeat = event.repeat
    if repeat is None or repeat.until is None:
        return
    if repeat.count is not None:
        yield event.problem("repeat.count", "RRULE-END")
    if datetime.combine(repeat.until, time.max) < start_of(event):
        yield event.problem("repeat.until", "DATE-ORDER", later="repeat: until", earlier="start")

"""In some of its months a series has the day on which it repeats."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import never, start_of


def check(event: Event) -> Iterator[Diagnostic]:
    if event.repeat and event.repeat.day and never(event.repeat, start_of(event).date()):
        yield event.problem("repeat.day", "RRULE-NEVER", value=str(event.repeat.day[0]))

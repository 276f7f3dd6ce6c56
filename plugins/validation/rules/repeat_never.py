"""In some of its months a series has the day on which it repeats."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.occurrences import never, start_of


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """In some of its months a series has the day on which it repeats."""
    for event in catalogue.events:
        if event.repeat and event.repeat.day and never(event.repeat, start_of(event).date()):
            yield event.problem("repeat.day", "RRULE-NEVER", value=str(event.repeat.day[0]))

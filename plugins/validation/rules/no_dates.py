"""A series has at least one date that is not left out."""

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.occurrences import occurrences, start_of

_LONG_AGO = timedelta(days=366)
_AHEAD = timedelta(days=20 * 366)


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A series with an end has at least one date that is not left out."""
    for event in catalogue.events:
        repeat = event.repeat
        if repeat and repeat.except_ and (repeat.until or repeat.count):
            first = start_of(event).date()
            if not occurrences(event, first - _LONG_AGO, first + _AHEAD):
                yield event.problem("repeat.except", "RRULE-EMPTY")

"""A series has at least one date that is not left out."""

from collections.abc import Iterator
from datetime import timedelta

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import coming, never, start_of
from plugins.validation.rules.repeat_fields import misfits

_LONG_AGO = timedelta(days=366)


def check(event: Event) -> Iterator[Diagnostic]:
    repeat = event.repeat
    if repeat and repeat.except_ and not misfits(repeat):
        first = start_of(event).date()
        if not never(repeat, first) and not coming(event, first - _LONG_AGO, first):
            yield event.problem("repeat.except", "RRULE-EMPTY")

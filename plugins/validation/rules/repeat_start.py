"""The first date of a series is one of those that its rule gives."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import never, start_of, starts_regularly
from plugins.validation.rules.repeat_fields import misfits


def check(event: Event) -> Iterator[Diagnostic]:
    repeat = event.repeat
    if repeat is None or misfits(repeat) or never(repeat, start_of(event).date()):
        return
    if not starts_regularly(event):
        yield event.problem("start", "RRULE-START")

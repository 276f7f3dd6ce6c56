"""A series with an end is short enough to be kept whole."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.occurrences import cut_off
from plugins.validation.rules.repeat_fields import misfits


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A series with an end is short enough to be kept whole."""
    for event in catalogue.events:
        last = cut_off(event) if event.repeat and not misfits(event.repeat) else None
        if last is not None:
            yield event.problem("repeat.until", "RRULE-LONG", last=last.isoformat())

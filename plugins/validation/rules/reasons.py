"""An event that is cancelled or postponed says why."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """An event that is cancelled or postponed says why."""
    for event in catalogue.events:
        if event.status in ("cancelled", "postponed") and not event.reason:
            yield event.problem("status", "FLD-REASON")
        for day, reason in event.repeat.cancelled if event.repeat else ():
            if not reason:
                yield event.problem(f"repeat.cancelled.{day.isoformat()}", "FLD-REASON")

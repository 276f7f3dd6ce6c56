"""An event that is cancelled or postponed says why."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event


def check(event: Event) -> Iterator[Diagnostic]:
    if event.status in ("cancelled", "postponed") and not event.reason:
        yield event.problem("status", "FLD-REASON")
    for day, reason in event.repeat.cancelled if event.repeat else ():
        if not reason:
            yield event.problem(f"repeat.cancelled.{day.isoformat()}", "FLD-REASON")

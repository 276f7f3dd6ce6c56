"""Registration for an event closes before it starts."""

from collections.abc import Iterator
from datetime import datetime, time

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.days import Moment
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import start_of


def check(event: Event) -> Iterator[Diagnostic]:
    until = event.registration.until if event.registration else None
    if until is not None and event.repeat is None and _moment(until) > start_of(event):
        yield event.problem("registration.until", "DATE-REGISTRATION")


def _moment(moment: Moment) -> datetime:
    """A day means its first moment: one can register on the day of the event itself."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)

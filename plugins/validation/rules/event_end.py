"""An event ends after it starts, and both have a time of day or neither."""

from collections.abc import Iterator
from datetime import datetime

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.validation.given import Given


def check(event: Event, given: Given) -> Iterator[Diagnostic]:
    """An event ends after it starts, and both have a time of day or neither."""
    if event.end is None:
        return
    if isinstance(event.start, datetime) != isinstance(event.end, datetime):
        yield event.problem("end", "DATE-KIND")
    elif event.end < event.start:
        yield event.problem("end", "DATE-ORDER", later="end", earlier="start")

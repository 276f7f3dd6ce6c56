"""An event ends after it starts, and both have a time of day or neither."""

from collections.abc import Iterator
from datetime import datetime

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event


def check(event: Event) -> Iterator[Diagnostic]:
    if event.end is None:
        return
    if isinstance(event.start, datetime) != isinstance(event.end, datetime):
        yield event.problem("end", "DATE-KIND")
    elif event.end < event.start:
        yield event.problem("end", "DATE-ORDER", later="end", earlier="start")

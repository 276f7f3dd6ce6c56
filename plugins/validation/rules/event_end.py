"""An event ends after it starts, and both have a time of day or neither."""

from collections.abc import Iterator
from datetime import date, datetime

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """An event ends after it starts, and both have a time of day or neither."""
    for event in catalogue.events:
        if event.end is None:
            continue
        if isinstance(event.start, datetime) != isinstance(event.end, datetime):
            yield event.problem("end", "DATE-KIND")
        elif event.end < event.start:
            yield event.problem("end", "DATE-ORDER", later="end", earlier="start")

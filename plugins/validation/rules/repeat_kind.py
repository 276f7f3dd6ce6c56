"""In a series of whole days no date has a time of day."""

from collections.abc import Iterator
from datetime import datetime

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.days import Moment
from plugins.catalogue.model import Event, Repeat


def check(event: Event) -> Iterator[Diagnostic]:
    if event.repeat is None or not event.all_day:
        return
    for path, moment in _moments(event.repeat):
        if isinstance(moment, datetime):
            yield event.problem(path, "RRULE-KIND")


def _moments(repeat: Repeat) -> Iterator[tuple[str, Moment]]:
    for number, moment in enumerate(repeat.also):
        yield f"repeat.also.{number}", moment
    for day, moment in repeat.moved:
        yield f"repeat.moved.{day.isoformat()}", moment

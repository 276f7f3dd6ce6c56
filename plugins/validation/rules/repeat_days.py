"""What is left out, moved or cancelled is a date of the series."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event, Repeat
from plugins.catalogue.occurrences import regular_days
from plugins.validation.rules.repeat_fields import misfits


def check(event: Event) -> Iterator[Diagnostic]:
    if event.repeat is None or misfits(event.repeat):
        return
    named = _named(event.repeat)
    days = [day for _, day in named]
    regular = regular_days(event, min(days), max(days)) if days else frozenset()
    for path, day in named:
        if day not in regular:
            yield event.problem(path, "RRULE-NO-DATE", value=day.isoformat())


def _named(repeat: Repeat) -> list[tuple[str, date]]:
    """The days that are named, each with the path of its place."""
    return [
        *(
            (f"repeat.except.{number}", day)
            for number, day in enumerate(repeat.except_)
            if isinstance(day, date)
        ),
        *((f"repeat.moved.{day.isoformat()}:", day) for day, _ in repeat.moved),
        *((f"repeat.cancelled.{day.isoformat()}:", day) for day, _ in repeat.cancelled),
    ]

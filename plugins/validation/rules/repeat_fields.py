"""Weekdays go with weeks only, and a day of the month with months and years only."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event, Repeat

FITTING = {"weekdays": ("week",), "day": ("month", "year")}


def check(event: Event) -> Iterator[Diagnostic]:
    for key in misfits(event.repeat) if event.repeat else ():
        every = event.repeat.every if event.repeat else ""
        yield event.problem(f"repeat.{key}", "RRULE-FIELDS", key=key, every=every)


def misfits(repeat: Repeat) -> tuple[str, ...]:
    """The fields that do not go with `every`."""
    return tuple(
        key for key, every in FITTING.items() if getattr(repeat, key) and repeat.every not in every
    )

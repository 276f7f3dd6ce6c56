"""Who came is recorded once an event, or the first of its series, is over."""

from collections.abc import Iterator
from datetime import date, datetime

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.validation.context import RuleContext


def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:
    if event.attendance is not None and _first_day(event) > context.today:
        yield event.problem("attendance", "DATE-NOT-OVER")


def _first_day(event: Event) -> date:
    """The day on which an event is over, or on which a series has begun."""
    end = event.start if event.repeat else event.end or event.start
    return end.date() if isinstance(end, datetime) else end

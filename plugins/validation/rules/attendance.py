"""Who came is recorded once an event is over; of a series on dates that took place."""

from collections.abc import Iterator
from datetime import date, datetime

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import occurrences
from plugins.validation.context import RuleContext


def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:
    told = event.attendance
    if told is None:
        return
    if _first_day(event) > context.today:
        yield event.problem("attendance", "DATE-NOT-OVER")
        return
    if event.repeat is not None and told.people is not None:
        yield event.problem("attendance.people", "REP-ATTENDANCE")
    for day, _ in told.dates:
        path = f"attendance.dates.{day.isoformat()}:"
        if day > context.today:
            yield event.problem(path, "DATE-NOT-OVER")
        elif not any(one.is_held and one.day == day for one in occurrences(event, day, day)):
            yield event.problem(path, "RRULE-NO-DATE", value=day.isoformat())


def _first_day(event: Event) -> date:
    """The day on which an event is over, or on which a series has begun."""
    end = event.start if event.repeat else event.end or event.start
    return end.date() if isinstance(end, datetime) else end

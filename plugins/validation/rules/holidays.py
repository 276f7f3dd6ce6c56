"""When a series pauses on holidays, it is known when these are, now and in half a year."""

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.days import PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS
from plugins.catalogue.model import Event
from plugins.validation.context import RuleContext

_CALLED = {
    PUBLIC_HOLIDAYS: {"called_de": "Feiertage", "called_en": "public holidays"},
    SCHOOL_HOLIDAYS: {"called_de": "Schulferien", "called_en": "school holidays"},
}
_SOON = timedelta(days=183)


def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:
    known = dict(context.holidays)
    for number, word in enumerate(event.repeat.except_ if event.repeat else ()):
        if not isinstance(word, str):
            continue
        path, called = f"repeat.except.{number}", _CALLED[word]
        if word not in known:
            yield event.problem(path, "RRULE-HOLIDAYS", **called)
        elif known[word] < min(context.today + _SOON, _end(event)):
            until = known[word].isoformat()
            yield event.problem(path, "RRULE-HOLIDAYS-END", **called, until=until)


def _end(event: Event) -> date:
    """The last day on which the series may have a date, if it says so."""
    return (event.repeat and event.repeat.until) or date.max

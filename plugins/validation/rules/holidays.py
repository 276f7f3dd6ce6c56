"""When a series pauses on holidays, it is known when these are."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.days import PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS
from plugins.catalogue.model import Event
from plugins.validation.context import RuleContext

_CALLED = {
    PUBLIC_HOLIDAYS: {"called_de": "Feiertage", "called_en": "public holidays"},
    SCHOOL_HOLIDAYS: {"called_de": "Schulferien", "called_en": "school holidays"},
}


def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:
    known = dict(context.holidays)
    for number, word in enumerate(event.repeat.except_ if event.repeat else ()):
        if isinstance(word, str) and word not in known:
            yield event.problem(f"repeat.except.{number}", "RRULE-HOLIDAYS", **_CALLED[word])

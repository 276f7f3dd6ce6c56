"""A time of day exists once on its day, also when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.context import UNREAD
from plugins.catalogue.fields.days import Moment
from plugins.catalogue.model import Event
from plugins.validation.context import RuleContext

_PROBLEMS = {
    "gap": {"problem_de": "gibt es nicht", "problem_en": "does not exist"},
    "twice": {"problem_de": "gibt es zweimal", "problem_en": "exists twice"},
}


def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:
    zone = ZoneInfo(context.site.time_zone)
    for path, moment in _moments(event):
        if moment is UNREAD:
            continue
        if isinstance(moment, datetime) and (problem := _problem(moment, zone)):
            yield event.problem(path, "DATE-CLOCK", **_PROBLEMS[problem])


def _problem(local: datetime, zone: ZoneInfo) -> str:
    """`gap` or `twice`, empty when all is well (PEP 495: the two folds of a time differ)."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return ""
    returned = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return "twice" if returned == local else "gap"


def _moments(event: Event) -> Iterator[tuple[str, Moment]]:
    """The times that an event names, each with the path of its place."""
    yield "start", event.start
    if event.end is not None:
        yield "end", event.end
    if event.registration is not None and event.registration.until is not None:
        yield "registration.until", event.registration.until
    if event.repeat is not None:
        for number, moment in enumerate(event.repeat.also):
            yield f"repeat.also.{number}", moment
        for day, moment in event.repeat.moved:
            yield f"repeat.moved.{day.isoformat()}", moment

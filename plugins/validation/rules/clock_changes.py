"""A time of day exists once on its day, also when the clocks change."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.fields.context import UNREAD
from plugins.catalogue.fields.days import Moment
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import in_own_time, length_of, start_of
from plugins.validation.context import RuleContext
from plugins.validation.rules.repeat_fields import misfits

_AHEAD = timedelta(days=366)
"""So far the dates of a series are looked at."""

_SMALL_HOURS = 4
"""Nowhere are clocks changed later in the night."""


def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:
    ours = ZoneInfo(context.site.time_zone)
    theirs = ZoneInfo(event.timezone) if event.timezone and event.timezone is not UNREAD else ours
    named = set()
    for path, moment in _moments(event):
        if moment is UNREAD or not isinstance(moment, datetime):
            continue
        named.add(moment)
        said = _problem(moment, ours if path == "registration.until" else theirs)
        if said:
            yield event.problem(path, "DATE-CLOCK", **said)
    for path, moment in _of_series(event, context.today):
        if moment not in named and (said := _problem(moment, theirs)):
            yield event.problem(path, "DATE-CLOCK", **said)
            return


def _of_series(event: Event, today: date) -> Iterator[tuple[str, datetime]]:
    """The small hours at which dates of a series begin and end in the year to come."""
    if event.repeat is None or event.all_day or misfits(event.repeat):
        return
    hours = [start_of(event).hour, (start_of(event) + length_of(event)).hour]
    if min(hours) >= _SMALL_HOURS:
        return
    for one in in_own_time(event, today, today + _AHEAD):
        yield from (("start", one.start), ("end", one.end))


def _problem(local: datetime, zone: ZoneInfo) -> Mapping[str, str]:
    """What is wrong with a time, and what is made of it; empty when all is well.

    The two folds of such a time differ (PEP 495); RFC 5545, section 3.3.5, says what calendars make
    of it: of one that does not exist the time by the offset before, of one that exists twice the
    first.
    """
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return {}
    meant = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    day = local.date().isoformat()
    if meant == local:
        return {
            "problem_de": f"gibt es am {day} zweimal; es gilt das erste Mal",
            "problem_en": f"exists twice on {day}; the first one is taken",
        }
    return {
        "problem_de": f"gibt es am {day} nicht; Kalender machen {meant:%H:%M} daraus",
        "problem_en": f"does not exist on {day}; calendars make it {meant:%H:%M}",
    }


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

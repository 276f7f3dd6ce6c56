"""What calendars are told of events that are gone: that they are cancelled, and when they were."""

from collections.abc import Iterable
from datetime import date, timedelta

from plugins.catalogue.forgotten import Notice
from plugins.catalogue.model import OFFICE, Event
from plugins.catalogue.occurrences import occurrences, usual

AHEAD = timedelta(days=366)
"""So far a series is followed that does not end: who has not looked for a year, will not."""


def notice(event: Event, revision: int, now: int, today: date) -> Notice | None:
    """The notice of an event; `None` where all of it is over.

    It is later than all that calendars were told before, or they would not take it.
    """
    dates = occurrences(event, today, today + AHEAD)
    if not dates:
        return None
    return Notice(
        start=usual(event).start if event.here else event.start,
        until=max(one.last_day for one in dates),
        at=max(now, revision + 1),
        ids=(*event.formerly, event.id),
        organisers=tuple(key for key in event.organisers if key != OFFICE),
    )


def current(notices: Iterable[Notice], today: date) -> tuple[Notice, ...]:
    """Those of which some calendar may still want to know."""
    return tuple(one for one in notices if one.until + AHEAD >= today)

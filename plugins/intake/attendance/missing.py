"""Of which dates nobody has told yet how many people came."""

from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.attendance import people_on
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import occurrences

BEHIND = timedelta(days=28)
"""So long people remember how many there were."""


class HeldDate(NamedTuple):
    """A date on which an event took place."""

    day: date
    event: Event


def missing(catalogue: Catalogue, today: date) -> tuple[HeldDate, ...]:
    """The dates of the last weeks that took place and are not told of, the latest first."""
    found = (
        HeldDate(one.day, event)
        for event in catalogue.events
        for one in occurrences(event, today - BEHIND, today - timedelta(days=1))
        if one.is_held and one.last_day < today and people_on(event, one.day) is None
    )
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.event.id)))


def line(one: HeldDate) -> str:
    """A date as it is listed."""
    return f"{one.day.isoformat()}  {one.event.id}  {one.event.title}"

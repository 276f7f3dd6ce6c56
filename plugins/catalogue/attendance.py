"""How many people came: to an event on its date, to a series on each of which it is told."""

from datetime import date

from plugins.catalogue.model import Event


def people_on(event: Event, day: date) -> int | None:
    """How many came on the day on which one of its dates began; `None` where nobody told.

    What is told of a series as a whole belongs to none of its dates.
    """
    told = event.attendance
    if told is None:
        return None
    known: int | None = told.dates.get(day)
    return told.people if known is None and event.repeat is None else known

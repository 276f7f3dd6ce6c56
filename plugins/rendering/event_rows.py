"""Rows: an event in a list, once, however often it takes place.

A row shows the next date that one can go to. It carries those after it as well, so that a page that
nobody builds anew goes on to the next one by itself (theme/static/js/rows.js).
"""

from collections.abc import Iterable
from datetime import timedelta

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.occurrences import Occurrence
from plugins.rendering.attributes import iso, last_moment
from plugins.rendering.cards import EventCard, EventFacts, by_date
from plugins.rendering.page import Recurring

MOST_CHANGED = 3
"""So many dates that are called off or moved a row tells of."""


@record(frozen=True)
class OtherTime(Frozen):
    """A time that is not the row's first, and the days of which it is, as in `data-on`."""

    date: Occurrence
    on: str


@record(frozen=True)
class EventRow(Frozen, Recurring):
    """An event with its dates.

    `card` is of the first one; `moments` are all, as `data-dates` has them; `more` is how many
    there are besides. `others` are other times of day. `changed` are dates that are called off or
    moved; `last` is the very last of all.
    """

    card: EventCard
    last: Occurrence
    moments: str
    more: int = 0
    others: tuple[OtherTime, ...] = ()
    changed: tuple[Occurrence, ...] = ()


def event_row(facts: EventFacts, dates: Iterable[Occurrence]) -> EventRow | None:
    """The row of an event with these dates to come; none if there are none."""
    known = tuple(dates)
    shown = tuple(date for date in known if date.is_held) or known
    if not shown:
        return None
    is_series = len(known) > 1
    changed = [d for d in known if d.moved_from or d not in shown] if is_series else []
    return EventRow(
        card=facts.on(shown[0]),
        last=max(shown, key=last_moment),
        moments=" ".join(map(_moment, shown)),
        more=len(shown) - 1,
        others=_others(shown),
        changed=tuple(changed[:MOST_CHANGED]),
    )


def by_next_date(row: EventRow) -> tuple[object, ...]:
    """The order in which events take place next."""
    return by_date(row.card)


def _moment(date: Occurrence) -> str:
    """When it is over; before that its first day where that is another: `2026-12-24/2026-12-26`."""
    until = last_moment(date)
    day = iso(date.day)
    return until if until.startswith(day) else f"{day}/{until}"


def _others(shown: tuple[Occurrence, ...]) -> tuple[OtherTime, ...]:
    """The times of day that are not the first one's: those of moved dates, mostly."""
    found: dict[object, list[Occurrence]] = {}
    for date in shown:
        found.setdefault(_time_of_day(date), []).append(date)
    found.pop(_time_of_day(shown[0]), None)
    return tuple(OtherTime(g[0], " ".join(iso(d.day) for d in g)) for g in found.values())


def _time_of_day(date: Occurrence) -> object:
    """What is said of the time: of one that takes several days its last one, too."""
    on = date.last_day if date.days_later else timedelta(0)
    there = date.there.start.time() if date.there else None
    return date.all_day, date.start.time(), date.end.time(), on, there

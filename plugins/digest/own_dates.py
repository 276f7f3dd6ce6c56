"""The dates of one association in the coming weeks, and where it is asked if they are right."""

from dataclasses import replace
from datetime import date

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Event
from plugins.catalogue.occurrences import Occurrence, occurrences
from plugins.digest.news import AHEAD
from plugins.digest.week import Week
from plugins.rendering.cards import EventCard, by_date, event_facts


@record(frozen=True)
class OwnDates(Frozen):
    """An event with its dates in these weeks; what is said of it is what everybody can read."""

    event: Event
    card: EventCard
    dates: tuple[Occurrence, ...]
    more: int = 0
    """How many further dates there are."""

    def shortened(self, most: int) -> "OwnDates":
        """The same with at most so many dates."""
        more = max(0, len(self.dates) - most)
        return replace(self, dates=self.dates[:most], more=more)


def own_dates(catalogue: Catalogue, association: str, week: Week) -> tuple[OwnDates, ...]:
    """The events that an association holds in the four weeks from a Monday on."""
    found = (_dated(catalogue, event, week) for event in catalogue.events_of(association))
    return tuple(sorted((one for one in found if one), key=lambda one: by_date(one.card)))


def _dated(catalogue: Catalogue, event: Event, week: Week) -> OwnDates | None:
    """The event, if it takes place in these weeks."""
    dates = occurrences(event, week.first, last_day(week))
    return OwnDates(event, event_facts(catalogue, event).on(dates[0]), dates) if dates else None


def last_day(week: Week) -> date:
    """The last of the days that an association is asked about."""
    return date.fromordinal((week.first + AHEAD).toordinal() - 1)


def public_address(association: Association, today: date) -> str:
    """Its own address, else that of somebody who has agreed to be written to; empty without any."""
    agreed = (contact.email for contact in association.public_contacts(today))
    return association.email or next(filter(None, agreed), "")

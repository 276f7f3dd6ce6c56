"""What calendars show: their name, their events, and where and by whom each is held."""

from plugins.catalogue.forgotten import Notice
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import OFFICE, Event
from plugins.rendering.cards import host_of, place
from plugins.rendering.page import Recurring


@record(frozen=True)
class CalendarEvent(Frozen, Recurring):
    """What a calendar shows of an event.

    In the years around `year` the changes of the clocks are seen to. `revision` is when it, its
    organisers or its place were last changed, in seconds since 1970; 0 when that is not known.
    """

    event: Event
    location: str = ""
    organisers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    year: int = 2026
    revision: int = 0


@record(frozen=True)
class CalendarView(Frozen):
    """A calendar: its name, empty for the whole site's, and its events.

    `notices` are those of events that are gone.
    """

    name: str
    events: tuple[CalendarEvent, ...] = ()
    notices: tuple[Notice, ...] = ()


def calendar_event(catalogue: Catalogue, event: Event, year: int) -> CalendarEvent:
    """An event with its place and its organisers."""
    where = place(event, host_of(catalogue, event))
    parts = (where.link.name, where.street, f"{where.postal_code} {where.city}") if where else ()
    names = (catalogue.association(key) for key in event.organisers if key != OFFICE)
    terms = catalogue.vocabularies.get("topics", {})
    return CalendarEvent(
        event=event,
        location=", ".join(part.strip() for part in parts if part.strip()),
        organisers=tuple(association.name for association in names if association),
        topics=tuple(terms[t].label_in(SITE_LANGUAGE) for t in event.topics if t in terms),
        year=year,
        revision=catalogue.revision_of(event.id),
    )

"""What calendars show: their name, their events, and where and by whom each is held."""

from collections.abc import Iterator

from plugins.catalogue.forgotten import Notice
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import OFFICE, Association, Event, Location, Vocabularies
from plugins.catalogue.translation import entry_in_language
from plugins.rendering.cards import host_of, organisers_of, place
from plugins.rendering.page import Recurring
from plugins.rendering.urls import Address, of

COLOURS = (
    "mediumvioletred",
    "mediumpurple",
    "seagreen",
    "royalblue",
    "darkcyan",
    "darkgoldenrod",
    "coral",
    "slategray",
)
"""Of each colour that the theme has for topics the CSS3 name that comes next (RFC 7986, 5.9)."""


@record(frozen=True)
class Organiser(Frozen):
    """Who holds an event: a name, none of one that is being corrected, and how it is reached.

    Only what an association says publicly of itself; of the office the settings say it.
    """

    name: str
    address: Address | None = None
    email: str = ""
    phone: str = ""

    @property
    def is_office(self) -> bool:
        """Whether it is the city's office."""
        return self.address is None


@record(frozen=True)
class CalendarEvent(Frozen, Recurring):
    """What a calendar shows of an event, in one language.

    In the years around `year` the changes of the clocks are seen to. `revision` is when it, its
    organisers or its place were last changed, in seconds since 1970; 0 when that is not known.
    `categories` are labels in the language `labelled`, as far as there are such.
    """

    event: Event
    location: str = ""
    point: Location | None = None
    organisers: tuple[Organiser, ...] = ()
    categories: tuple[str, ...] = ()
    labelled: str = SITE_LANGUAGE
    colour: str = ""
    year: int = 2026
    revision: int = 0
    language: str = SITE_LANGUAGE

    @property
    def image(self) -> str:
        """The file of its picture; empty where it has none."""
        image = self.event.image
        return image if isinstance(image, str) else image.file if image else ""


@record(frozen=True)
class CalendarView(Frozen):
    """A calendar: its name, empty for the whole site's, where it and its page are, its events.

    `notices` are those of events that are gone.
    """

    name: str
    address: Address
    page: Address
    events: tuple[CalendarEvent, ...] = ()
    notices: tuple[Notice, ...] = ()
    language: str = SITE_LANGUAGE


def calendar_event(
    catalogue: Catalogue, event: Event, year: int, language: str = SITE_LANGUAGE
) -> CalendarEvent:
    """An event with its place and its organisers."""
    where = place(event, host_of(catalogue, event))
    parts = (where.link.name, where.street, f"{where.postal_code} {where.city}") if where else ()
    terms = catalogue.vocabularies
    labelled, categories = _categories(event, terms, language)
    return CalendarEvent(
        event=entry_in_language(event, language),
        location=", ".join(part.strip() for part in parts if part.strip()),
        point=where.location if where else None,
        organisers=tuple(_organisers(catalogue, event)),
        categories=categories,
        labelled=labelled,
        colour=_colour(event, terms),
        year=year,
        revision=catalogue.revision_of(event.id),
        language=language,
    )


def _organisers(catalogue: Catalogue, event: Event) -> Iterator[Organiser]:
    for one in organisers_of(catalogue, event):
        if isinstance(one, Association):
            phone = one.phone.shown if one.phone else ""
            yield Organiser(one.name, of(one), one.email, phone)
        elif one.name == OFFICE:
            yield Organiser(OFFICE)
        elif one.address:
            yield Organiser("", one.address)


def _categories(
    event: Event, vocabularies: Vocabularies, language: str
) -> tuple[str, tuple[str, ...]]:
    """What it is about and of which kind; where a word lacks in the language, all in German."""
    keys = (*(("topics", key) for key in event.topics), ("formats", event.format))
    lists = ((vocabularies.get(name, {}), key) for name, key in keys)
    terms = [terms[key] for terms, key in lists if key in terms]
    said = language if all(term.label.get(language) for term in terms) else SITE_LANGUAGE
    return said, tuple(term.label_in(said) for term in terms)


def _colour(event: Event, vocabularies: Vocabularies) -> str:
    """That of its first topic, as on the pages; none without a topic."""
    known = list(vocabularies.get("topics", {}))
    first = next((topic for topic in event.topics if topic in known), "")
    return COLOURS[known.index(first) % len(COLOURS)] if first else ""

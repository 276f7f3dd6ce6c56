"""The home page: what this is, what is on, what is new, and where to look."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.catalogue.figures import Figure, figures, named
from plugins.catalogue.languages import is_easy
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Report
from plugins.catalogue.occurrences import occurrences
from plugins.rendering.cards import (
    EventCard,
    Link,
    PostingCard,
    by_date,
    event_cards,
    link,
    posting_card,
)
from plugins.rendering.frame import in_menu
from plugins.rendering.page import Page, ready
from plugins.rendering.urls import Address

EVENTS = 6
POSTINGS = 3
SPOKEN = 4
FIGURES = ("associations.active", "events.dates", "consultations.total", "board.placed")
_COMMON = frozenset({"de", "en"})
AHEAD = timedelta(days=120)


@dataclass(frozen=True)
class TopicTile:
    """A topic and how many associations work on it."""

    topic: str
    count: int
    address: Address


@dataclass(frozen=True)
class Spoken:
    """A language that many associations speak, besides German."""

    language: str
    address: Address


@dataclass(frozen=True)
class HomeView:
    """What the home page shows; `figures` are those of the last report, by their names.

    `easy` are the pages of text in easy German, on its own home page only (BITV 2.0, § 4).
    """

    associations: int
    languages: int
    spoken: tuple[Spoken, ...]
    events: tuple[EventCard, ...]
    offers: tuple[PostingCard, ...]
    seeks: tuple[PostingCard, ...]
    topics: tuple[TopicTile, ...]
    advice: tuple[Link, ...]
    report: Link | None
    figures: tuple[tuple[str, Figure], ...]
    easy: tuple[Link, ...]


def page(catalogue: Catalogue, today: date) -> Page:
    """The page at the root."""
    active = [a for a in catalogue.associations if a.is_active(today)]
    reports = sorted(catalogue.reports, key=lambda r: (r.period.until, r.id))
    view = HomeView(
        associations=len(active),
        languages=len({language for a in active for language in a.languages}),
        spoken=_spoken(Counter(language for a in active for language in a.languages)),
        events=_events(catalogue, today),
        offers=_newest(catalogue, "offer", today),
        seeks=_newest(catalogue, "seek", today),
        topics=_topics(catalogue, Counter(topic for a in active for topic in a.topics)),
        advice=tuple(link(article) for article in in_menu(catalogue, "main")),
        report=link(reports[-1]) if reports else None,
        figures=_figures(catalogue, reports[-1], today) if reports else (),
        easy=tuple(link(a) for a in catalogue.pages if is_easy(a.said.language_of("text"))),
    )
    return Page(Address("home"), "home.html", ready, (view,))


def _events(catalogue: Catalogue, today: date) -> tuple[EventCard, ...]:
    """The next dates, of each event the first, so that one weekly course does not fill the list."""
    upcoming: list[EventCard] = []
    for event in catalogue.events:
        ahead = [d for d in occurrences(event, today, today + AHEAD) if d.day >= today]
        upcoming += event_cards(catalogue, event, ahead[:1])
    soonest = sorted(upcoming, key=by_date)
    return tuple(soonest[:EVENTS])


def _newest(catalogue: Catalogue, kind: str, today: date) -> tuple[PostingCard, ...]:
    current = (p for p in catalogue.board if p.kind == kind and p.state(today) == "open")
    newest = sorted(current, key=lambda p: (-p.posted.toordinal(), p.id))
    return tuple(posting_card(catalogue, posting, today) for posting in newest[:POSTINGS])


def _spoken(counts: Counter[str]) -> tuple[Spoken, ...]:
    """The most frequent languages that have a script or name of their own to be found by."""
    often = sorted((tag for tag in counts if tag not in _COMMON), key=lambda t: (-counts[t], t))
    return tuple(Spoken(tag, Address("language", tag)) for tag in often[:SPOKEN])


def _figures(catalogue: Catalogue, report: Report, today: date) -> tuple[tuple[str, Figure], ...]:
    counted = named(figures(catalogue, report, today), report, catalogue)
    return tuple((name, counted[name]) for name in FIGURES if counted[name])


def _topics(catalogue: Catalogue, counts: Counter[str]) -> tuple[TopicTile, ...]:
    known = catalogue.vocabularies.get("topics", {})
    return tuple(TopicTile(t, counts[t], Address("topic", t)) for t in known if counts[t])

"""The home page: what this is, what is on, what is new, and where to look."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.catalogue.link import Catalogue
from plugins.catalogue.occurrences import occurrences
from plugins.rendering.cards import EventCard, Link, PostingCard, event_card, link, posting_card
from plugins.rendering.page import Page
from plugins.rendering.urls import Address

EVENTS = 6
POSTINGS = 3
AHEAD = timedelta(days=120)


@dataclass(frozen=True)
class TopicTile:
    """A topic and how many associations work on it."""

    topic: str
    count: int
    address: Address


@dataclass(frozen=True)
class HomeView:
    """What the home page shows."""

    associations: int
    languages: int
    events: tuple[EventCard, ...]
    offers: tuple[PostingCard, ...]
    seeks: tuple[PostingCard, ...]
    topics: tuple[TopicTile, ...]
    advice: tuple[Link, ...]
    report: Link | None


def page(catalogue: Catalogue, today: date) -> Page:
    """The page at the root."""
    active = [a for a in catalogue.associations if a.is_active(today)]
    reports = sorted(catalogue.reports, key=lambda r: (r.period.until, r.id))
    advice = sorted(
        (a for a in catalogue.pages if a.menu == "main"), key=lambda a: (a.order, a.title)
    )
    view = HomeView(
        associations=len(active),
        languages=len({language for a in active for language in a.languages}),
        events=_events(catalogue, today),
        offers=_newest(catalogue, "offer", today),
        seeks=_newest(catalogue, "seek", today),
        topics=_topics(catalogue, Counter(topic for a in active for topic in a.topics)),
        advice=tuple(link(article) for article in advice),
        report=link(reports[-1]) if reports else None,
    )
    return Page(Address("home"), "home.html", view)


def _events(catalogue: Catalogue, today: date) -> tuple[EventCard, ...]:
    """The next dates, of each event the first, so that one weekly course does not fill the list."""
    upcoming = []
    for event in catalogue.events:
        ahead = [d for d in occurrences(event, today, today + AHEAD) if d.day >= today]
        if ahead:
            upcoming.append(event_card(catalogue, event, ahead[0]))
    soonest = sorted(upcoming, key=lambda card: (card.date, card.address))
    return tuple(soonest[:EVENTS])


def _newest(catalogue: Catalogue, kind: str, today: date) -> tuple[PostingCard, ...]:
    current = (p for p in catalogue.board if p.kind == kind and p.state(today) == "open")
    newest = sorted(current, key=lambda p: (-p.posted.toordinal(), p.id))
    return tuple(posting_card(catalogue, posting, today) for posting in newest[:POSTINGS])


def _topics(catalogue: Catalogue, counts: Counter[str]) -> tuple[TopicTile, ...]:
    known = catalogue.vocabularies.get("topics", {})
    return tuple(TopicTile(t, counts[t], Address("topic", t)) for t in known if counts[t])

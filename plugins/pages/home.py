"""The home page: what this is, what is on, what is new, and where to look."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.figures import Figure, figures, named
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import is_easy
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Event, Posting, Report
from plugins.catalogue.occurrences import occurrences
from plugins.rendering.cards import (
    Link,
    PostingCard,
    event_facts,
    link,
    posting_card,
)
from plugins.rendering.chunked import each, flat
from plugins.rendering.event_rows import EventRow, by_next_date, event_row
from plugins.rendering.frame import in_menu
from plugins.rendering.page import Derived, Group, Page, ready
from plugins.rendering.urls import Address

EVENTS = 3
POSTINGS = 1  # of offers, and of seeks
SPOKEN = 4
EXAMPLES = 3
FIGURES = ("associations.active", "events.dates", "consultations.total", "board.placed")
_COMMON = frozenset({"de", "en"})
AHEAD = timedelta(days=366)


@record(frozen=True)
class TopicTile(Frozen):
    """A topic and how many associations work on it."""

    topic: str
    count: int
    address: Address


@record(frozen=True)
class LanguageCount(Frozen):
    """A language that many associations speak, besides German."""

    language: str
    address: Address


class Counted(NamedTuple):
    """What the home page counts of an association."""

    languages: tuple[str, ...]
    topics: tuple[str, ...]


Figured = tuple[tuple[str, Figure], ...]


@record(frozen=True)
class HomeView(Frozen):
    """What the home page shows; `figures` are those of the last report, by their names.

    `easy` are the pages of text in easy German, on its own home page only (BITV 2.0, § 4).
    """

    associations: int
    languages: int
    spoken: tuple[LanguageCount, ...]
    speaking: tuple[LanguageCount, ...]
    events: tuple[EventRow, ...]
    offers: tuple[PostingCard, ...]
    seeks: tuple[PostingCard, ...]
    topics: tuple[TopicTile, ...]
    examples: tuple[TopicTile, ...]
    advice: tuple[Link, ...]
    report: Link | None
    figures: Figured
    easy: tuple[Link, ...]


def group(catalogue: Catalogue, today: date) -> Group:
    """The page at the root."""
    return Group(
        _page,
        each(_counted, "associations", today, catalogue=catalogue),
        each(_next, "events", today, catalogue=catalogue),
        each(_current, "board", today, catalogue=catalogue),
        Derived(_figures, today, catalogue=catalogue),
        catalogue=catalogue,
    )


def _page(
    catalogue: Catalogue,
    associations: tuple[tuple[Counted | None, ...], ...],
    events: tuple[tuple[EventRow | None, ...], ...],
    postings: tuple[tuple[PostingCard | None, ...], ...],
    figures: Figured,
) -> Iterator[Page]:
    active = [one for one in flat(associations) if one]
    current = [one for one in flat(postings) if one]
    report = _last_report(catalogue)
    topics = _topics(catalogue, Counter(topic for one in active for topic in one.topics))
    view = HomeView(
        associations=len(active),
        languages=len({language for one in active for language in one.languages}),
        spoken=_spoken(Counter(language for one in active for language in one.languages)),
        speaking=_speaking(active),
        events=_soonest(flat(events)),
        offers=_newest(current, "offer"),
        seeks=_newest(current, "seek"),
        topics=topics,
        examples=topics[:EXAMPLES],
        advice=tuple(link(article) for article in in_menu(catalogue, "main")),
        report=link(report) if report else None,
        figures=figures,
        easy=tuple(link(a) for a in catalogue.pages if is_easy(a.localised.language_of("text"))),
    )
    yield Page(Address("home"), "home.html", ready, (view,))


def _counted(_: Catalogue, association: Association, today: date) -> Counted | None:
    is_active = association.is_active(today)
    return Counted(association.languages, association.topics) if is_active else None


def _next(catalogue: Catalogue, event: Event, today: date) -> EventRow | None:
    """The dates that one can go to, in one row: one weekly course does not fill the list."""
    found = occurrences(event, today, today + AHEAD)
    ahead = [d for d in found if d.day >= today and d.is_held and d.status != "full"]
    return event_row(event_facts(catalogue, event), ahead) if ahead else None


def _soonest(events: Iterable[EventRow | None]) -> tuple[EventRow, ...]:
    return tuple(sorted(filter(None, events), key=by_next_date)[:EVENTS])


def _current(catalogue: Catalogue, posting: Posting, today: date) -> PostingCard | None:
    is_open = posting.state(today) == "open"
    return posting_card(catalogue, posting, today) if is_open else None


def _newest(current: Iterable[PostingCard], kind: str) -> tuple[PostingCard, ...]:
    own = (card for card in current if card.kind == kind)
    newest = sorted(own, key=lambda card: (-card.posted.toordinal(), card.address))
    return tuple(newest[:POSTINGS])


def _speaking(active: Iterable[Counted]) -> tuple[LanguageCount, ...]:
    """All languages: the page of each leads to those that speak its own."""
    tags = sorted({language for one in active for language in one.languages})
    return tuple(LanguageCount(tag, Address("language", tag)) for tag in tags)


def _spoken(counts: Counter[str]) -> tuple[LanguageCount, ...]:
    """The most frequent languages that have a script or name of their own to be found by."""
    often = sorted((tag for tag in counts if tag not in _COMMON), key=lambda t: (-counts[t], t))
    return tuple(LanguageCount(tag, Address("language", tag)) for tag in often[:SPOKEN])


def _last_report(catalogue: Catalogue) -> Report | None:
    return max(catalogue.reports, key=lambda r: (r.period.until, r.id), default=None)


def _figures(catalogue: Catalogue, today: date) -> Figured:
    """Some figures of the last report."""
    report = _last_report(catalogue)
    if report is None:
        return ()
    counted = named(figures(catalogue, report, today), report, catalogue)
    return tuple((name, counted[name]) for name in FIGURES if counted[name])


def _topics(catalogue: Catalogue, counts: Counter[str]) -> tuple[TopicTile, ...]:
    known = catalogue.vocabularies.get("topics", {})
    return tuple(TopicTile(t, counts[t], Address("topic", t)) for t in known if counts[t])

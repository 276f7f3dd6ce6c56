"""Which lists of the peer are divided, as ours are, and on which of their pages an entry stands.

Hugo makes a page of each term of a taxonomy. So what a list is divided by is a taxonomy, and an
entry has a term of it only where the list is too long (decisions/0022).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.corpus import TODAY
from plugins.calendar.facets import LISTS, VOCABULARY, WITH_PAGES
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Event, Posting
from plugins.catalogue.occurrences import Occurrence
from plugins.catalogue.text import letter
from plugins.rendering import divided
from plugins.rendering.cards import event_facts
from plugins.rendering.event_dates import AHEAD, dates_of_event

WORDS = {
    "topics": "thema",
    "languages": "sprache",
    "districts": "stadtteil",
    "audiences": "zielgruppe",
}
"""What a facet is called in addresses."""

TRAIT_WORDS = {
    "free": "kostenlos",
    "step_free": "stufenlos",
    "online": "online",
    "children": "mit-kindern",
}
"""What a trait of events is called in addresses."""

K = TypeVar("K")
Terms = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Bounds:
    """Beyond what a list is divided: the constants of `plugins.rendering.divided`."""

    whole: int = divided.WHOLE
    page: int = divided.PAGE
    grid: int = divided.GRID


BOUNDS = Bounds()


@dataclass(frozen=True)
class Division:
    """What is too long for one page.

    `values` are those of facets, `feeds` the years whose events are a calendar of their own.
    """

    directory: bool
    values: AbstractSet[tuple[str, str]]
    months: AbstractSet[str]
    years: AbstractSet[str]
    feeds: AbstractSet[str]
    board: bool
    board_archive: bool
    calendar: bool

    def choices(self, catalogue: Catalogue, event: Event) -> Terms:
        """The choices of the calendar under which it stands, if it is to come."""
        if not _is_coming(event):
            return {}
        facts = event_facts(catalogue, event)
        traits = (TRAIT_WORDS[name] for name in facts.traits if self._has_page(name))
        found = {"event_traits": tuple(traits)}
        for name, values in LISTS.items():
            if self._has_page(name):
                found[f"event_{VOCABULARY.get(name, 'languages')}"] = values(facts)
        return {key: terms for key, terms in found.items() if terms}

    def _has_page(self, facet: str) -> bool:
        return self.calendar or facet in WITH_PAGES

    def of_association(self, entry: Association) -> Terms:
        """The letter under which it stands, in the directory and in its facets."""
        if not self.directory:
            return {}
        if not entry.is_active(TODAY):
            return {"letters": ["ehemalige"]}
        initial = letter(entry.name)
        key = "andere" if initial == "#" else initial.lower()
        long = (pair for pair in facets(entry) if pair in self.values)
        return {"letters": [key, *(f"{WORDS[facet]}/{value}/{key}" for facet, value in long)]}

    def of_event(self, dates: Iterable[Occurrence]) -> Terms:
        """The days on which it takes place, and the months in which it did."""
        days = {_day(found) for found in dates}
        past = {_day(found) for found in dates if found.last_day < TODAY}
        found = {
            "days": [f"{day[:7]}/{day[8:]}" for day in sorted(days) if day[:7] in self.months],
            "past_months": sorted({day[:7] for day in past if day[:4] in self.years}),
        }
        return {name: terms for name, terms in found.items() if terms}

    def of_posting(self, entry: Posting) -> Terms:
        """Its category while it is open, else the year in which it was posted."""
        if entry.state(TODAY) == "open":
            return {"categories": [entry.category]} if self.board else {}
        return {"closed_years": [str(entry.posted.year)]} if self.board_archive else {}


def division(catalogue: Catalogue, bounds: Bounds) -> Division:
    """What is too long in this catalogue."""
    active = (entry for entry in catalogue.associations if entry.is_active(TODAY))
    values = Counter(pair for entry in active for pair in facets(entry))
    months, events, held = _dates(catalogue.events)
    states = Counter(entry.state(TODAY) == "open" for entry in catalogue.board)
    is_long = states.total() > bounds.whole
    return Division(
        directory=len(catalogue.associations) > bounds.whole,
        values=_beyond(values, bounds.page),
        months=_beyond(months, bounds.grid),
        years=_beyond(events, bounds.whole),
        feeds=_beyond(held, bounds.whole),
        board=is_long and states[True] > bounds.page,
        board_archive=is_long and states[False] > bounds.page,
        calendar=sum(map(_is_coming, catalogue.events)) > bounds.page,
    )


def _is_coming(event: Event) -> bool:
    """Whether the calendar shows it: by its next date, one that is held if any is."""
    dates = [found for found in dates_of_event(event, TODAY) if found.last_day >= TODAY]
    shown = [found for found in dates if found.is_held] or dates
    return bool(shown) and shown[0].day <= TODAY + AHEAD


def facets(entry: Association) -> tuple[tuple[str, str], ...]:
    """The facets' values under which it stands."""
    named = {
        "topics": entry.topics,
        "languages": entry.languages,
        "districts": (entry.district,) if entry.district else (),
        "audiences": entry.audiences,
    }
    return tuple((facet, value) for facet, values in named.items() for value in values)


def _dates(events: Iterable[Event]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How many dates a month has; past events a year, counted in each of its months, and once."""
    months: Counter[str] = Counter()
    by_month: Counter[str] = Counter()
    once: Counter[str] = Counter()
    for event in events:
        dates = dates_of_event(event, TODAY)
        months.update(_day(found)[:7] for found in dates)
        past = {_day(found)[:7] for found in dates if found.last_day < TODAY}
        by_month.update(month[:4] for month in past)
        once.update({month[:4] for month in past})
    return months, by_month, once


def _day(found: Occurrence) -> str:
    return found.day.isoformat()


def _beyond(counts: Counter[K], bound: int) -> frozenset[K]:
    return frozenset(key for key, count in counts.items() if count > bound)

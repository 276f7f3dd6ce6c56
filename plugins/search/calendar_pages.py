"""The calendar's own pages, found by a question for nothing else: »heute«, »kostenlos«.

What they are called, and by which words people ask for them, says the closed list of words of the
search: who asks for `today` in any language finds what takes place today.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import VocabularyTerm
from plugins.rendering.cards import TRAITS_WITH_PAGES
from plugins.rendering.chunked import each, flat
from plugins.rendering.divided import is_over_a_page
from plugins.rendering.event_dates import EventDates, dates_shown, rows_to_come
from plugins.rendering.page import Derived
from plugins.rendering.urls import Address
from plugins.search import shards, write
from plugins.search.document import SearchRow
from plugins.search.meanings import SEARCH_WORDS
from plugins.wording.locales import capitalised, colon

LETTER = "c"
"""That of their references."""

WORDS = {
    "calendar": "event",
    "today": "today",
    "tomorrow": "tomorrow",
    "weekend": "weekend",
    "next_week": "next_week",
    "free": "free_of_charge",
    "step_free": "step_free",
    "online": "online",
    "any_online": "online",
    "children": "with_children",
    "any_children": "with_children",
}
"""By which word of the list each is asked for, by the names of their addresses."""

BY_DAY = ("today", "tomorrow", "next_week")

_SAME, _BESIDES = 9, 4
"""How much a page is meant by its own word, and by that for all that takes place."""


def reference(name: str) -> str:
    """A page of the calendar in six letters."""
    return LETTER + blake2b(f"calendar/{name}".encode(), digest_size=4).hexdigest()[:5]


def pieces(catalogue: Catalogue, today: date, depth: int) -> Derived:
    """The lines of these pages for the files of the index."""
    dated = each(dates_shown, "events", today, catalogue=catalogue)
    return Derived(_lines, Derived(_there, dated, today), depth, catalogue=catalogue)


def _there(events: tuple[tuple[EventDates, ...], ...], today: date) -> tuple[str, ...]:
    """The addresses of those that there are.

    A whole calendar is filtered, also by days; one that is divided has more pages instead.
    """
    rows = rows_to_come(flat(events), today)
    traits = {trait for row in rows for trait in row.card.facts.traits}
    if is_over_a_page(len(rows)):
        return ("calendar", "weekend", *sorted(traits))
    return ("calendar", "weekend", *BY_DAY, *sorted(map(_filtered, traits)))


def _filtered(trait: str) -> str:
    return trait if trait in TRAITS_WITH_PAGES else f"any_{trait}"


def _lines(catalogue: Catalogue, there: tuple[str, ...], depth: int) -> tuple[tuple[str, str], ...]:
    """A line by which its word means each, and a line that shows it."""
    known = catalogue.vocabularies.get(SEARCH_WORDS, {})
    every = known.get(WORDS["calendar"])
    named = {name: term for name in there if (term := known.get(WORDS[name]))}
    if every is None:
        return ()
    return tuple(line for name, term in named.items() for line in _of(name, term, every, depth))


def _of(
    name: str, term: VocabularyTerm, every: VocabularyTerm, depth: int
) -> Iterator[tuple[str, str]]:
    key = reference(name)
    for word, degree in {WORDS["calendar"]: _BESIDES, WORDS[name]: _SAME}.items():
        meaning = f"{SEARCH_WORDS}:{word}"
        yield f"m/{shards.of_meaning(meaning, depth)}", f"{meaning}\t{degree}{key}"
    titles = ((tag, str(said)) for tag, said in term.label)
    said = {tag: _title(tag, said, term is every, every) for tag, said in titles}
    shown = (("", said.pop("de", ""), ""), *((tag, title, "") for tag, title in said.items()))
    row = write.row(SearchRow(key, Address(name), "", shown))
    yield f"d/{shards.of_reference(key, depth)}", row


def _title(tag: str, label: str, is_calendar: bool, every: VocabularyTerm) -> str:
    """»Termine: kostenlos«."""
    title = label if is_calendar else f"{every.label_in(tag)}{colon(tag)}{label}"
    return capitalised(title, tag)

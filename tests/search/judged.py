"""How the search answers the judged questions: what has to come first, and what did."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.catalogue.model import KINDS, Entry
from plugins.search import calendar_pages
from plugins.search.document import reference
from plugins.search.query import SearchAnswer

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8")
)
_LETTERS = {
    **{"associations": "aA", "events": "eE", "board": "pP", "networks": "nN"},
    **{"funding": "f", "reports": "r", "pages": "g"},
}


class Verdict(NamedTuple):
    """On what place the first right entry came, 0 the best; and whether a wrong one was before."""

    question: Mapping[str, Any]
    place: int
    is_wrong: bool

    @property
    def is_first(self) -> bool:
        return self.place == 0 and not self.is_wrong

    @property
    def is_among_three(self) -> bool:
        return self.place < 3 and not self.is_wrong


FAR = 999
CALENDAR = "calendar"
"""»calendar/free« is a page of the calendar."""


def references(places: Iterable[str]) -> set[str]:
    """What `events/fest` may be called in the index: it may be over or not."""
    kinds: dict[str, type[Entry]] = {kind.folder: kind for kind in KINDS}
    found = set()
    for folder, _, key in (place.partition("/") for place in places):
        if folder == CALENDAR:
            found.add(calendar_pages.reference(key))
            continue
        entry = object.__new__(kinds[folder])
        object.__setattr__(entry, "id", key)
        found |= {reference(letter, entry) for letter in _LETTERS[folder]}
    return found


def judged(question: Mapping[str, Any], answer: SearchAnswer) -> Verdict:
    """Where the right entries came."""
    right, wrong = references(question["right"]), references(question.get("not", ()))
    order = [hit.reference for hit in answer.hits]
    place = next((place for place, one in enumerate(order) if one in right), FAR)
    return Verdict(question, place, any(one in wrong for one in order[:place]))

"""The kinds of entry by the words that people have for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.catalogue.model import (
    Article,
    Association,
    Entry,
    Event,
    Funding,
    Network,
    Posting,
    Report,
)
from plugins.catalogue.text import fold
from plugins.intake.new.question import Question
from plugins.intake.new.questions import (
    association,
    event,
    funding,
    network,
    page,
    posting,
    report,
)
from plugins.intake.new.words import Words


@dataclass(frozen=True)
class Kind:
    """A kind of entry: what it is called, what else people say, and what is asked about it."""

    entry: type[Entry]
    name: Words
    words: tuple[str, ...]
    questions: tuple[Question, ...]

    @property
    def folder(self) -> str:
        """Where its files lie."""
        return self.entry.folder

    def is_called(self, word: str) -> bool:
        """Whether `word` names it: a German or English word, or the folder's name."""
        return fold(word) in map(fold, (*self.name, *self.words, self.folder))


KINDS = (
    Kind(
        Association,
        Words("Verein", "association"),
        ("vereine", "initiative", "gruppe"),
        association.QUESTIONS,
    ),
    Kind(
        Event,
        Words("Termin", "event"),
        ("termine", "veranstaltung", "veranstaltungen"),
        event.QUESTIONS,
    ),
    Kind(
        Posting,
        Words("Biete/Suche", "posting"),
        ("aushang", "biete-suche", "postings"),
        posting.QUESTIONS,
    ),
    Kind(Network, Words("Netzwerk", "network"), ("netzwerke",), network.QUESTIONS),
    Kind(
        Funding,
        Words("Förderung", "funding"),
        ("foerderung", "förderprogramm", "foerderprogramm", "programm"),
        funding.QUESTIONS,
    ),
    Kind(Report, Words("Bericht", "report"), ("berichte", "jahresbericht"), report.QUESTIONS),
    Kind(Article, Words("Seite", "page"), ("seiten", "article"), page.QUESTIONS),
)

_OFFER_OR_SEEK = {
    "biete": "offer",
    "angebot": "offer",
    "offer": "offer",
    "suche": "seek",
    "gesuch": "seek",
    "seek": "seek",
}


def kind_of(word: str) -> tuple[Kind, dict[str, str]] | None:
    """The kind that `word` names, and what it answers by itself: »Biete« is a posting that offers.

    `None` when no kind is called so.
    """
    for kind in KINDS:
        if kind.is_called(word):
            return kind, {}
    offer_or_seek = _OFFER_OR_SEEK.get(fold(word))
    if offer_or_seek is None:
        return None
    return _kind(Posting), {"kind": offer_or_seek}


def _kind(entry: type[Entry]) -> Kind:
    return next(kind for kind in KINDS if kind.entry is entry)


def words_of(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """Every word by which one of the kinds is called."""
    found = (word for kind in kinds for word in (*kind.name, *kind.words, kind.folder))
    return (*found, *_OFFER_OR_SEEK)

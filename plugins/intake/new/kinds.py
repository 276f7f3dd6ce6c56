"""The kinds of entry by the words that people have for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from plugins.catalogue.descriptions.kinds import KINDS as CALLED
from plugins.catalogue.descriptions.kinds import kind_called
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.model import Entry, Posting
from plugins.catalogue.text import fold
from plugins.intake.new.question import FieldQuestion, questions


@dataclass(frozen=True)
class EntryKind:
    """A kind of entry and what is asked about it."""

    entry: type[Entry]

    @cached_property
    def questions(self) -> tuple[FieldQuestion, ...]:
        """What is asked, in this order."""
        return questions(self.entry)

    @property
    def folder(self) -> str:
        """Where its files lie."""
        return self.entry.folder

    @property
    def words(self) -> tuple[str, ...]:
        """What else it is called."""
        called = CALLED[self.entry]
        return (called.one, called.many, called.english, *called.words, self.folder)

    def name(self, language: MessageLanguage) -> str:
        """What it is called where one chooses among the kinds."""
        called = CALLED[self.entry]
        return called.english if language == "en" else called.name or called.one


KINDS = tuple(map(EntryKind, CALLED))

_OFFER_OR_SEEK = {
    "biete": "offer",
    "angebot": "offer",
    "offer": "offer",
    "suche": "seek",
    "gesuch": "seek",
    "seek": "seek",
}


def kind_of(word: str) -> tuple[EntryKind, dict[str, str]] | None:
    """The kind that `word` names, and what it answers by itself: »Biete« is a posting that offers.

    `None` when no kind is called so.
    """
    kind = kind_called(word)
    if kind is not None:
        return EntryKind(kind), {}
    offer_or_seek = _OFFER_OR_SEEK.get(fold(word))
    return (EntryKind(Posting), {"kind": offer_or_seek}) if offer_or_seek else None


def words_of(kinds: Iterable[EntryKind]) -> tuple[str, ...]:
    """Every word by which one of the kinds is called."""
    return (*(word for kind in kinds for word in kind.words), *_OFFER_OR_SEEK)

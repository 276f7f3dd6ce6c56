"""What each kind of entry is called, and by what else people call it."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.catalogue import model
from plugins.catalogue.text import fold


class Kind(NamedTuple):
    """One of it, many, and in English; `file` is the name of its sheet's file.

    `name` is what somebody chooses who wants to make a new one.
    """

    one: str
    many: str
    english: str
    file: str
    words: tuple[str, ...]
    name: str = ""

    @property
    def sheet(self) -> str:
        """What its tab in a workbook is called: programs allow no stroke in it."""
        return self.many.replace("/", "-")

    def is_called(self, word: str) -> bool:
        """Whether `word` names it, in German or English."""
        names = (self.one, self.many, self.sheet, self.english, self.file, self.name, *self.words)
        return bool(word.strip()) and fold(word) in map(fold, names)


KINDS: Mapping[type[model.Entry], Kind] = {
    model.Association: Kind(
        "Verein", "Vereine", "association", "vereine", ("initiative", "gruppe", "associations")
    ),
    model.Event: Kind(
        "Termin", "Termine", "event", "termine", ("veranstaltung", "veranstaltungen", "events")
    ),
    model.Posting: Kind(
        "Aushang", "Biete/Suche", "posting", "biete-suche", ("postings", "board"), "Biete/Suche"
    ),
    model.Network: Kind("Netzwerk", "Netzwerke", "network", "netzwerke", ("networks",)),
    model.Funding: Kind(
        "Förderprogramm",
        "Förderung",
        "funding",
        "foerderung",
        ("programm", "foerderprogramm"),
        "Förderung",
    ),
    model.Report: Kind("Bericht", "Berichte", "report", "berichte", ("jahresbericht", "reports")),
    model.Article: Kind("Seite", "Seiten", "page", "seiten", ("article", "pages")),
}


def kind_called(word: str) -> type[model.Entry] | None:
    """The kind that somebody means by a word, if any."""
    return next((kind for kind, called in KINDS.items() if called.is_called(word)), None)

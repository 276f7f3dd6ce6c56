"""Words that the software knows."""

from typing import Any, ClassVar, NamedTuple

from plugins.catalogue.fields.base import ANSWER, TEXT, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.fields.patterns import any_case, bounded
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.source import Scalar
from plugins.catalogue.text import fold, nearest


class Choice(Text):
    """One of a few words that the software knows."""

    name = ("Auswahl", "choice")
    closed = True

    def __init__(self, *words: str, synonyms: dict[str, str] | None = None) -> None:
        self.words, self.synonyms = words, synonyms or {}

    def parse(self, scalar: Scalar, context: Context) -> Any:
        word = self.synonyms.get(scalar.text.lower(), scalar.text)
        if word in self.words:
            return word
        german = _IN_GERMAN.get(word.lower(), "")
        suggestion = german if german in self.words else nearest(word, self.words)
        allowed = ", ".join(self.words)
        context.problems.add(
            "FLD-CHOICE", scalar.place, value=word, allowed=allowed, suggestion=suggestion
        )
        return INVALID

    def describe(self) -> str:
        return " | ".join(self.words)

    def pattern(self, region: str) -> str:
        return "|".join((*self.words, *map(any_case, sorted(self.synonyms))))

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        written, word = fold(text), self.synonyms.get(text.lower(), text).lower()
        called = (known for known in self.words if fold(self.called(known, lists)) == written)
        german = _IN_GERMAN.get(text.lower(), "")
        known = (k for k in self.words if k.lower() == word or k == german)
        return next(iter((*called, *known, text)))

    def called(self, text: str, lists: Lists) -> str:
        return lists.words.get(text, text)


# What somebody writes who knows no English: suggested, not accepted, so that files stay alike.
_IN_GERMAN = {
    **dict(
        zip(
            "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(),
            WEEKDAYS,
            strict=True,
        )
    ),
    # In English »mo«, »fr« and »sa« are the same.
    **{"di": "tuesday", "mi": "wednesday", "do": "thursday", "so": "sunday"},
    **{"ja": "yes", "nein": "no", "teilweise": "limited", "eingeschränkt": "limited"},
    **{"biete": "offer", "angebot": "offer", "suche": "seek", "gesuch": "seek"},
    **{"tag": "day", "woche": "week", "monat": "month", "jahr": "year"},
    **{"täglich": "day", "wöchentlich": "week", "monatlich": "month", "jährlich": "year"},
    **{"abgesagt": "cancelled", "verschoben": "postponed", "ausgebucht": "full"},
    **{"offen": "open", "vermittelt": "placed", "zurückgezogen": "withdrawn", "euro": "EUR"},
}


class Weekday(Choice):
    """A day of the week by its English name, or the beginning of it: tuesday, tue, TU."""

    def __init__(self) -> None:
        short = {day[:length]: day for day in WEEKDAYS for length in (2, 3)}
        super().__init__(*WEEKDAYS, synonyms=short | {day: day for day in WEEKDAYS})


class Degree(Choice):
    """Yes, limited or no: how far something is accessible."""

    types = ANSWER
    answers = True

    def __init__(self) -> None:
        super().__init__("yes", "limited", "no", synonyms={"true": "yes", "false": "no"})


_TRUTH = {"ja": "yes", "wahr": "yes", "true": "yes", "nein": "no", "falsch": "no", "false": "no"}


class YesNo(Text):
    """Yes or no."""

    name = ("ja oder nein", "yes | no")
    types = ANSWER
    answers = True
    closed = True
    words = ("yes", "no")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        answer = {"yes": True, "true": True, "no": False, "false": False}.get(scalar.text.lower())
        if answer is None:
            context.problems.add("FLD-YES-NO", scalar.place, value=scalar.text)
            return INVALID
        return answer

    def pattern(self, region: str) -> str:
        return any_case("yes", "true", "no", "false")

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return _TRUTH.get(text.lower(), text.lower())

    def called(self, text: str, lists: Lists) -> str:
        return lists.words.get(text, text)


class MenuPlace(NamedTuple):
    """Where a page is linked from (`main`, `footer` or empty), and under which words."""

    place: str = ""
    label: str = ""


NO_MENU = MenuPlace()


class Menu(Text):
    """Where a page is linked from: the main menu, the footer, or nowhere.

    Any other words put it into the footer, under these words instead of its title.
    """

    name = ("Menü", "main | footer | no, or the words of a link in the footer")
    types = TEXT
    answers = True
    words = ("main", "footer", "no")
    _nowhere: ClassVar = ("no", "false", "none")
    _places: ClassVar = {"yes": "main", "true": "main", "main": "main", "footer": "footer"}

    def is_free(self, text: str) -> bool:
        return text.lower() not in (*self._nowhere, *self._places)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        text = scalar.text.lower()
        if text in self._nowhere:
            return NO_MENU
        if text in self._places:
            return MenuPlace(self._places[text])
        if nearest(text, ("main", "footer")):
            return Choice(*self.words).parse(scalar, context)
        label = Line(40).parse(scalar, context)
        return INVALID if label is INVALID else MenuPlace("footer", label)

    def pattern(self, region: str) -> str:
        return bounded(".", 40)

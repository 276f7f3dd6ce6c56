"""Words that the software knows."""

import re
from typing import Any, ClassVar, NamedTuple

from plugins.catalogue.fields.base import ANSWER, TEXT, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.fields.patterns import any_case, bounded
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.nodes import Scalar
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
        has_number = re.search(r"\d", word) is not None  # »2 weeks« is not »week«
        near = "" if has_number else nearest(word, self.words)
        suggestion = german if german in self.words else near
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


class Rhythm(Choice):
    """The unit in which a series is counted; every how many of them is a field of its own."""

    def __init__(self) -> None:
        super().__init__("day", "week", "month", "year")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        every, interval = rhythm(fold(scalar.text))
        if not interval:
            return super().parse(scalar, context)
        context.problems.add(
            "RRULE-INTERVAL", scalar.place, value=scalar.text, every=every, interval=interval
        )
        return INVALID


_NUMBERS = {
    **dict.fromkeys("zwei zweite zweiten zweiter zweites two second other 2nd".split(), 2),
    **dict.fromkeys("drei dritte dritten dritter drittes three third 3rd".split(), 3),
    **dict.fromkeys("vier vierte vierten vierter viertes four fourth 4th".split(), 4),
    **{"funf": 5, "five": 5, "sechs": 6, "six": 6},
}
_UNITS = {
    **dict.fromkeys("tag tage tagen tagig taglich day days".split(), "day"),
    **dict.fromkeys("woche wochen wochentlich wochig week weeks weekly".split(), "week"),
    **dict.fromkeys("monat monate monaten monatlich month months monthly".split(), "month"),
    **dict.fromkeys("jahr jahre jahren jahrlich year years yearly".split(), "year"),
}
_RHYTHMS = {
    **dict.fromkeys("14-tagig vierzehntagig biweekly fortnightly".split(), ("week", 2)),
    **{"vierteljahrlich": ("month", 3), "quarterly": ("month", 3), "halbjahrlich": ("month", 6)},
}
_RHYTHM = (
    r"(?:alle |jede[rns]? |every )?"
    rf"([1-9][0-9]?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    rf"[ .-]*({'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)


def rhythm(folded: str) -> tuple[str, int]:
    """The unit of a rhythm such as »alle zwei Wochen«, and how many of it; 0 when it says none."""
    if match := re.fullmatch(_RHYTHM, folded):
        return _UNITS[match[2]], _NUMBERS.get(match[1]) or int(match[1])
    return _RHYTHMS.get(re.sub(r"^14[ -]", "14-", folded), ("", 0))


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

    def written(self, value: Any) -> Any:
        return "yes" if value else "no"

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

    def written(self, value: Any) -> Any:
        return value.label or value.place or "no"

    def pattern(self, region: str) -> str:
        return bounded(".", 40)

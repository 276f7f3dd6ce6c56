"""A number above twelve is written in figures in easy German.

Netzwerk Leichte Sprache: figures are easier to read than words. Up to twelve both are common.
"""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.easy_language import words_of
from plugins.validation.rules._easy_texts import EasyText

_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_NUMBERS = {
    **{word: number for number, word in enumerate(_TEENS, start=13)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{
        f"{unit}und{ten}": 10 * tens + units
        for tens, ten in enumerate(_TENS, start=2)
        for units, unit in enumerate(_UNITS, start=1)
    },
    **{f"{unit}hundert": 100 * number for number, unit in enumerate(_UNITS, start=1)},
    **{f"{unit}tausend": 1000 * number for number, unit in enumerate(_UNITS, start=1)},
    **{"hundert": 100, "tausend": 1000, "zehntausend": 10_000},
}


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for sentence in easy.reading.sentences:
        for word in words_of(sentence):
            number = _NUMBERS.get(word.text.lower())
            if number:
                yield easy.problem(word, "EASY-NUMBER", value=word.text, suggestion=number)

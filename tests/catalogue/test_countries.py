"""By which words people say countries and peoples."""

import math
import re
import tomllib
from pathlib import Path

import pytest
from babel import Locale

from plugins.catalogue import text

FILE = Path(text.__file__).parent / "countries.toml"
WORDS = tomllib.loads(FILE.read_text(encoding="utf-8"))
EXCEPTIONS = WORDS.pop("exceptions")


def meant(word: str) -> str:
    """Whose beginning is the longest that fits."""
    folded = text.fold(word) + " "
    fitting = [(b, key) for key, found in WORDS.items() for b in found if folded.startswith(b)]
    return max(fitting, key=lambda fit: len(fit[0]))[1] if fitting else ""


def automatic(language: str, code: str) -> str | None:
    """The beginning of the name that CLDR has."""
    name = text.fold(Locale(language).territories[code])
    name = re.sub("^ال(?=...)", "", name) if language == "ar" else name
    one_word = len(re.findall(r"\w+", name)) == 1
    return name[: max(5, math.ceil(0.6 * len(name)))] if one_word else None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Syrien Syrer Syrerin syrisch syrische syrisch-orthodox", "SY"),
        ("Türkei Türkin Türken türkisch türkischsprachig", "TR"),
        ("Polen Polin polnisch Pole", "PL"), ("Griechin griechisch Griechenlandreise", "GR"),
        ("Frankreich Französin französisch", "FR"), ("Rumänen rumänisch Rumänin", "RO"),
        ("Niger", "NE"), ("Nigeria Nigerianerin", "NG"), ("Sudan sudanesisch", "SD"),
        ("Guinea", "GN"), ("Jordanien jordanisch", "JO"), ("Österreicherin", "AT"),
        ("Ukraine Ukrainerin ukrainisch", "UA"), ("Russland russisch Russin", "RU"),
        ("Russlanddeutsche Spätaussiedler", "russian_germans"), ("Kurden kurdisch", "kurds"),
        ("Jesidin Eziden jesidisch", "yazidis"), ("Afrika afrikanisch", "africans"),
        ("Südafrika", "ZA"), ("Ägypten Ägypterin", "EG"), ("Vietnamesin", "VN"),
        ("Polenta türkis individuell Gambit Roman Spaniel Chinin Jordan Kubatur"
         " Kurdamen Berberitze Südanlage Finne Georgine Malteser Benzin in der irren", ""),
    ],
)  # fmt: skip
def test_german_words(words: str, key: str) -> None:
    assert {meant(word) for word in words.split()} == {key}


def test_keys_are_codes_of_countries_or_names_of_peoples() -> None:
    codes = set(Locale("de").territories)
    found = {*WORDS, *(key for words in EXCEPTIONS.values() for key in words)}
    assert {key for key in found if key not in codes and not re.fullmatch("[a-z_]+", key)} == set()


def test_beginnings_are_folded_and_said_once() -> None:
    for words in (WORDS, *EXCEPTIONS.values()):
        for found in words.values():
            assert [text.fold(one) for one in found] == found
            assert len(set(found)) == len(found) > 0
    beginnings = [one for found in WORDS.values() for one in found]
    assert len(set(beginnings)) == len(beginnings)


def test_exceptions_are_needed() -> None:
    """What begins like the country's name goes without saying."""
    for language, words in EXCEPTIONS.items():
        for code in filter(str.isupper, words):
            known = automatic(language, code)
            said = [one for one in words[code] if known and one.startswith(known)]
            assert (language, code, said) == (language, code, [])

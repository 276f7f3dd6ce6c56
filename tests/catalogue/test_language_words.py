"""Which tag somebody means who writes a language in another way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from plugins.catalogue import cldr
from plugins.catalogue.language_words import NAMES, _codes, _words, called, meant, named
from plugins.catalogue.languages import is_language

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("TR", "tr"),
        ("de_AT", "de-AT"),
        ("ZH-hant", "zh-Hant"),
        ("DE-Simple", "de-simple"),
        # Registered, but without a name in CLDR.
        ("mnk", "man"),
        ("haz", "fa"),
        ("azb", "az"),
        ("rmo", "rom"),
        ("rmy", "rom"),
        ("apd", "ar"),
        ("arb", "ar"),
        ("cmn", "zh"),
        ("dib", "din"),
        ("arb-EG", "ar-EG"),
        # Of two letters in BCP 47.
        ("deu", "de"),
        ("ger", "de"),
        ("ukr", "uk"),
        # Names.
        ("Kurdisch", "ku"),
        ("Türkisch", "tr"),
        ("tuerkisch", "tr"),
        ("turkisch", "tr"),
        ("Türkish", "tr"),
        ("Mandinka", "man"),
        ("Mandarin", "zh"),
        ("Hazaragi", "fa"),
        ("Farsi", "fa"),
        ("Leichte Sprache", "de-simple"),
        ("Gebärdensprache", "gsg"),
        ("українська", "uk"),
        ("English", "en"),
        # In the other languages of the site.
        ("Almanca", "de"),
        ("ARAPÇA", "ar"),
        ("lituanien", "lt"),
        ("portoghese", "pt"),
        ("немецкий", "de"),
        ("німецька", "de"),
        ("γερμανικά", "de"),
        ("maghiară", "hu"),
        ("الألمانية", "de"),
        ("آلمانی", "de"),
        # Nobody knows.
        ("", ""),
        ("?", ""),
        ("xyz", ""),
        ("alle", ""),
        ("Musik", ""),
        ("x" * 5000, ""),
    ],
)
def test_meant(written: str, tag: str) -> None:
    assert meant(written) == tag


def test_a_name_is_understood_in_cells_as_it_stands_there_only() -> None:
    words = ("italiano", "İtalyanca", "tedesco", "Tedesko", "")
    assert [named(word) for word in words] == ["it", "it", "de", "", ""]


def test_no_name_means_another_language_elsewhere() -> None:
    tags = tuple(NAMES)
    own = _words()
    assert {
        name: (tag, own[name])
        for name, tag in cldr.languages(tags).items()
        if own.get(name, tag) != tag
    } == {}


def test_the_names_of_all_languages_of_the_site_are_known() -> None:
    folders = {path.name for path in (ROOT / "theme" / "translations").iterdir() if path.is_dir()}
    assert folders == {"de-simple", "en", *cldr.LOCALES}


@pytest.mark.parametrize("tag", "kmr ckb prs pes zza aii ti din".split())
def test_what_is_spoken_here_is_accepted(tag: str) -> None:
    assert is_language(tag)


def test_what_is_suggested_is_accepted_and_nothing_accepted_is_replaced() -> None:
    suggested = {*NAMES, *_codes().values(), *_words().values()}
    assert {tag for tag in suggested if not is_language(tag)} == set()
    assert {code for code in _codes() if is_language(code)} == set()


def test_a_name_of_two_things_is_none() -> None:
    def named_twice(locale: Locale) -> Iterator[tuple[str, int]]:
        yield from (("eins", 1), ("Zwei", 2 if locale.language == "tr" else 3))

    assert cldr._clear(named_twice) == {"eins": 1}


@pytest.mark.parametrize(
    ("tag", "in_german", "in_english"),
    [
        ("ar", "Arabisch", "Arabic"),
        ("ar-EG", "Arabisch", "Arabic"),
        ("de", "Deutsch", "German"),
        ("de-simple", "Leichte Sprache", "Easy German"),
        ("aa", "aa", "aa"),
    ],
)
def test_what_a_language_is_called(tag: str, in_german: str, in_english: str) -> None:
    assert (called(tag), called(tag, english=True)) == (in_german, in_english)

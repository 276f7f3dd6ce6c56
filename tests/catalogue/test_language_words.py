"""Which tag somebody means who writes a language in another way."""

import pytest

from plugins.catalogue.language_words import NAMES, _codes, _words, meant
from plugins.catalogue.languages import is_language


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


@pytest.mark.parametrize("tag", "kmr ckb prs pes zza aii ti din".split())
def test_what_is_spoken_here_is_accepted(tag: str) -> None:
    assert is_language(tag)


def test_what_is_suggested_is_accepted_and_nothing_accepted_is_replaced() -> None:
    suggested = {*NAMES, *_codes().values(), *_words().values()}
    assert {tag for tag in suggested if not is_language(tag)} == set()
    assert {code for code in _codes() if is_language(code)} == set()

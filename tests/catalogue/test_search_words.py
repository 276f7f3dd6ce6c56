"""The words by which people look for things: the list that the repository brings along."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from plugins.catalogue import vocabularies
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import SEARCH_WORDS, VocabularyTerm
from plugins.catalogue.text import fold
from tests import sample

pytestmark = pytest.mark.sample

LANGUAGES = ("de", "en", "tr", "ar", "uk", "ru", "it", "fr", "el", "ro", "fa")
SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "uk": "CYRILLIC", "ru": "CYRILLIC", "el": "GREEK"}
FOREIGN = {
    "ar": "[^\\W\\dء-غف-ي]",  # no Persian letter
    "fa": "[يكىة]",  # Arabic letters that look like Persian ones
    "uk": "[ёъыэ]",
    "ru": "[ґєії]",
    "ro": "[şţ]",  # with cedillas, as of old keyboards
    "el": "ς\\w|σ\\b",
}


@pytest.fixture(scope="module")
def terms() -> dict[str, VocabularyTerm]:
    found: list[Diagnostic] = []
    lists = vocabularies.read_all(sample.CONTENT / "vocabulary", None, "content", found, "DE")
    assert found == []
    return dict(lists[SEARCH_WORDS])


def said(term: VocabularyTerm) -> Iterator[tuple[str, str]]:
    """Each word with its language."""
    yield from term.label
    yield from ((tag, word) for tag, words in term.synonyms for word in words)


def test_each_meaning_has_a_word_in_each_language(terms: dict[str, VocabularyTerm]) -> None:
    assert {tuple(tag for tag, _ in term.label) for term in terms.values()} == {LANGUAGES}
    assert {tag for term in terms.values() for tag, _ in term.synonyms} == {*LANGUAGES}


def test_a_german_word_means_one_thing(terms: dict[str, VocabularyTerm]) -> None:
    german = Counter(
        fold(word) for term in terms.values() for tag, word in said(term) if tag == "de"
    )
    assert [word for word, count in german.items() if count > 1] == []


def test_no_meaning_names_a_word_twice(terms: dict[str, VocabularyTerm]) -> None:
    """Case and accents make no other word."""
    twice = [
        (key, spoken)
        for key, term in terms.items()
        for spoken, count in Counter((tag, fold(word)) for tag, word in said(term)).items()
        if count > 1
    ]
    assert twice == []


def test_words_are_written_with_the_letters_of_their_language(
    terms: dict[str, VocabularyTerm],
) -> None:
    """LGBT may stand among others; a Latin a in a Cyrillic word may not."""
    wrong = [(tag, word) for term in terms.values() for tag, word in said(term) if odd(tag, word)]
    assert wrong == []


def odd(tag: str, word: str) -> bool:
    if unicodedata.normalize("NFC", word) != word:
        return True
    if re.search(FOREIGN.get(tag, r"(?!)"), word.lower()):
        return True
    script = SCRIPTS.get(tag, "LATIN")
    letters = {unicodedata.name(c).split()[0] for c in word if c.isalpha()}
    return letters != {script}


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("ar", "رقص"), ("fa", "گفت\N{ZERO WIDTH NON-JOINER}وگو"), ("el", "χορός"), ("uk", "п'єса"),
        ("ro", "știință"), ("tr", "kadın"), ("de", "Fußball"),
    ],
)  # fmt: skip
def test_right_letters(tag: str, word: str) -> None:
    assert not odd(tag, word)


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("ar", "چای"), ("fa", "كتاب"), ("el", "χορόσ"), ("uk", "танцы"), ("ro", "ştiinţă"),
        ("ru", "т\N{LATIN SMALL LETTER A}нец"), ("de", "Sp\N{CYRILLIC SMALL LETTER O}rt"),
        ("tr", "u\N{COMBINING DIAERESIS}"),
    ],
)  # fmt: skip
def test_wrong_letters(tag: str, word: str) -> None:
    assert odd(tag, word)

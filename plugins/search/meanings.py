"""What words mean, whatever the language: the terms of the closed lists, languages, countries.

A meaning has a name such as `topics:musik`, `languages:ar`, `countries:SY`. An entry has those that
its fields name, and those of which its German words speak; a question, those of its words in any
language of the site. So »dans« finds »Tanzgruppe«, and »Сирия« the Syrian association.
"""

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from plugins import catalogue
from plugins.catalogue.language_words import OTHER_NAMES
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import FEASTS, Vocabularies
from plugins.search.compounds import heads, parts
from plugins.search.folding import asked, fold, indexed_terms, terms, tokens
from plugins.search.unimportant import unimportant
from plugins.wording.language_names import language_name, languages_known
from plugins.wording.locales import locale_of, primary

SAME, BROADER, RELATED = 9, 6, 4
"""How much a word means it: a label, one of many words for it, the language of a country."""

SEARCH_WORDS = "search_words"
_UNSEARCHED = frozenset({"consultations", FEASTS})
_ENDINGS = ("e", "n", "s", "en", "er", "es", "em", "ern", "innen")
_LEAST_ENDED = 4
_SHORTEST_BEGINNING = 5
_EVERYWHERE = frozenset({"de", "en", "fr"})
"""Languages that say little of where somebody comes from."""

WordSequence = tuple[str, ...]


class TokenMeanings(NamedTuple):
    """What a written German word is to the index.

    Its terms; the words inside of these; what it means, and what those inside mean.
    """

    terms: tuple[str, ...]
    inside: tuple[str, ...]
    meanings: tuple[str, ...]
    inside_meanings: tuple[str, ...]


class MeaningTable(NamedTuple):
    """By which German words entries speak of a meaning; as plain values, which can be kept."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    phrases: tuple[tuple[WordSequence, tuple[str, ...]], ...]
    beginnings: tuple[tuple[str, tuple[str, ...]], ...]
    unimportant: tuple[str, ...]


def table(vocabularies: Vocabularies) -> MeaningTable:
    """The table by these lists."""
    words: dict[str, set[str]] = defaultdict(set)
    phrases: dict[WordSequence, set[str]] = defaultdict(set)
    for name, phrase in _spoken_of(vocabularies):
        spoken = tuple(map(fold, tokens(phrase)))
        if len(spoken) > 1:
            phrases[spoken].add(name)
        elif spoken:
            words[spoken[0]].add(name)
    return MeaningTable(
        tuple((word, tuple(sorted(names))) for word, names in sorted(words.items())),
        tuple((phrase, tuple(sorted(names))) for phrase, names in sorted(phrases.items())),
        tuple(sorted(_german_beginnings().items())),
        tuple(sorted(unimportant())),
    )


class Meanings:
    """The meanings of German words, of which entries speak."""

    def __init__(self, known: MeaningTable) -> None:
        self._words, self._beginnings = dict(known.words), dict(known.beginnings)
        self.unimportant = frozenset(known.unimportant)
        self._phrases: dict[str, list[tuple[WordSequence, tuple[str, ...]]]] = defaultdict(list)
        for phrase, names in known.phrases:
            self._phrases[phrase[0]].append((phrase, names))
        self._lengths = sorted({len(one) for one in self._beginnings}, reverse=True)
        self._known: dict[str, tuple[str, ...]] = {}
        self._tokens: dict[str, TokenMeanings] = {}

    def of_token(self, token: str) -> TokenMeanings:
        """What a word of a text is."""
        known = self._tokens.get(token)
        if known is None:
            found = indexed_terms(token)
            inside = tuple(dict.fromkeys(part for term in found for part in parts(term)))
            known = self._tokens[token] = TokenMeanings(
                found,
                inside,
                tuple(dict.fromkeys(name for term in found for name in self.of(term))),
                tuple(dict.fromkeys(self._inside(found, inside))),
            )
        return known

    def _inside(self, found: tuple[str, ...], inside: tuple[str, ...]) -> Iterator[str]:
        """What the words mean of which others are joined: »Schachfreunde« are about chess."""
        for part in inside:
            yield from self.of(part)
        for head in (head for term in found for head in heads(term)):
            yield from self._words.get(head, ())

    def of(self, term: str) -> tuple[str, ...]:
        """The meanings of a folded German word."""
        known = self._known.get(term)
        if known is None:
            begun = (self._beginnings.get(f"{term} "[:length], ()) for length in self._lengths)
            countries = next(filter(None, begun), ())  # the longest
            known = self._known[term] = tuple(sorted({*self._inflected(term), *countries}))
        return known

    def _inflected(self, term: str) -> Iterator[str]:
        """What a word means, or what it is without an ending."""
        yield from self._words.get(term, ())
        for ending in _ENDINGS:
            word = term.removesuffix(ending)
            if len(word) >= _LEAST_ENDED and len(word) < len(term):
                yield from self._words.get(word, ())

    def of_phrases(self, words: list[str]) -> Iterator[str]:
        """The meanings of several words that stand together in a line."""
        for place, word in enumerate(words):
            for phrase, names in self._phrases.get(word, ()):
                if tuple(words[place : place + len(phrase)]) == phrase:
                    yield from names


_LAST: list[Meanings] = []
_OF: list[MeaningTable] = []


def meanings_of(known: MeaningTable) -> Meanings:
    """The meanings by a table; those of the last one are kept, for there is but one in a build."""
    if not _OF or (_OF[0] is not known and _OF[0] != known):
        _OF[:], _LAST[:] = [known], [Meanings(known)]
    return _LAST[0]


def _spoken_of(vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """By which words an entry speaks of a meaning: labels, and what means the very same."""
    for vocabulary, known in vocabularies.items():
        for key, term in () if vocabulary in _UNSEARCHED else known.items():
            name = _by_word(vocabulary, key)
            yield name, term.label_in(SITE_LANGUAGE)
            if vocabulary == SEARCH_WORDS:
                yield from ((name, word) for word in term.synonyms.get(SITE_LANGUAGE) or ())
    for tag in languages_known():
        yield f"languages:{tag}", language_name(tag, SITE_LANGUAGE).partition(" (")[0]


MeaningKey = tuple[str, str, str, int]
"""A language, words in it, a meaning, and how much it is meant.

The words are folded, with blanks between; where they end in `*` they are the beginning of words.
"""


def _by_word(vocabulary: str, key: str) -> str:
    """What speaks of a term by its word: of a topic only those who ask for just this word."""
    return f"{vocabulary}:{key}" if vocabulary == SEARCH_WORDS else f"labels:{vocabulary}-{key}"


def words_of_lists(vocabularies: Vocabularies) -> Iterator[MeaningKey]:
    """What the words of the closed lists mean, as they are written there."""
    for vocabulary, known in vocabularies.items():
        synonym = SAME if vocabulary == SEARCH_WORDS else BROADER
        for key, term in () if vocabulary in _UNSEARCHED else known.items():
            name = f"{vocabulary}:{key}"
            for tag, word in term.label:
                for one in dict.fromkeys((name, _by_word(vocabulary, key))):
                    yield tag, str(word), one, SAME
            for tag, words in term.synonyms:
                yield from ((tag, word, name, synonym) for word in words)


def keys_of_names(languages: Iterable[str]) -> Iterator[MeaningKey]:
    """What the names of languages, countries and peoples mean, in these languages (CLDR)."""
    for tag in dict.fromkeys(map(primary, languages)):
        for language in languages_known():
            for called in (language_name(language, tag), *OTHER_NAMES.get(language, ())):
                for part in _names(called):
                    yield tag, key_of(part), f"languages:{language}", SAME
        yield from _countries_in(tag)


def key_of(phrase: str) -> str:
    """The words of a phrase as a question has them; before the first letter nothing is left."""
    return " ".join(word for token in tokens(phrase) for word in _asked_as(token)).lstrip()


def _asked_as(token: str) -> list[str]:
    """»step-free« is asked as two words. A key begins with the first letter of its words."""
    if token.isalnum():
        return [fold(token)]
    words, whole = asked(token), terms(token)[0]
    return words if words and whole.startswith("".join(words)) else [whole]


def _names(called: str) -> list[str]:
    """»Kurdisch (Kurmandschi)« is called by both names."""
    return [part for part in re.split(r"[()（）]", called) if part.strip()]


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, Any]:
    path = Path(catalogue.__file__).parent / "countries.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _german_beginnings() -> Mapping[str, tuple[str, ...]]:
    """Countries and peoples by how German words for them begin; a blank ends a word."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, beginnings in _countries().items():
        for beginning in beginnings if isinstance(beginnings, list) else ():
            found[_folded(beginning)].append(f"countries:{code}")
    return {beginning: tuple(names) for beginning, names in found.items()}


def _folded(beginning: str) -> str:
    """As the index folds it; a blank at the end stays."""
    return fold(beginning.strip()) + " " * beginning.endswith(" ")


def _countries_in(tag: str) -> Iterator[MeaningKey]:
    exceptions = _countries().get("exceptions", {}).get(tag, {})
    territories = locale_of(tag).territories
    for code, german in _countries().items():
        if isinstance(german, list):
            said = german if tag == SITE_LANGUAGE else exceptions.get(code, ())
            keys = {*_keys_of_name(str(territories.get(code, ""))), *map(_as_key, said)}
            for key in sorted(filter(None, keys)):
                yield tag, key, f"countries:{code}", SAME
                yield from ((tag, key, f"languages:{one}", RELATED) for one in _spoken_in(code))


def _as_key(beginning: str) -> str:
    folded = _folded(beginning)
    return folded[:-1] if folded.endswith(" ") else f"{folded}*"


def _keys_of_name(name: str) -> Iterator[str]:
    """A country by its name, and by the beginning that its people and their adjective share.

    A name of several words has none of its own.
    """
    words = [fold(word) for word in tokens(name)]
    if len(words) == 1:
        yield words[0]
        yield words[0][: max(_SHORTEST_BEGINNING, math.ceil(0.6 * len(words[0])))] + "*"
    else:
        yield " ".join(words)


def _spoken_in(code: str) -> tuple[str, ...]:
    from babel.languages import get_official_languages

    found = get_official_languages(code, de_facto=True) if len(code) == 2 else ()
    return tuple(tag for tag in found if tag not in _EVERYWHERE)

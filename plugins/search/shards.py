"""Which file of the index holds what: cut at natural places, so an edit touches few of them.

    i/<beginning>   terms that begin so, with the entries that have them
    k/<letter>      words that begin so, and what they mean
    m/<list>        meanings of a closed list, with the entries that have them
    w/<script>      words by which typing errors are mended
    d/<shard>       what a hit shows: its address, title, note

Of a small site these are few files, of a large one many, each about as large.
"""

import unicodedata
from functools import lru_cache
from zlib import crc32

from plugins.search.folding import fold

STEPS = (1000, 4000)
"""Up to so many entries the index is cut by one letter, by two; beyond that by three."""

_SCRIPTS = {"CYRILLIC": "cyrl", "ARABIC": "arab", "GREEK": "grek"}


def depth_of(entries: int) -> int:
    """By how many letters the index of a site with so many entries is cut."""
    return 1 + sum(entries > step for step in STEPS)


def beginning(term: str, depth: int) -> str:
    """The file of a term."""
    first = term[:1]
    if "a" <= first <= "z":
        latin = (place for place, letter in enumerate(term[:depth]) if not "a" <= letter <= "z")
        return term[: next(latin, depth)]
    if first.isdecimal():
        return first if depth > 1 and first.isascii() else "0"
    return f"{ord(first):04x}" if depth > 1 else script(term)


def of_words(words: str) -> str:
    """The file of what words of a closed list mean; empty where there is no letter in them.

    Words as they are written: the first letter of their key is that of their first letter.
    """
    return next(filter(None, map(_of_letter, filter(str.isalnum, words))), "")


@lru_cache(maxsize=4096)
def _of_letter(letter: str) -> str:
    folded = fold(letter)
    return beginning(folded, 1) if folded else ""


def script(term: str) -> str:
    """The script of a term: `latn`, `cyrl`, `arab`, `grek`, or `zyyy` for any other."""
    if term[:1].isascii():
        return "latn"
    return _SCRIPTS.get(unicodedata.name(term[0], "").partition(" ")[0], "zyyy")


def of_meaning(name: str, depth: int) -> str:
    """The file of a meaning."""
    vocabulary, _, key = name.partition(":")
    return f"{vocabulary}-{key}" if depth > 1 else vocabulary


def of_word(term: str, depth: int) -> str:
    """The file in which a word stands for those who mistype it."""
    return f"{script(term)}{min(len(term), 16)}" if depth > 1 else script(term)


def of_reference(reference: str, depth: int) -> str:
    """The file in which an entry says what a hit shows."""
    return f"{crc32(reference.encode()) % 512:03x}" if depth > 1 else "all"


LETTERS = "abcdefghijklmnopqrstuvwxyz"
KEY_FILES = (*LETTERS, "0", "cyrl", "arab", "grek", "zyyy")
"""The files in which words of the closed lists stand, by one letter."""

"""Comparing words the way people type them: sorting, searching, guessing what was meant."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

MANY = 1000
MAX_WORD = 80

# Letters that Unicode does not decompose, and the Arabic forms that people type interchangeably.
_FOLDED = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "œ": "oe",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "þ": "th",
        "ð": "d",
        "ى": "ي",
        "ة": "ه",
        "ـ": "",
    }
)

_UNSEEN = frozenset({"Mn", "Cf"})  # marks on a letter; soft hyphens, joiners and directions


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` without case, accents, vowel signs and what nobody sees, such as a soft hyphen.

    »Türkçe« and »TURKCE« fold to the same.

    For sorting and guessing. The search in the browser folds for itself (theme/static/js/fold.js).
    """
    lowered = text.replace("İ", "i").lower().translate(_FOLDED)
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(c for c in decomposed if unicodedata.category(c) not in _UNSEEN)


def sort_key(text: str) -> tuple[str, str]:
    """Order of DIN 5007-1: umlauts like their base letter, case and punctuation ignored."""
    return re.sub(r"[^\w ]+", "", fold(text)), text


def letter(text: str) -> str:
    """The heading under which a directory lists `text`: A to Z, or # for everything else."""
    first = fold(text).strip("\"'»«„“”([ ")[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` most resembles, or an empty string when none does.

    Among very many words only those with the same beginning are looked at, and of these only the
    neighbours in the alphabet.
    """
    from difflib import get_close_matches  # only when somebody mistyped

    folded = fold(word)
    by_folded = {fold(candidate): candidate for candidate in sorted(known)}
    if len(by_folded) > MANY:
        keys = sorted(key for key in by_folded if key[:2] == folded[:2])
        here = bisect_left(keys, folded)
        near = keys[max(0, here - MANY // 2) : here + MANY // 2]
        by_folded = {key: by_folded[key] for key in near}
    matches = get_close_matches(folded[:MAX_WORD], by_folded, n=1, cutoff=0.7)
    return by_folded[matches[0]] if matches else ""

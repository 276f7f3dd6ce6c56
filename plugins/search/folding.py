"""One spelling for what people type in many ways; theme/static/js/search/folding.js does the same.

Terms of the index and words of a question are folded alike, so one form of each is enough:
»Müller«, »Mueller«, »MULLER« and »Muller« are all `muller`.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        **{"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th"},
        **{"æ": "a", "œ": "o", "ħ": "h", "ə": "e", "ς": "σ", "ё": "е", "ґ": "г"},
        **{"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه"},
        **{"ؤ": "و", "ئ": "ي"},
        **dict.fromkeys("ـ’ʼ‘'`´ʹ", ""),
    }
)
# Accents, Hebrew points, Arabic vowel signs; never the vowel signs of Indian scripts, which are
# letters. And what nobody sees: soft hyphens, joiners, directions.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
# »ae« for »ä«, unless it is no umlaut: »neue«, »Frauen«, »Quelle«.
_UMLAUT = re.compile(r"(?<![aeoq])([aou])e")
_HAN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_INDIC = "\u0900-\u109f\u1780-\u17ff"
# Before it all letters are just letters: neither marks nor words.
_PLAIN = "\u06e5"
# Letters, and the signs that stand inside words: Freund*innen, Schüler/-innen, e.V., O'Neill.
_TOKEN = re.compile(rf"(?:[^\W_]|[{_INDIC}])+(?:(?:/-|[*:_·•‧∙./()!\-‐‑–])(?:[^\W_]|[{_INDIC}])+)*")
# »al-« before a noun, and what is joined to it.
_ARTICLE = re.compile(r"^(?:[وبفك]?ال|لل)(?=...)")
_GENDER = re.compile(r"[*:_·•‧∙]|/-|\((?=in)")
_SIGN = re.compile(r"[*:_·•‧∙./()!\-‐‑–]+")


def fold(text: str) -> str:
    """`text` small, without accents, vowel signs, apostrophes and what nobody sees."""
    if text.isascii():  # nothing but small letters to do, mostly
        small = text.lower().replace("'", "").replace("`", "")
        return _UMLAUT.sub(r"\1", small) if "e" in small else small
    lower = unicodedata.normalize("NFC", text).replace("İ", "i").lower()
    bare = unicodedata.normalize("NFD", lower.translate(_LETTERS))
    bare = unicodedata.normalize("NFC", _MARKS.sub("", bare)).translate(_LETTERS)
    if bare.isascii():
        return _UMLAUT.sub(r"\1", bare) if "e" in bare else bare
    return _ARTICLE.sub("", bare)


def tokens(text: str) -> list[str]:
    """The words of a text as they are written, signs inside them with them."""
    if text.isalpha() and max(text) < _PLAIN:  # one word, mostly
        return [text]
    cut = text if text.isascii() else _HAN.sub(r" \g<0> ", _MARKS.sub("", text))
    return _TOKEN.findall(cut)


def terms(token: str) -> tuple[str, ...]:
    """The terms by which a token is found: as one word; and, where it has several, each of them."""
    if _SIGN.search(token) is None:
        return (fold(token),)
    whole = fold(_SIGN.sub("", token))
    if _GENDER.search(token):
        return (whole, fold(_GENDER.split(token, maxsplit=1)[0]))
    parts = [fold(part) for part in _SIGN.split(token)]
    return tuple(dict.fromkeys((whole, *(part for part in parts if len(part) > 1))))


@lru_cache(maxsize=200_000)
def indexed_terms(token: str) -> tuple[str, ...]:
    """The same of a word of an entry, of which there are few; nobody's question is remembered."""
    return terms(token)


def asked(question: str) -> list[str]:
    """The words of a question: what is written with signs is several words, if these are words."""
    found: list[str] = []
    for token in tokens(question):
        whole, *parts = terms(token)
        if _GENDER.search(token):
            found += parts[:1] if len(parts[0]) > 3 else [whole]
        else:
            found += parts if len(parts) > 1 else [whole]
    return [word for word in found if word]

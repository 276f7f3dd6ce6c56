"""Names the way people write them, with a legal form or without, and ids that are made of them."""

import re
import unicodedata

from plugins.catalogue.text import fold

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_FORM = (
    r"e\. ?v\.?|ev|e\.g\.|eg|gemeinn[uü]tzige gmbh|g?gmbh|g?ug|gag|ag|gbr|kg|ohg"
    r"|eingetragener verein|eingetragene genossenschaft|unternehmergesellschaft"
)
_BEHIND = (
    rf"(?i)(?:[\s,(–-]+(?:{_FORM}|i\. ?g\.?|in gr[uü]ndung|\(?haftungsbeschr[aä]nkt\)?)\)?)+\Z"
)
_WITHIN = r"(?i)(?<=\s)e\. ?v\.(?=[\s,])\s*"


def without_form(name: str) -> str:
    """The name without its legal form: e. V., gGmbH, UG (haftungsbeschränkt).

    >>> without_form("Chor am Fluss e. V.")
    'Chor am Fluss'
    """
    name = " ".join(name.split())
    short = re.sub(_BEHIND, "", re.sub(_WITHIN, "", name)).strip(" ,-–")
    return short or name


def bare(name: str) -> str:
    """What two ways to write a name have in common: letters and digits, no legal form."""
    words = re.findall(r"\w+", fold(without_form(name)))
    return " ".join(words)


def slug(text: str) -> str:
    """An id made from any text in Latin script; empty when there is no letter to use."""
    return re.sub(r"[^a-z0-9]+", "-", fold(expanded(text))).strip("-")[:MAX_ID].strip("-")


def expanded(text: str) -> str:
    """The text in small letters, German umlauts as ae, oe, ue."""
    return unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)


def latin(text: str) -> str:
    """The text romanised, in small letters as far as the script has them."""
    from anyascii import anyascii  # 2 MB of tables: only when needed

    return anyascii(expanded(text))


def is_without_vowels(text: str) -> bool:
    """Whether letters are Arabic, Hebrew or of their like: written from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)

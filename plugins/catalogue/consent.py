"""What a consent covers, from the words that people write into its scope."""

import re
from collections.abc import Sequence
from typing import Final

NAME: Final = "name"
EMAIL: Final = "email"
PHONE: Final = "phone"
ALL: Final = frozenset({NAME, EMAIL, PHONE})
"""What is personal of a contact; keys of its fields."""

_WORDS = {
    NAME: re.compile(r"\b(?:(?:vor|nach|familien)?namen?|names?)\b"),
    EMAIL: re.compile(r"mail"),
    PHONE: re.compile(r"telefon|\btel\b|phone|handy|mobil|rufnummer"),
}
_EVERYTHING = (
    r"kontaktdaten|kontaktangaben|kontaktinformation|ansprechperson|contact"
    r"|\balle\b|\ball\b|\balles\b|everything"
)
_NOT = r"\b(?:nicht|kein\w*|ohne|ausser|nur intern|not?|without|except)\b"


def covered(scope: Sequence[str]) -> frozenset[str]:
    """NAME, EMAIL, PHONE as far as one of the lines names them; all of them without a scope.

    What is not understood covers nothing, and neither does a line that excludes something.
    """
    if not scope:
        return ALL
    lines = [line for line in map(str.casefold, scope) if not re.search(_NOT, line)]
    if any(re.search(_EVERYTHING, line) for line in lines):
        return ALL
    return frozenset(key for key, word in _WORDS.items() if any(map(word.search, lines)))

"""A word in easy German has at most 14 letters without a hyphen or a dot in its middle.

BITV 2.0, Anlage 2, Teil 2, Nr. 4: compound nouns are parted by hyphens; Netzwerk Leichte Sprache
asks for the same, DIN SPEC 33429 knows the dot in the middle too. The number is ours: »Gruppen« or
»Fahrkarte« can be read without.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.easy_language import words_of
from plugins.validation.rules._easy_hyphens import hyphenated
from plugins.validation.rules._easy_texts import EasyText

MOST = 14
"""So many letters may stand together."""

_TOGETHER = re.compile(r"[^\W\d_]+")


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for sentence in easy.reading.sentences:
        for word in words_of(sentence):
            parts = [part for part in _TOGETHER.findall(word.text) if len(part) > MOST]
            if any(part.lower() not in easy.names for part in parts):
                shown = {"count": max(map(len, parts)), "most": MOST, "value": word.text}
                suggestion = hyphenated(word.text, MOST)
                yield easy.problem(word, "EASY-WORD", suggestion=suggestion, **shown)

"""A text in easy German has no special characters and nothing in brackets.

BITV 2.0, Anlage 2, Teil 2, Nr. 6: no special characters, nothing in brackets. Netzwerk Leichte
Sprache names § % & ; … and brackets.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Substring
from plugins.validation.rules._easy_texts import EasyText

_SIGN = r"[§%&;…(]|(?<![0-9])/|/(?![0-9])"
_WORDS = {"§": "Paragraf", "%": "Prozent", "&": "und"}


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for match in re.finditer(_SIGN, easy.reading.words):
        found = Substring(match[0], match.start())
        word = _WORDS.get(match[0], "")
        yield easy.problem(found, "EASY-SIGN", value=match[0], suggestion=word)

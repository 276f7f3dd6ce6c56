"""A sentence in easy German has at most twelve words.

BITV 2.0, Anlage 2, Teil 2, Nr. 5 asks for short sentences, and so do the rules of Netzwerk
Leichte Sprache and DIN SPEC 33429; the number is ours.
"""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.easy_language import length
from plugins.validation.rules._easy_texts import EasyText

MOST = 12
"""So many words may stand in a sentence."""


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for sentence in easy.reading.sentences:
        count = length(sentence)
        if count > MOST:
            shown = {"count": count, "most": MOST, "value": easy.excerpt(sentence)}
            yield easy.problem(sentence, "EASY-SENTENCE", **shown)

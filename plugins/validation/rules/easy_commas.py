"""A sentence in easy German has at most one comma.

BITV 2.0, Anlage 2, Teil 2, Nr. 5 (short sentences of a clear order) and Nr. 7 (what has more than
three parts becomes a list); Netzwerk Leichte Sprache: one statement a sentence. One comma is left
for »Wenn Sie kommen, dann freuen wir uns«.
"""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.easy_language import commas
from plugins.validation.rules._easy_texts import EasyText


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for sentence in easy.reading.sentences:
        count = commas(sentence)
        if count > 1:
            shown = {"count": count, "value": easy.excerpt(sentence)}
            yield easy.problem(sentence, "EASY-COMMA", **shown)

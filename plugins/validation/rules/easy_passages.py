"""After five sentences there is a blank line in easy German.

BITV 2.0, Anlage 2, Teil 2, Nr. 7: paragraphs and headings give a text its order; Netzwerk Leichte
Sprache: many paragraphs and headings. The number is ours.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.rules._easy_texts import EasyText

_ENDED = re.compile(r"[.!?…][\"'“”»«)]{0,3}$")
MOST = 5
"""So many sentences may stand together without a blank line."""


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for paragraph in easy.reading.paragraphs:
        whole = [sentence for sentence in paragraph if _ENDED.search(sentence.text)]
        if len(whole) > MOST:
            yield easy.problem(whole[MOST], "EASY-PASSAGE", count=len(whole), most=MOST)

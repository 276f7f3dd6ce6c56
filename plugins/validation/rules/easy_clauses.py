"""A sentence in easy German has no clause tied to it by a word such as »dass« or »weil«.

BITV 2.0, Anlage 2, Teil 2, Nr. 5 (sentences of a clear order); Netzwerk Leichte Sprache: one
statement a sentence, which may begin with »Wenn«, »Weil«, »Und«, »Oder« or »Aber«. So these words
are counted only behind a comma. Relative clauses cannot be told surely from appositions.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Substring
from plugins.validation.rules._easy_texts import EasyText

_CLAUSE = re.compile(
    r",\s+(?:(?:und|oder|aber)\s+)?(dass|weil|wenn|ob|obwohl|damit|falls|sodass|so dass|nachdem"
    r"|bevor|sobald|solange|sofern|soweit|indem|wodurch|womit|wobei|weshalb|weswegen|um"
    r"|welche[mnrs]?)\b"
)


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for sentence in easy.reading.sentences:
        for match in _CLAUSE.finditer(sentence.text):
            found = Substring(match[1], sentence.offset + match.start(1))
            yield easy.problem(found, "EASY-CLAUSE", value=match[1])

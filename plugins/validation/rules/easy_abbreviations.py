"""A text in easy German has no abbreviations with points.

BITV 2.0, Anlage 2, Teil 2, Nr. 1; Netzwerk Leichte Sprache: no abbreviations. Those that everybody
says as they are written (WC, SMS) have no points and are left alone.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.easy_language import ABBREVIATIONS
from plugins.validation.markdown import Substring
from plugins.validation.rules._easy_texts import EasyText

_SHORT = "|".join(re.escape(short[:-1]).replace(r"\.", r"\.\s?") for short in sorted(ABBREVIATIONS))
_ABBREVIATION = rf"(?<![\w.])(?:{_SHORT})\.(?!\w)|\b[A-ZÄÖÜ][a-zäöüß-]{{1,40}}str\."


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for match in re.finditer(_ABBREVIATION, easy.reading.words):
        found = Substring(match[0], match.start())
        long = ABBREVIATIONS.get("".join(match[0].split()), f"{match[0][:-1]}aße")
        yield easy.problem(found, "EASY-SHORT", value=match[0], suggestion=long)

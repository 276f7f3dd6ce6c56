"""A text in easy German has no Roman numerals.

Netzwerk Leichte Sprache and DIN SPEC 33429: numbers as most people know them. A single letter is
left alone, and so is what may be the short form of something (»CD«, »LV«).
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Substring
from plugins.validation.rules._easy_texts import EasyText

_ROMAN = r"\b(?=[IVX]{2,8}\b)(X{0,3})(IX|IV|V?I{0,3})\b"
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for match in re.finditer(_ROMAN, easy.reading.words):
        if match[0].lower() not in easy.names:
            found = Substring(match[0], match.start())
            number = 10 * len(match[1]) + _UNITS.index(match[2])
            yield easy.problem(found, "EASY-ROMAN", value=match[0], suggestion=number)

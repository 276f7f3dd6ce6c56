"""A number in easy German has nothing behind a comma.

Netzwerk Leichte Sprache: no high or exact numbers where »viele« or »ungefähr« will do. Sums of
money keep their cents, as a number of their own.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Substring
from plugins.validation.rules._easy_texts import EasyText

_DECIMAL = r"(?<![0-9.,])([0-9]{1,9}(?:\.[0-9]{3}){0,3}),([0-9]{1,9})(?![0-9])(?:[ \n]?(Euro|€))?"


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for match in re.finditer(_DECIMAL, easy.reading.words):
        found = Substring(match[0], match.start())
        cents = match[2].lstrip("0") if match[3] and len(match[2]) == 2 else ""
        in_words = f"{match[1]} Euro und {cents} Cent" if cents else ""
        yield easy.problem(found, "EASY-DECIMAL", value=match[0], suggestion=in_words)

"""A word of a name is written in one script.

A Cyrillic »е« among Latin letters is another name.
"""

import re
import unicodedata
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association

_WORD = r"[^\W\d_]+"
_ALIKE = ("LATIN", "CYRILLIC", "GREEK")


def check(association: Association) -> Iterator[Diagnostic]:
    if association.name.isascii():
        return
    for word in re.findall(_WORD, association.name):
        scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
        if len(scripts.intersection(_ALIKE)) > 1:
            yield association.problem("name", "DUP-SCRIPT", value=word)

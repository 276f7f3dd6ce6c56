"""A word of a name is written in one script: a Cyrillic »е« among Latin letters is another name."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = ("LATIN", "CYRILLIC", "GREEK")


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A word of a name is written in one script."""
    for association in catalogue.associations:
        if association.name.isascii():
            continue
        for word in _WORD.findall(association.name):
            scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
            if len(scripts.intersection(_ALIKE)) > 1:
                yield association.problem("name", "DUP-SCRIPT", value=word)

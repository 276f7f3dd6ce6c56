"""No person's date of birth is published unnoticed."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.rules._writings import findings

_MONTH = r"(?i:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zé]*\.?"
_BIRTH = re.compile(
    r"\b(?:[Gg]eboren|[Gg]eb\.|[Gg]eburts(?:tag|datum)|[Bb]orn|[Dd]ate of birth)"
    r"[:,]?\s*(?:(?:ist|war|am|der|dem|den|is|was|on|the)\s+){0,4}"
    rf"(?:[0-9]{{1,2}}\.\s?(?:[0-9]{{1,2}}\.|{_MONTH})\s?[0-9]{{2,4}}"
    rf"|[0-9]{{1,2}}\s{_MONTH}\s[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
)
_HINTS = ("eboren", "eb.", "eburts", "orn", "ate of birth")


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """No person's date of birth is published unnoticed."""
    yield from findings(catalogue, "PRIV-BIRTH", _BIRTH, hints=_HINTS)

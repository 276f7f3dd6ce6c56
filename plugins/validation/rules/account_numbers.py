"""No bank account number is published unnoticed."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.rules._writings import findings

# Lengths of an IBAN (ISO 13616) in the countries that one meets in a German city.
LENGTHS = {
    **{"AT": 20, "BE": 16, "CH": 21, "DE": 22, "ES": 24, "FR": 27, "IT": 27, "LI": 21},
    **{"LT": 20, "LU": 20, "NL": 18, "PL": 28, "PT": 25, "TR": 26, "UA": 29},
}
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}(?:[ \u00a0-]?[0-9A-Za-z]){12,25}")


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """No bank account number is published unnoticed."""
    yield from findings(catalogue, "PRIV-IBAN", _IBAN, is_iban)


def is_iban(text: str) -> bool:
    """Whether it begins with an IBAN whose check digits are right (ISO 7064, MOD 97-10)."""
    plain = re.sub(r"[^0-9A-Z]", "", text.upper())
    number = plain[: LENGTHS.get(plain[:2], 0)]
    if not number or len(number) < LENGTHS[plain[:2]]:
        return False
    digits = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return int(digits) % 97 == 1

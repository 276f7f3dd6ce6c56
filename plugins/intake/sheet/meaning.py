"""What somebody wrote in a cell, as an entry file says it; and what a cell shows of that.

»Musik« in a cell is `musik` in the file, 1.12.2026 is `2026-12-01`, »ja« is `yes`. What is not
understood is left as it is: the field that reads it then says what is wrong with it.
"""

import re
import unicodedata
from decimal import Decimal

from plugins.catalogue.fields.base import Text
from plugins.catalogue.lists import Lists


def meant(text: str, reader: Text, lists: Lists) -> str:
    """`text` as an entry file says it. What is already said so stays as it is."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = reader.meant(reader.tidy(text), lists)
    return _without_zeros(found) if reader.numeric else found


def _without_zeros(text: str) -> str:
    """A number without what does not count: 49.50 and 49.5 are the same."""
    is_number = re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,10})?", text)
    return format(Decimal(text).normalize(), "f") if is_number and _has_zeros(text) else text


def _has_zeros(text: str) -> bool:
    """Whether it has zeros that do not count; 1.000 may be a thousand, and the field says so."""
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", text):
        return False
    return "." in text or text.lstrip("-").startswith("0")

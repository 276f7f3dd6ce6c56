"""How one text stands in YAML: plain where every reader takes it for that text, else quoted.

Our reader never guesses (catalogue/source.py), but other programs that open these files take 01067
for 567 and `no` for a truth value (YAML 1.1, types bool, int, float, null, timestamp; YAML 1.2.2,
section 10.3).
"""

import re
import unicodedata
from datetime import date

from plugins.catalogue.characters import forbidden, name_of, unix
from plugins.catalogue.fields.base import UNKNOWN, Field

INDENT = 2
"""How many columns further in something stands that belongs to what is above it."""

# Words and numbers of YAML 1.1 and 1.2, in any case of letters.
_TRUTH = re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)
_NULL = re.compile(r"~|null|=|<<", re.IGNORECASE)
_NUMERIC = re.compile(
    r"""[-+]?(?:
        0[xob][0-9a-f_]*                                    # hexadecimal, octal, binary
      | [0-9][0-9_,]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?         # to the base of 60: 12:30
      | (?:[0-9][0-9_,]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:e[-+]?[0-9]+)?
      | \.inf | \.nan
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?")
_TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|\s+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_STARTS = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`]""")
_INSIDE = re.compile(r":(?:\s|\Z)|\s#|[\t\n]")


def scalar(text: str, indent: int = 0, field: Field = UNKNOWN) -> str:
    """One value as it stands after its key: plain where that is safe, else quoted.

    Several lines become a block whose lines stand two columns further in than `indent`, the column
    of the key or of the dash. Blank space around the text is dropped, as by the reader. `field` is
    the one that reads the value, where it is known. Raises `ValueError` for a character that no
    entry may contain.
    """
    text = normal(text).strip()
    if "\n" in text:
        margin = " " * (indent + INDENT)
        return "\n".join(["|", *(margin + line if line else "" for line in text.split("\n"))])
    return quoted(text) if needs_quotes(text, field) else text


def needs_quotes(text: str, field: Field = UNKNOWN) -> bool:
    """Whether `text`, one line, would be read differently without quotation marks.

    `field` is the field that reads it, where one is known: `yes` is right for a truth value and
    13.40 for a number, and a postcode is never a number.
    """
    return not _is_safe(text) or _is_taken_for_more(text, field)


def _is_safe(text: str) -> bool:
    """Whether our reader takes the plain text for just this text."""
    if not text or text != text.strip() or _INSIDE.search(text):
        return False
    return bool(_DECIMAL.fullmatch(text)) or not _STARTS.match(text)


def _is_taken_for_more(text: str, field: Field) -> bool:
    """Whether another reader takes the plain text for something else and loses by it."""
    if _TRUTH.fullmatch(text):
        return not field.answers
    if not _NUMERIC.fullmatch(text):
        return bool(_NULL.fullmatch(text)) or _is_timestamp(text)
    if field.numeric and _DECIMAL.fullmatch(text):
        return False
    return field.numeric is False or not _survives_as_number(text)


def _survives_as_number(text: str) -> bool:
    """Whether a reader that makes a number of it has lost nothing: 567, but not 01067 or 1.50."""
    return bool(_DECIMAL.fullmatch(text)) and text in (repr(float(text)), str(int(float(text))))


def _is_timestamp(text: str) -> bool:
    """Whether a reader that knows points in time would change it, or fail: 2026-02-30."""
    if not _DATE.fullmatch(text):
        return bool(_TIMESTAMP.fullmatch(text))
    try:
        date.fromisoformat(text)
    except ValueError:
        return True
    return False


def quoted(text: str) -> str:
    """`text` in quotation marks: in those that need no escapes, where there are such."""
    if re.search(r'["\\]', text) and not re.search(r"['\t\n]", text):
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\t", "\\t").replace("\n", "\\n") + '"'


def normal(text: str) -> str:
    """The text as the reader gives it back."""
    text = unicodedata.normalize("NFC", unix(text))
    for position, _ in forbidden(text):
        raise ValueError(name_of(text[position]))
    return text

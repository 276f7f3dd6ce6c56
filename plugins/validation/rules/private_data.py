"""No bank account number and no date of birth is published unnoticed.

In the text of an entry it stands at the match, in a field at the beginning of the value.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.catalogue.diagnostics import Diagnostic, diagnostic
from plugins.catalogue.fields.base import Record
from plugins.catalogue.fields.context import UNREAD
from plugins.catalogue.fields.records import holding
from plugins.catalogue.model import Entry, Origin, Translation
from plugins.catalogue.nodes import Node, Scalar, Sequence
from plugins.validation.markdown import problem_in_text

# Lengths of an IBAN (ISO 13616) in the countries that one meets in a German city.
LENGTHS = {
    **{"AT": 20, "BE": 16, "CH": 21, "DE": 22, "ES": 24, "FR": 27, "IT": 27, "LI": 21},
    **{"LT": 20, "LU": 20, "NL": 18, "PL": 28, "PT": 25, "TR": 26, "UA": 29},
}
_IBAN = r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}(?:[ \u00a0-]?[0-9A-Za-z]){12,25}"

_MONTH = r"(?i:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zé]*\.?"
_BIRTH = (
    r"\b(?:[Gg]eboren|[Gg]eb\.|[Gg]eburts(?:tag|datum)|[Bb]orn|[Dd]ate of birth)"
    r"[:,]?\s*(?:(?:ist|war|am|der|dem|den|is|was|on|the)\s+){0,4}"
    rf"(?:[0-9]{{1,2}}\.\s?(?:[0-9]{{1,2}}\.|{_MONTH})\s?[0-9]{{2,4}}"
    rf"|[0-9]{{1,2}}\s{_MONTH}\s[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
)


def is_iban(text: str) -> bool:
    """Whether it begins with an IBAN whose check digits are right (ISO 7064, MOD 97-10)."""
    plain = re.sub(r"[^0-9A-Z]", "", text.upper())
    number = plain[: LENGTHS.get(plain[:2], 0)]
    if not number or len(number) < LENGTHS[plain[:2]]:
        return False
    digits = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return int(digits) % 97 == 1


class _PrivateKind(NamedTuple):
    """Something private: how it looks, and whether what looks so is it.

    One of the `hints` is in every text that holds it; to look for them is much quicker.
    """

    code: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    is_meant: Callable[[str], bool] = bool

    def places(self, text: str) -> Iterator[int]:
        """Where in a text it stands."""
        if any(hint in text for hint in self.hints):
            for match in self.pattern.finditer(text):
                if self.is_meant(match[0]):
                    yield match.start()


_KINDS = (
    _PrivateKind("PRIV-IBAN", tuple("0123456789"), re.compile(_IBAN), is_iban),
    _PrivateKind(
        "PRIV-BIRTH", ("eboren", "eb.", "eburts", "orn", "ate of birth"), re.compile(_BIRTH)
    ),
)


def check(owner: Entry | Translation) -> Iterator[Diagnostic]:
    fields = "\n".join(_texts(owner))
    for kind in _KINDS:
        for offset in kind.places(owner.text):
            yield problem_in_text(owner, offset, kind.code)
        if any(True for _ in kind.places(fields)):
            yield from _in_fields(owner.origin, kind)


def _in_fields(origin: Origin, kind: _PrivateKind) -> Iterator[Diagnostic]:
    for value in values(origin):
        if any(True for _ in kind.places(value.text)):
            yield diagnostic(origin.path, value.place, kind.code, {})


def _texts(owner: Entry | Translation) -> list[str]:
    """The texts in free words, but the one below the fields: had sooner than the file's nodes."""
    names = ["fields"] if isinstance(owner, Translation) else _free(type(owner))
    found: list[str] = []
    waiting: list[object] = [getattr(owner, name) for name in names]
    while waiting:
        value = waiting.pop()
        if type(value) is str:
            found.append(value)
        elif value is UNREAD:
            continue
        elif isinstance(value, tuple):
            waiting += value
        elif isinstance(value, Record):
            waiting += [getattr(value, name) for name in _free(type(value))]
    return found


def _free(record: type[Record]) -> list[str]:
    """The attributes that hold, or may hold somewhere inside, free words, but for the text."""
    return [attribute for key, attribute, _ in holding(record, "free") if key != "text"]


def values(origin: Origin) -> list[Scalar]:
    """Every value in a file but the text, in the order of the file."""
    found: list[Scalar] = []
    waiting: list[Node] = [value for key, value in origin.fields.pairs if key.text != "text"]
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found.append(node)
        elif isinstance(node, Sequence):
            waiting += reversed(node.items)
        else:
            waiting += [value for _, value in reversed(node.pairs)]
    return found

"""`make check SKIP=CODE,CODE`: what somebody does not want to read now is left out, and counted.

It is not shown, that is all: an entry with an error is kept back by every build as before, and
the check ends with 1.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from plugins.catalogue.codes import found_by, registered
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.text import nearest
from plugins.validation.check import CheckResult


class CannotSkip(Exception):
    """There is no such code; the text says so."""


def codes(text: str, language: MessageLanguage) -> tuple[str, ...]:
    """The codes that a text names, with commas or blanks between them. Raises `CannotSkip`."""
    words = tuple(dict.fromkeys(text.replace(",", " ").split()))
    known = may_be_skipped() if words else ()
    for word in words:
        if word not in known:
            near = nearest(word.upper(), known)
            hint = _MEANT[language].format(near) if near else ""
            raise CannotSkip(_UNKNOWN[language].format(word) + hint)
    return words


def may_be_skipped() -> tuple[str, ...]:
    """What a check finds; only that the tool itself failed has to be known."""
    return tuple(code for code in found_by("check") if not code.startswith("SYS-"))


def without(checked: CheckResult, skipped: Collection[str]) -> CheckResult:
    """The same check without the findings of these codes."""
    left = tuple(found for found in checked.diagnostics if found.code not in skipped)
    return replace(checked, diagnostics=left)


def summary(checked: CheckResult, skipped: Collection[str], language: MessageLanguage) -> str:
    """One line: which codes were left out, and how many findings that is."""
    counts = Counter(found.code for found in checked.diagnostics if found.code in skipped)
    total = counts.total()
    one, many = _FINDINGS[language]
    each = ", ".join(f"{code} {counts[code]}" for code in skipped)
    line = f"{_LEFT_OUT[language]}: {total} {one if total == 1 else many} ({each})."
    has_errors = any(registered(code).severity == "error" for code in counts)
    return f"{line} {_STILL[language]}" if has_errors else line


_UNKNOWN: Mapping[MessageLanguage, str] = {
    "de": "SKIP: Einen Code »{}« gibt es hier nicht.",
    "en": 'SKIP: There is no code "{}" here.',
}
_MEANT: Mapping[MessageLanguage, str] = {"de": " Meinten Sie »{}«?", "en": ' Did you mean "{}"?'}
_LEFT_OUT: Mapping[MessageLanguage, str] = {"de": "Mit SKIP weggelassen", "en": "Left out by SKIP"}
_FINDINGS: Mapping[MessageLanguage, tuple[str, str]] = {
    "de": ("Meldung", "Meldungen"),
    "en": ("finding", "findings"),
}
_STILL: Mapping[MessageLanguage, str] = {
    "de": "Einträge mit Fehlern erscheinen trotzdem nicht.",
    "en": "Entries with errors do not appear all the same.",
}

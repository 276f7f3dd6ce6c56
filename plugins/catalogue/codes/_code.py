"""What the register knows about one code."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Code:
    """One thing that can be wrong: how bad it is, what is said, what can be done."""

    severity: Severity
    message: Mapping[str, str]
    remedy: Mapping[str, str]


def _code(severity: Severity, de: str, en: str, do_de: str, do_en: str) -> Code:
    return Code(severity, {"de": de, "en": en}, {"de": do_de, "en": do_en})


def error(de: str, en: str, do_de: str, do_en: str) -> Code:
    """A finding that keeps the entry from being published."""
    return _code("error", de, en, do_de, do_en)


def warning(de: str, en: str, do_de: str, do_en: str) -> Code:
    """A finding that somebody should look at; the entry is published."""
    return _code("warning", de, en, do_de, do_en)


def notice(de: str, en: str, do_de: str, do_en: str) -> Code:
    """Something good to know; the entry is published."""
    return _code("notice", de, en, do_de, do_en)

"""What the register knows about one code."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]
Texts = tuple[str, str]
"""The same text in German and in English."""


@dataclass(frozen=True)
class Code:
    """One thing that can be wrong: how bad it is, what is said, why it matters, what can be done.

    `since` is the version that reported it first. The texts are by language, "de" and "en";
    `message` and `remedy` have places such as {value} that the finding fills. What it looks like
    wrong and right stands in tests/cases/<CODE>/.
    """

    severity: Severity
    since: str
    message: Mapping[str, str]
    cause: Mapping[str, str]
    remedy: Mapping[str, str]


def error(*, since: str, message: Texts, cause: Texts, remedy: Texts) -> Code:
    """A finding that keeps the entry from being published."""
    return _code("error", since, message, cause, remedy)


def warning(*, since: str, message: Texts, cause: Texts, remedy: Texts) -> Code:
    """A finding that somebody should look at; the entry is published."""
    return _code("warning", since, message, cause, remedy)


def notice(*, since: str, message: Texts, cause: Texts, remedy: Texts) -> Code:
    """Something good to know; the entry is published."""
    return _code("notice", since, message, cause, remedy)


def _code(severity: Severity, since: str, message: Texts, cause: Texts, remedy: Texts) -> Code:
    return Code(severity, since, _both(message), _both(cause), _both(remedy))


def _both(texts: Texts) -> Mapping[str, str]:
    return dict(zip(("de", "en"), texts, strict=True))

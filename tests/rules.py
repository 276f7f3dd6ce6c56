"""Checks by other rules than those of the project."""

from collections.abc import Callable

import pytest

from plugins.validation import rules
from plugins.validation.rules import Rule, about

Asked = Callable[[type], tuple[Rule, ...]]


def also(monkeypatch: pytest.MonkeyPatch, *own: Rule) -> None:
    """Check by these rules too."""
    _ask(monkeypatch, lambda subject: (*rules.rules_for(subject), *_among(own, subject)))


def only(monkeypatch: pytest.MonkeyPatch, *own: Rule) -> None:
    """Check by these rules and by no others."""
    _ask(monkeypatch, lambda subject: _among(own, subject))


def _among(own: tuple[Rule, ...], subject: type) -> tuple[Rule, ...]:
    return tuple(rule for rule in own if issubclass(subject, about(rule)))


def _ask(monkeypatch: pytest.MonkeyPatch, asked: Asked) -> None:
    monkeypatch.setattr("plugins.validation.apply.rules_for", asked)

"""SHOW: findings, whichever command made them, and every other line that a program prints.

One way of showing findings a file, each `render(diagnostics, display) -> str`:

concise.py full.py      on a terminal: a line each, or with the lines themselves (excerpt.py)
html.py                 a page to mail, in its own style.py
json.py github.py gitlab.py sarif.py    for programs and forges; fingerprints.py: the same as before

display.py       for whom, and with what beside them
show.py          findings in the format and language that the settings name
command.py       how every command ends: its exit code, one line on what went wrong
safe.py          nothing that somebody wrote steers a terminal or a forge
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from plugins.catalogue.settings import FORMATS as _NAMES
from plugins.findings.display import Display

if TYPE_CHECKING:
    from plugins.catalogue.diagnostics import Diagnostic

Render = Callable[[Sequence["Diagnostic"], Display], str]


def _render(name: str, findings: Sequence["Diagnostic"], display: Display) -> str:
    """By the module of that format alone: the others, and what they need, are not imported."""
    rendered: str = import_module(f"plugins.findings.{name}").render(findings, display)
    return rendered


FORMATS: Mapping[str, Render] = {name: partial(_render, name) for name in _NAMES}

__all__ = ["FORMATS", "Display", "Render"]

"""In the settings of another city nothing is left of the sample: each says it once."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.context import RuleContext
from plugins.validation.rules.leftovers import left


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    file = context.site.settings
    lines: tuple[str, ...] | None = None
    for name, text in context.site.texts.items():
        if found := left([text]):
            lines = _lines(file) if lines is None else lines
            yield diagnostic(
                file.name if file else "pelican.conf.py",
                _place(lines, name, found[0]),
                "FLD-SAMPLE",
                {"value": f"{name}: {', '.join(found)}"},
            )


def _lines(file: Path | None) -> tuple[str, ...]:
    try:
        return tuple(file.read_text(encoding="utf-8").splitlines()) if file else ()
    except (OSError, ValueError):  # it was read a moment ago; a place is no reason to fail
        return ()


def _place(lines: tuple[str, ...], name: str, value: str) -> Place:
    """Where `value` stands in a setting; where the setting begins when it is put together there."""
    begin = next((n for n, line in enumerate(lines) if re.match(rf"{name}\b.*=", line)), None)
    if begin is None:
        return Place(1, 1)
    for number, line in enumerate(lines[begin:], start=begin):
        if number > begin and re.match(r"\w", line):
            break
        if value in line:
            return Place(number + 1, line.index(value) + 1)
    return Place(begin + 1, 1)

"""What is due, as a table for a terminal and as JSON for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.findings.safe import escape, width
from plugins.intake.upkeep.due import Due

MOST = 40
"""So many columns a name takes at most."""

_HEADS: Mapping[MessageLanguage, tuple[str, ...]] = {
    "de": ("Zuletzt bestätigt", "Tage", "Name", "E-Mail", "Datei"),
    "en": ("Last confirmed", "Days", "Name", "E-mail", "File"),
}
_LISTED: Mapping[MessageLanguage, str] = {"de": "nie, seit {day}", "en": "never, since {day}"}
_NEVER: Mapping[MessageLanguage, str] = {"de": "nie", "en": "never"}
_SUMMARY: Mapping[MessageLanguage, tuple[str, str, str]] = {
    "de": (
        "Alles wurde in den letzten {days} Tagen bestätigt.",
        "Ein Eintrag ist fällig: länger als {days} Tage nicht bestätigt.",
        "{number} Einträge sind fällig: länger als {days} Tage nicht bestätigt.",
    ),
    "en": (
        "All has been confirmed within the last {days} days.",
        "One entry is due: not confirmed for more than {days} days.",
        "{number} entries are due: not confirmed for more than {days} days.",
    ),
}


def lines(late: Sequence[Due], today: date, language: MessageLanguage) -> Iterator[str]:
    """A line each, in columns; nothing when nothing is due."""
    if not late:
        return
    rows = [_HEADS[language], *(_row(one, today, language) for one in late)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (_filled(text, most) for text, most in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def summary(late: Sequence[Due], days: int, language: MessageLanguage) -> str:
    """How much is due, in one sentence."""
    return _SUMMARY[language][min(len(late), 2)].format(number=len(late), days=days)


def as_json(late: Sequence[Due], today: date) -> str:
    """A list of objects, one a line."""
    objects = (json.dumps(_object(one, today)) for one in late)
    return "[\n" + ",\n".join(objects) + "\n]" if late else "[]"


def _object(one: Due, today: date) -> Mapping[str, object]:
    return {
        "entry": f"{one.entry.folder}/{one.entry.id}",
        "name": one.name,
        "email": one.email,
        "file": one.entry.origin.path,
        "last": one.last.isoformat() if one.last else None,
        "confirmed": one.confirmed,
        "days": (today - one.last).days if one.last else None,
    }


def _row(one: Due, today: date, language: MessageLanguage) -> tuple[str, ...]:
    if one.last is None:
        said, days = _NEVER[language], ""
    else:
        said = "{day}" if one.confirmed else _LISTED[language]
        said, days = said.format(day=one.last.isoformat()), str((today - one.last).days)
    return said, days, _cut(escape(one.name)), escape(one.email), escape(one.entry.origin.path)


def _cut(name: str) -> str:
    """As much of a name as fits; not in the middle of a sign that is written with marks."""
    if width(name) <= MOST:
        return name
    while width(name) >= MOST:
        name = name[:-1]
    return f"{name.rstrip()}…"


def _filled(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))

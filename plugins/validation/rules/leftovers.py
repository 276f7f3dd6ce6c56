"""In another city nothing is left of the sample: no names, no addresses that cannot be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry, Translation
from plugins.validation.markdown import Passage
from plugins.validation.rules.private_data import values

SAMPLE = "Musterstadt"
"""The city of the sample content."""

# Its name, also in addresses; who answers for it in the imprint; hosts that are reserved for
# examples (RFC 2606 and RFC 6761), and numbers that are for films (Bundesnetzagentur).
_LEFT = re.compile(
    r"(?i)(?:[\w-]+@)?(?:[\w-]+\.)*(?:musterstadt\b(?:\.[\w-]+)*|[\w-]+\.example\b"
    r"|example\.(?:com|net|org)\b)|\bMiriam Brandt\b|(?:\b0|\+49 ?)30[ /-]?23125[ -]?[0-9]*"
)


def check(
    catalogue: Catalogue, today: date, settings: Mapping[str, str], file: Path | None
) -> Iterator[Diagnostic]:
    """In another city nothing is left of the sample: each file says it once, each setting.

    `settings` are the texts that stand in the settings `file`, by their names.
    """
    lines: tuple[str, ...] | None = None
    for name, text in settings.items():
        if found := _left([text]):
            lines = _lines(file) if lines is None else lines
            yield diagnostic(
                file.name if file else "pelican.conf.py",
                _place(lines, name, found[0]),
                "FLD-SAMPLE",
                {"value": f"{name}: {', '.join(found)}"},
            )
    for entry in catalogue.entries:
        owners: tuple[Entry | Translation, ...] = (entry, *entry.translations)
        for owner in owners:
            if _LEFT.search(repr(owner)):  # much sooner had than the nodes of the file
                yield from _once(entry, owner)


def _left(texts: Iterable[str]) -> list[str]:
    """What is left over in the texts, each thing once."""
    return list(dict.fromkeys(match[0] for text in texts for match in _LEFT.finditer(text)))


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


def _once(entry: Entry, owner: Entry | Translation) -> Iterator[Diagnostic]:
    fields = [value for value in values(owner.origin) if _LEFT.search(value.text)]
    found = ", ".join(_left([*(value.text for value in fields), owner.text]))
    if fields:
        yield diagnostic(owner.origin.path, fields[0].place, "FLD-SAMPLE", {"value": found})
    elif match := _LEFT.search(owner.text):
        yield Passage(entry, owner).problem(match.start(), "FLD-SAMPLE", value=found)

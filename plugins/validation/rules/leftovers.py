"""In another city nothing is left of the sample: neither its name nor addresses that cannot be."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry, Translation
from plugins.validation.markdown import Passage
from plugins.validation.rules.private_data import values

SAMPLE = "Musterstadt"
"""The city of the sample content."""

# Its name, also in addresses; and hosts that are reserved for examples (RFC 2606 and RFC 6761).
_LEFT = re.compile(
    r"(?i)(?:[\w-]+@)?(?:[\w-]+\.)*(?:musterstadt\b(?:\.[\w-]+)*|[\w-]+\.example\b"
    r"|example\.(?:com|net|org)\b)"
)


def check(
    catalogue: Catalogue, today: date, settings: Mapping[str, str], file: str
) -> Iterator[Diagnostic]:
    """In another city nothing is left of the sample: each file says it once, each setting.

    `settings` are the texts that stand in the settings `file`, by their names.
    """
    for name, text in settings.items():
        if match := _LEFT.search(text):
            yield diagnostic(file, Place(1, 1), "FLD-SAMPLE", {"value": f"{name}: {match[0]}"})
    for entry in catalogue.entries:
        owners: tuple[Entry | Translation, ...] = (entry, *entry.translations)
        for owner in owners:
            if _LEFT.search(repr(owner)):  # much sooner had than the nodes of the file
                yield from _first(entry, owner)


def _first(entry: Entry, owner: Entry | Translation) -> Iterator[Diagnostic]:
    for value in values(owner.origin):
        if match := _LEFT.search(value.text):
            yield diagnostic(owner.origin.path, value.place, "FLD-SAMPLE", {"value": match[0]})
            return
    if match := _LEFT.search(owner.text):
        yield Passage(entry, owner).problem(match.start(), "FLD-SAMPLE", value=match[0])

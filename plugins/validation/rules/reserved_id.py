"""An entry is not called like an address of the site itself."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.languages import is_language
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def check(
    catalogue: Catalogue, today: date, reserved: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    """An entry is not called like an address of the site itself."""
    for entry in catalogue.entries:
        if entry.id in reserved.get(entry.folder, ()) or _is_address(entry):
            yield diagnostic(entry.origin.path, Place(1, 1), "FILE-RESERVED", {"name": entry.id})


def _is_address(entry: Entry) -> bool:
    """Months have pages beside the events, languages beside the pages."""
    if entry.folder == "events":
        return _MONTH.fullmatch(entry.id) is not None
    return entry.folder == "pages" and is_language(entry.id)

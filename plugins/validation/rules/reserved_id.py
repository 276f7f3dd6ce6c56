"""An entry is not called like an address of the site itself, and was not."""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.languages import is_language
from plugins.catalogue.model import Entry
from plugins.validation.context import RuleContext

_MONTH_OR_WEEK = re.compile(r"[0-9]{4}-w?[0-9]{2}")


def check(entry: Entry, context: RuleContext) -> Iterator[Diagnostic]:
    taken = context.site.reserved.get(entry.folder, frozenset())
    if entry.id in taken or _is_address(entry.folder, entry.id):
        yield diagnostic(entry.origin.path, Place(1, 1), "FILE-RESERVED", {"name": entry.id})
    former: tuple[str, ...] = getattr(entry, "formerly", ())
    for number, old in enumerate(former):
        if old in taken or _is_address(entry.folder, old):
            details = {"value": old, "other": f"{entry.folder}/{old}"}
            yield entry.problem(f"formerly.{number}", "ID-FORMERLY", **details)


def _is_address(folder: str, entry_id: str) -> bool:
    """Months and weeks have pages beside the events, languages beside the pages."""
    if folder == "events":
        return _MONTH_OR_WEEK.fullmatch(entry_id) is not None
    return folder == "pages" and is_language(entry_id)

"""A translation says of which original it was made, and that is the present one."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.digest import digest
from plugins.catalogue.model import Entry
from plugins.validation.given import Given


def check(entry: Entry, given: Given) -> Iterator[Diagnostic]:
    """A translation says of which original it was made, and that is the present one."""
    for translation in entry.translations:
        now = digest(entry)
        if not translation.source:
            yield translation.problem("", "TR-SOURCE", digest=now)
        elif translation.source != now:
            yield translation.problem("source", "TR-OUTDATED", digest=now)

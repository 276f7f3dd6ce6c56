"""A translation says of which original it was made, and that is the present one."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.digest import digest
from plugins.catalogue.model import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    for translation in entry.translations:
        now = digest(entry)
        if not translation.source:
            yield translation.problem("", "TR-SOURCE", digest=now)
        elif translation.source != now:
            yield translation.problem("source", "TR-OUTDATED", digest=now)

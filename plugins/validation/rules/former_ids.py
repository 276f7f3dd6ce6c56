"""A former id belongs to one entry of its folder, and to none under its present name."""

from collections.abc import Iterable, Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Event


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    yield from _check(catalogue.associations)
    yield from _check(catalogue.events)


def _check(entries: Iterable[Association | Event]) -> Iterator[Diagnostic]:
    owners = {entry.id: entry for entry in entries}
    renamed = (entry for entry in owners.values() if entry.formerly)
    for entry in sorted(renamed, key=lambda e: e.id):
        for number, former in enumerate(entry.formerly):
            owner = owners.setdefault(former, entry)
            if owner is not entry or former == entry.id:
                other = f"{owner.folder}/{owner.id}"
                yield entry.problem(f"formerly.{number}", "ID-FORMERLY", value=former, other=other)

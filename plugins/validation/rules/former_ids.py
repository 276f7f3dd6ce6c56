"""A former id belongs to one association, and to none under its present name."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A former id belongs to one association, and to none under its present name."""
    owners = {association.id: association for association in catalogue.associations}
    for association in sorted(catalogue.associations, key=lambda a: a.id):
        for number, former in enumerate(association.formerly):
            owner = owners.setdefault(former, association)
            if owner is not association or former == association.id:
                other = f"{owner.folder}/{owner.id}"
                where = f"formerly.{number}"
                yield association.problem(where, "ID-FORMERLY", value=former, other=other)

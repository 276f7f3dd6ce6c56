"""No two associations have the same name."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.likeness import exact
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.validation.given import Given


def check(catalogue: Catalogue, given: Given) -> Iterator[Diagnostic]:
    """No two associations have the same name; said of the one that was listed later."""
    first: dict[str, Association] = {}
    for association in sorted(catalogue.associations, key=lambda a: (a.listed, a.id)):
        if association.ended is None:
            known = first.setdefault(exact(association.name), association)
            if known is not association:
                other = f"{known.folder}/{known.id}"
                yield association.problem("name", "DUP-NAME", other=other)

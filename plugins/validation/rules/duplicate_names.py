"""No two associations have the same name; said of the one that was listed later."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.likeness import exact
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association
from plugins.validation.context import RuleContext


def check(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    listings = [(context.memo(_listing, one), one.id, one) for one in catalogue.associations]
    first: dict[str, Association] = {}
    for (_, name), _, association in sorted(listings, key=lambda one: (one[0][0], one[1])):
        known = first.setdefault(name, association) if name is not None else association
        if known is not association:
            other = f"{known.folder}/{known.id}"
            yield association.problem("name", "DUP-NAME", other=other)


def _listing(association: Association) -> tuple[date, str | None]:
    """Since when it is listed, and its name; none once it ended."""
    return association.listed, exact(association.name) if association.ended is None else None

"""A report calls only figures that are counted."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.figures import FIGURE_NAME, names
from plugins.catalogue.link import Catalogue
from plugins.catalogue.text import nearest
from plugins.validation.markdown import passages


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A report calls only figures that are counted."""
    known = names(catalogue)
    for passage in passages(catalogue, "[["):
        if passage.entry.folder == "reports":
            for match in FIGURE_NAME.finditer(passage.text):
                if match[1] not in known:
                    details = {"value": match[1], "suggestion": nearest(match[1], known)}
                    yield passage.problem(match.start(), "REP-FIGURE", **details)

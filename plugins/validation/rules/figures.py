"""A report calls only figures that are counted, a page only settings that there are."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.figures import FIGURE_NAME, SETTING_NAMES, names
from plugins.catalogue.link import Catalogue
from plugins.catalogue.text import nearest
from plugins.validation.markdown import Passage, passages


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A report calls only figures that are counted, a page only settings that there are."""
    asked = {"reports": ("REP-FIGURE", names(catalogue)), "pages": ("MD-SETTING", SETTING_NAMES)}
    for passage in passages(catalogue, "[["):
        if passage.entry.folder in asked:
            yield from _unknown(passage, *asked[passage.entry.folder])


def _unknown(passage: Passage, code: str, known: frozenset[str]) -> Iterator[Diagnostic]:
    """Calls of what is not known. A page's are taken word for word: no blanks beside the name."""
    for match in FIGURE_NAME.finditer(passage.text):
        name = match[1] if code == "REP-FIGURE" else match[0][2:-2]
        if name not in known:
            details = {"value": name, "suggestion": nearest(name, known)}
            yield passage.problem(match.start(), code, **details)

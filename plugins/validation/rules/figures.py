"""A report calls only figures that are counted, a page only settings that there are."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.figures import FIGURE_NAME, SETTING_NAMES, names
from plugins.catalogue.link import Catalogue
from plugins.catalogue.text import nearest
from plugins.validation.markdown import Passage, passages


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    asked = {"reports": ("REP-FIGURE", names(catalogue)), "pages": ("MD-SETTING", SETTING_NAMES)}
    for passage in passages((*catalogue.reports, *catalogue.pages), "[["):
        yield from _unknown(passage, *asked[passage.entry.folder])


def _unknown(passage: Passage, code: str, known: frozenset[str]) -> Iterator[Diagnostic]:
    for match in FIGURE_NAME.finditer(passage.text):
        if match[1] not in known:
            meant = nearest(match[1], known)
            details = {"value": match[1], "suggestion": f"[[{meant}]]" if meant else ""}
            yield passage.problem(match.start(), code, **details)

"""A link in a text leads to the web, to e-mail or telephone, or to this site."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.markdown import leads_somewhere, links, passages


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A link in a text leads to the web, to e-mail or telephone, or to this site."""
    for passage in passages(catalogue, "](", "<"):
        for link in links(passage.text):
            if not leads_somewhere(link.text):
                yield passage.problem(link.offset, "MD-LINK", value=link.text)

"""A link in a text leads to the web, to e-mail or telephone, or to this site."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Passage, leads_somewhere, links


def check(passage: Passage) -> Iterator[Diagnostic]:
    for link in links(passage.text):
        if not leads_somewhere(link.text):
            yield passage.problem(link.offset, "MD-LINK", value=link.text)

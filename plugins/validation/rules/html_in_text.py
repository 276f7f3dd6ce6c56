"""A text is Markdown without HTML."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.markdown import passages, tags


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A text is Markdown without HTML."""
    for passage in passages(catalogue, "<"):
        for tag in islice(tags(passage.text), 1):
            yield passage.problem(tag.offset, "MD-HTML", value=tag.text)

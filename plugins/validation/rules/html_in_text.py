"""A text is Markdown without HTML."""

from collections.abc import Iterator
from itertools import islice

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Passage, tags


def check(passage: Passage) -> Iterator[Diagnostic]:
    for tag in islice(tags(passage.text), 1):
        yield passage.problem(tag.offset, "MD-HTML", value=tag.text)

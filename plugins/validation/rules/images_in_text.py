"""A text has no pictures in it."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.validation.markdown import images, passages


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A text has no pictures in it."""
    for passage in passages(catalogue, "!["):
        for image in images(passage.text):
            yield passage.problem(image.offset, "MD-IMAGE")

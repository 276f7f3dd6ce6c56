"""A text has no pictures in it."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Passage, images


def check(passage: Passage) -> Iterator[Diagnostic]:
    for image in images(passage.text):
        yield passage.problem(image.offset, "MD-IMAGE")

"""A picture has a description."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association, Event


def check(entry: Association | Event) -> Iterator[Diagnostic]:
    if isinstance(entry, Association):
        for number, image in enumerate(entry.images):
            if not image.alt:
                yield entry.problem(f"images.{number}", "IMG-ALT", value=image.file)
    elif entry.image and not getattr(entry.image, "alt", ""):
        file = getattr(entry.image, "file", entry.image)
        yield entry.problem("image", "IMG-ALT", value=file)

"""A picture has a description."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A picture has a description."""
    for association in catalogue.associations:
        for number, image in enumerate(association.images):
            if not image.alt:
                yield association.problem(f"images.{number}", "IMG-ALT", value=image.file)
    for event in catalogue.events:
        if event.image and not getattr(event.image, "alt", ""):
            file = getattr(event.image, "file", event.image)
            yield event.problem("image", "IMG-ALT", value=file)

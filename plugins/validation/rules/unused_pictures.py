"""Every picture is named by some entry."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.link import Catalogue


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    for picture in catalogue.pictures.values():
        if not picture.named:
            yield diagnostic(picture.path, Place(1, 1), "IMG-UNUSED", {})

"""A picture is whole, of the type that its name says, and of a bearable size."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue, pictures_of
from plugins.catalogue.pictures import MAX_PIXELS, Picture

MAX_BYTES = 12 * 1024 * 1024
TYPES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp"}


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A picture is whole, of the type that its name says, and of a bearable size."""
    bad = {name: found for name, found in map(_judged, catalogue.pictures.values()) if found}
    if not bad:
        return
    for entry in catalogue.entries:
        for where, name in pictures_of(entry):
            if name in bad:
                code, details = bad[name]
                yield entry.problem(where, code, value=name, **details)


def _judged(picture: Picture) -> tuple[str, tuple[str, dict[str, object]] | None]:
    """The picture's name, and what is wrong with it."""
    head, ending = picture.head, picture.name.rpartition(".")[2]
    if not head.width or not head.height:
        return picture.name, ("IMG-UNREADABLE", {})
    if head.type != TYPES[ending]:
        return picture.name, ("IMG-TYPE", {"found": head.type.upper()})
    if head.width * head.height > MAX_PIXELS or picture.size > MAX_BYTES:
        size = f"{picture.size / 1024 / 1024:.1f}"
        return picture.name, (
            "IMG-LARGE",
            {"width": head.width, "height": head.height, "size": size},
        )
    if not picture.whole:
        return picture.name, ("IMG-UNREADABLE", {})
    return picture.name, None

"""A picture is whole, of the type that its name says, and of a bearable size."""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue, pictures_of
from plugins.catalogue.pictures import Picture


def check(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A picture is whole, of the type that its name says, and of a bearable size."""
    bad = {name: found for name, found in map(judged, catalogue.pictures.values()) if found}
    if not bad:
        return
    for entry in catalogue.entries:
        for where, name in pictures_of(entry):
            if name in bad:
                code, details = bad[name]
                yield entry.problem(where, code, value=name, **details)


def judged(picture: Picture) -> tuple[str, tuple[str, dict[str, object]] | None]:
    """The picture's name, and what is wrong with it."""
    head, name = picture.head, picture.name
    if not head.width or not head.height:
        return name, ("IMG-UNREADABLE", {})
    if not picture.is_called_right:
        return name, ("IMG-TYPE", {"found": head.type.upper()})
    if not picture.is_bearable:
        size = f"{picture.size / 1024 / 1024:.1f}"
        return name, ("IMG-LARGE", {"width": head.width, "height": head.height, "size": size})
    return name, ("IMG-UNREADABLE", {}) if picture.pixels is None else None

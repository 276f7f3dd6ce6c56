"""A picture is whole, of the type that its name says, and of a bearable size."""

from collections.abc import Iterator, Mapping

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import pictures_of
from plugins.catalogue.model import Entry
from plugins.catalogue.pictures import PictureFile
from plugins.validation.context import RuleContext


def check(entry: Entry, context: RuleContext) -> Iterator[Diagnostic]:
    for where, name in pictures_of(entry) if context.unfit else ():
        if name in context.unfit:
            code, details = context.unfit[name]
            yield entry.problem(where, code, value=name, **details)


def unfit(pictures: Mapping[str, PictureFile]) -> dict[str, tuple[str, Mapping[str, object]]]:
    """The pictures that cannot be published, each with what is wrong with it."""
    judged = ((name, problem(picture)) for name, picture in pictures.items())
    return {name: found for name, found in judged if found}


def problem(picture: PictureFile) -> tuple[str, Mapping[str, object]] | None:
    """Code and details of what is wrong with a picture."""
    head = picture.head
    if not head.width or not head.height:
        return "IMG-UNREADABLE", {}
    if not picture.is_called_right:
        return "IMG-TYPE", {"found": head.type.upper()}
    if not picture.is_bearable:
        size = f"{picture.size / 1024 / 1024:.1f}"
        return "IMG-LARGE", {"width": head.width, "height": head.height, "size": size}
    if picture.pixels is None:
        return ("IMG-DRAWING" if head.type == "svg" else "IMG-UNREADABLE"), {}
    left_out = ", ".join(f"<{name}>" for name in picture.pixels.left_out)
    return ("IMG-PARTS", {"parts": left_out}) if left_out else None

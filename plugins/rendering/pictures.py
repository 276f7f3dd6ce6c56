"""Pictures as pages show them: where each of their sizes is on the site."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.catalogue.frozen import Frozen, record


class Variant(NamedTuple):
    """One size of a picture: where it is on the site, and how many pixels it has."""

    path: str
    width: int
    height: int


@record(frozen=True)
class Picture(Frozen):
    """A picture in its sizes; `webp` for nearly all browsers, `jpeg` for the others.

    A `drawing` is one file for all sizes.
    """

    width: int
    height: int
    webp: tuple[Variant, ...]
    jpeg: tuple[Variant, ...]
    drawing: str = ""

    @property
    def src(self) -> str:
        """The address for browsers that know no sizes."""
        return self.drawing or (self.jpeg or self.webp)[-1].path

    @property
    def thumbnail(self) -> str:
        """The smallest one: large enough for lists."""
        return self.drawing or self.webp[0].path


@record(frozen=True)
class Pictures(Frozen):
    """All pictures by the name of their file, and what gives the bytes to publish at a path."""

    by_name: Mapping[str, Picture]
    files: Mapping[str, Callable[[], bytes]]
    unreadable: tuple[str, ...]

    def get(self, name: str) -> Picture | None:
        """The picture; `None` when its file could not be read."""
        return self.by_name.get(name)

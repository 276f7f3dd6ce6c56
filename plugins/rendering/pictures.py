"""Pictures as pages show them: where each of their sizes is on the site."""

from collections.abc import Callable, Mapping

from plugins.catalogue.frozen import Frozen, record


@record(frozen=True)
class Variant(Frozen):
    """One size of a picture: where it is on the site, and how wide in pixels."""

    path: str
    width: int


@record(frozen=True)
class Picture(Frozen):
    """A picture in its sizes; `webp` for nearly all browsers, `jpeg` for the others."""

    width: int
    height: int
    webp: tuple[Variant, ...]
    jpeg: tuple[Variant, ...]

    @property
    def src(self) -> str:
        """The address for browsers that know no sizes."""
        return (self.jpeg or self.webp)[-1].path


@record(frozen=True)
class Pictures(Frozen):
    """All pictures by the name of their file, and what gives the bytes to publish at a path."""

    by_name: Mapping[str, Picture]
    files: Mapping[str, Callable[[], bytes]]
    unreadable: tuple[str, ...]

    def get(self, name: str) -> Picture | None:
        """The picture; `None` when its file could not be read."""
        return self.by_name.get(name)

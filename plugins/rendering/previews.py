"""What a link to a page shows where somebody passes it on: a picture of its own, or a drawn one.

Those who read this (Open Graph, https://ogp.me) know neither SVG nor WebP.
"""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.catalogue.model import Image
from plugins.rendering.assets import Assets
from plugins.rendering.lookups import Find
from plugins.rendering.pictures import Picture

WIDEST = 1200
"""Wider than this nobody shows it."""

DRAWN = (1200, 630)
"""The size of the drawn ones (tools/preview_pictures.py)."""


class Preview(NamedTuple):
    """A picture: where it is on the site, its size in pixels, and what it shows."""

    path: str
    width: int
    height: int
    alt: str


def of_photo(images: Iterable[Image], find: Find) -> Preview | None:
    """The first photograph that is there as JPEG, as wide as it is shown at most."""
    for image in images:
        picture = find("picture", image.file)
        sizes = picture.jpeg if isinstance(picture, Picture) else ()
        fitting = [one for one in sizes if one.width <= WIDEST]
        if fitting:
            path, width, height = fitting[-1]
            return Preview(path, width, height, image.alt)
    return None


def drawn(assets: Assets, icon: str, alt: str) -> Preview:
    """The drawn picture of an icon; of one that has none that of a label, as with icons."""
    name = f"previews/{icon}.png"
    return Preview(assets.path(name if name in assets.files else "previews/tag.png"), *DRAWN, alt)

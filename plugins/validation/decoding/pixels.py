"""The pixels of a picture file: upright, in sRGB, no larger than a page needs; nothing else of it.

The check and the build decode in the same way, so what one calls good the other can publish.
At most so much is in memory: the decoded original (catalogue/pictures.py bounds it) and the result.
"""

import contextlib
import hashlib
import io
import math
import warnings
from typing import TYPE_CHECKING

from plugins.catalogue.pictures import MAX_BYTES, Head, Pixels, head

if TYPE_CHECKING:
    from PIL import Image

BOX = (1600, 3200)
"""The largest that is published, in pixels: a screen's width, and of what is tall twice that."""

MAX_SCANS = 100
"""A JPEG of 100 kB can have thousands, each of which goes over the whole picture."""

MAX_CHUNKS = 20_000
"""So many a PNG may consist of; those that write many write a chunk for each 8 kB."""

_ORIENTATION = 0x0112
_ROWS = 256


def pixels(data: bytes) -> Pixels | None:
    """What decoding this file's content gives; `None` when it cannot be published."""
    picture = upright(data)
    return pixels_of(picture, data) if picture else None


def pixels_of(picture: "Image.Image", data: bytes) -> Pixels:
    """What is kept of a picture and the content that it was decoded from."""
    width, height = picture.size
    return Pixels(width, height, picture.mode == "RGB", hashlib.sha256(data).digest())


def upright(data: bytes, box: tuple[int, int] = BOX) -> "Image.Image | None":
    """The picture as RGB, or as RGBA when some of it is transparent; `None` when it is damaged.

    It is made smaller, if need be, until it fits into the box.

    Never raises: the library raises nearly anything for nearly any damage.
    """
    known = head(io.BytesIO(data))
    if not known.is_bearable or len(data) > MAX_BYTES or _is_endless(data, known):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _upright(data, known, box)
    except Exception:
        return None


def _is_endless(data: bytes, known: Head) -> bool:
    """Whether the file has more parts than any program writes, each of which takes its time."""
    if known.type == "jpeg":
        return data.count(b"\xff\xda") > MAX_SCANS
    return known.type == "png" and _chunks(data) > MAX_CHUNKS


def _chunks(data: bytes) -> int:
    """How many chunks a PNG has (ISO 15948, section 5.3), or one more than it may have."""
    at = 8
    for number in range(MAX_CHUNKS + 1):
        if at >= len(data) or data[at + 4 : at + 8] == b"IEND":
            return number
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return MAX_CHUNKS + 1


def _upright(data: bytes, known: Head, box: tuple[int, int]) -> "Image.Image":
    """The same; raises anything."""
    from PIL import Image  # hardly any run has a new picture

    with Image.open(io.BytesIO(data), formats=[known.type.upper()]) as original:
        if original.size != (known.width, known.height):
            raise ValueError(original.size)
        turn = _turn(original)
        size = fitted(original.size, box[::-1] if turn in _ON_THEIR_SIDE else box)
        original.draft(None, size)
        original.load()
        if data[24] == 16 and isinstance(original.info.get("transparency"), tuple):
            original.info["transparency"] = tuple(v >> 8 for v in original.info["transparency"])
        scaled = _scaled(original, size)
        profile = original.info.get("icc_profile")
    return _in_srgb(scaled if turn is None else scaled.transpose(turn), profile)


def fitted(size: tuple[int, int], box: tuple[int, int]) -> tuple[int, int]:
    """The size made smaller, if need be, until it fits into the box."""
    (width, height), (most, tallest) = size, box
    if width <= most and height <= tallest:
        return size
    if width * tallest >= height * most:
        return most, max(1, round(height * most / width))
    return max(1, round(width * tallest / height)), tallest


# Transpose by the orientation of Exif 2.3, 4.6.4.A; the library's names have other numbers.
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
_ON_THEIR_SIDE = {2, 4, 5, 6}


def _turn(original: "Image.Image") -> "Image.Transpose | None":
    """How to turn it upright; not at all where what it says of itself is damaged."""
    from PIL import Image

    try:
        return Image.Transpose(_TURNS[original.getexif()[_ORIENTATION]])
    except Exception:
        return None


def _scaled(original: "Image.Image", size: tuple[int, int]) -> "Image.Image":
    """In the new size, some rows at a time: a picture in another mode is as large again."""
    from PIL import Image

    (width, height), (_, rows) = original.size, size
    mode = _mode(original)
    scaled = Image.new(mode, size)
    margin = math.ceil(3 * height / rows)  # so far from a row are those that it is made of
    for top in range(0, rows, _ROWS):
        bottom = min(top + _ROWS, rows)
        first, last = top * height / rows, bottom * height / rows
        above, below = max(0, int(first) - margin), min(height, math.ceil(last) + margin)
        band = _in_mode(original.crop((0, above, width, below)), mode)
        box = (0, first - above, width, last - above)
        part = band.resize((size[0], bottom - top), Image.Resampling.LANCZOS, box)
        scaled.paste(part, (0, top))
    return scaled.convert("RGBA") if mode == "RGBa" else scaled


def _mode(original: "Image.Image") -> str:
    """In which mode its colours are all there. RGBa has nothing below what is transparent."""
    if original.has_transparency_data:
        return "RGBa"
    if original.mode in ("CMYK", "L"):
        return original.mode
    return "L" if original.mode == "1" or _is_deep(original) else "RGB"


def _is_deep(picture: "Image.Image") -> bool:
    """Whether it has greys of 16 bits."""
    return picture.mode.startswith("I")


def _in_mode(band: "Image.Image", mode: str) -> "Image.Image":
    if _is_deep(band):
        band = _shallow(band)
    return band.convert("RGBA").convert("RGBa") if mode == "RGBa" else band.convert(mode)


def _shallow(band: "Image.Image") -> "Image.Image":
    """Greys of 16 bits as greys of 8; convert would make nearly all of them white."""
    deep, see_through = band.convert("I"), band.info.pop("transparency", None)
    band = deep.point([round(grey / 257) for grey in range(65536)], "L")
    band.info.clear()
    if see_through is not None:
        band.putalpha(deep.point([255 * (grey != see_through) for grey in range(65536)], "L"))
    return band


def _in_srgb(picture: "Image.Image", profile: bytes | None) -> "Image.Image":
    """In the colours that browsers take for granted; a damaged profile counts as none."""
    if profile:
        with contextlib.suppress(Exception):
            picture = _converted(picture, profile)
    return picture if picture.mode == "RGBA" else picture.convert("RGB")


_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}


def _converted(picture: "Image.Image", profile: bytes) -> "Image.Image":
    """By the profile (ISO 15076-1). Raises anything."""
    from PIL import ImageCms

    given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    mode = _MODES[given.profile.xcolor_space.strip()]
    if (mode == "CMYK") != (picture.mode == "CMYK"):
        raise ValueError(mode)
    srgb = ImageCms.createProfile("sRGB")
    colours = ImageCms.profileToProfile(picture.convert(mode), given, srgb, outputMode="RGB")
    if colours is None:
        raise ValueError(mode)
    if picture.mode == "RGBA":
        colours.putalpha(picture.getchannel("A"))
    colours.info.clear()
    return colours

"""What the head of a picture file says: its type and size. Nothing is decoded here.

Decoding is for validation/decoding, which may know the library that does it; what comes of it is
kept in `Picture.pixels`.
"""

import re
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO, NamedTuple

from plugins.catalogue.frozen import Frozen, record

MAX_BYTES = 12 * 1024 * 1024
"""So much of a file is read."""

MAX_PIXELS = 24_000_000
"""What is larger is refused by its head: a file of 17 kB can take 700 MB when decoded."""

MAX_SIDE = 16_383
"""In pixels; what WebP can hold (RFC 9649, section 3.4)."""

MAX_MEMORY = 125_000_000
"""What decoding may take, in bytes, as `Head.memory` reckons."""

MAX_SEGMENTS = 500
"""A JPEG's size must come within so many segments; cameras write a dozen."""

_NAME = rb"[a-z0-9][a-z0-9_-]{0,79}\.(?:png|jpg|jpeg|webp|svg)"


class Head(NamedTuple):
    """Type (`png`, `jpeg`, `webp`, `svg`, or empty) and size in pixels; 0 x 0 when it has none.

    A drawing (`svg`) has no pixels: it counts as one.
    """

    type: str = ""
    width: int = 0
    height: int = 0
    cost: int = 4

    @property
    def memory(self) -> int:
        """How many bytes decoding takes; `cost` is what it takes for a pixel."""
        return self.width * self.height * self.cost

    @property
    def is_bearable(self) -> bool:
        """Whether it has a size, and none that is too large."""
        sides, pixels = (self.width, self.height), self.width * self.height
        fits = max(sides) <= MAX_SIDE and pixels <= MAX_PIXELS and self.memory <= MAX_MEMORY
        return min(sides) > 0 and fits


class Pixels(NamedTuple):
    """What decoding gave: the size upright and as published, if all is opaque, whose content.

    `left_out` is what was taken out of a drawing and may be missed in it.
    """

    width: int
    height: int
    opaque: bool
    digest: bytes
    left_out: tuple[str, ...] = ()


UNSEEN = Pixels(0, 0, True, b"")
"""Nobody has tried to decode it yet."""


@record(frozen=True)
class PictureFile(Frozen):
    """A file in content/images/: what it is, and whether some entry names it.

    `pixels` is `None` when it cannot be decoded.
    """

    name: str
    path: str
    size: int
    head: Head
    named: bool = True
    pixels: Pixels | None = UNSEEN

    @property
    def is_called_right(self) -> bool:
        """Whether it is of the type that its name says."""
        return self.head.type == _TYPES[self.name.rpartition(".")[2]]

    @property
    def is_bearable(self) -> bool:
        """Whether it may be decoded."""
        return self.head.is_bearable and self.size <= MAX_BYTES


def is_drawing(name: str) -> bool:
    """Whether a file is called like a drawing, which is written anew instead of being decoded."""
    return name.endswith(".svg")


_TYPES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp", "svg": "svg"}


def read(file: Path, shown: str, *, named: bool) -> PictureFile:
    """The picture in `file`, called `shown` in messages. A file that cannot be read has no head."""
    try:
        if not file.is_file():  # a pipe would wait for somebody to write
            return PictureFile(file.name, shown, 0, Head(), named)
        with file.open("rb") as stream:
            found = head(stream)
        return PictureFile(file.name, shown, file.stat().st_size, found, named)
    except OSError:
        return PictureFile(file.name, shown, 0, Head(), named)


def content(file: Path) -> bytes:
    """What is in a file, no more of it than may be read and one byte; empty when it is no file."""
    try:
        if file.is_file():
            with file.open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
    except OSError:
        pass
    return b""


def names_in(data: bytes) -> frozenset[str]:
    """Everything in a file of any kind that looks like the name of a picture."""
    return frozenset(match.decode("ascii") for match in re.findall(_NAME, data))


def head(stream: BinaryIO) -> Head:
    """Read the head of a picture, wherever in the file its size stands."""
    start = stream.read(30)
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(start)
    if start.startswith(b"\xff\xd8\xff"):
        stream.seek(2)
        return _jpeg(stream)
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return _webp(start)
    if re.match(_DRAWING, start):
        return Head("svg", 1, 1)
    return Head()


_DRAWING = rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|[a-z]+:?svg|svg)\b"


def _png(start: bytes) -> Head:
    if start[12:16] != b"IHDR" or len(start) < 24:
        return Head("png")
    return Head("png", _big(start[16:20]), _big(start[20:24]))


_FRAMES: Collection[int] = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE: Collection[int] = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_WITHOUT_LENGTH: Collection[int] = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN, _END = 0xDA, 0xD9


def _jpeg(stream: BinaryIO) -> Head:
    """Go from segment to segment: one describes the frame, the first scan ends the head.

    What comes in several scans stays in memory until the last: two bytes a sample more.
    """
    found, components, progressive = Head("jpeg"), 0, False
    for _ in range(MAX_SEGMENTS):
        marker = stream.read(2)
        if len(marker) < 2 or marker[0] != 0xFF or marker[1] == _END:
            break
        if marker[1] == 0xFF:  # a fill byte: the marker's code comes next
            stream.seek(-1, 1)
        elif marker[1] not in _WITHOUT_LENGTH:
            length = stream.read(2)
            start = stream.tell()
            if marker[1] == _SCAN:
                several = progressive or stream.read(1) != bytes([components])
                return found._replace(cost=4 + 2 * components) if several else found
            if marker[1] in _FRAMES:
                frame = stream.read(6).ljust(6, b"\0")
                components, progressive = frame[5], marker[1] in _PROGRESSIVE
                found = Head("jpeg", _big(frame[3:5]), _big(frame[1:3]))
            stream.seek(start + max(_big(length) - 2, 0))
    return Head("jpeg")


_WEBP = 20


def _webp(start: bytes) -> Head:
    """The three forms: lossy, lossless, and extended (RFC 9649).

    Each may be an animation, and is decoded as one: two canvases, a copy, the result.
    """
    if start[12:16] == b"VP8 " and start[23:26] == b"\x9d\x01\x2a":
        width, height = _little(start[26:28]) & 0x3FFF, _little(start[28:30]) & 0x3FFF
        return Head("webp", width, height, _WEBP)
    if start[12:16] == b"VP8L" and start[20:21] == b"\x2f":
        bits = _little(start[21:25])
        return Head("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, _WEBP)
    if start[12:16] == b"VP8X" and len(start) == 30:
        return Head("webp", _little(start[24:27]) + 1, _little(start[27:30]) + 1, _WEBP)
    return Head("webp")


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")

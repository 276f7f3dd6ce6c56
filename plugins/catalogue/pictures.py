"""What the head of a picture file says: its type and size. Nothing is decoded here."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

MAX_PIXELS = 24_000_000
"""What is larger is refused by its head: a file of 17 kB can take 700 MB when decoded."""

MAX_SEGMENTS = 500
"""A JPEG's size must come within so many segments; cameras write a dozen."""

_NAME = re.compile(rb"[a-z0-9][a-z0-9_-]{0,79}\.(?:png|jpg|jpeg|webp)")


class Head(NamedTuple):
    """Type (`png`, `jpeg`, `webp`, or empty) and size in pixels, 0 x 0 when it cannot be read."""

    type: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Picture:
    """A file in content/images/: what it is, whether some entry names it, whether it is whole."""

    name: str
    path: str
    size: int
    head: Head
    named: bool = True
    whole: bool = True


def read(file: Path, shown: str, *, named: bool) -> Picture:
    """The picture in `file`, called `shown` in messages. A file that cannot be read has no head."""
    try:
        if not file.is_file():  # a pipe would wait for somebody to write
            return Picture(file.name, shown, 0, Head(), named)
        with file.open("rb") as stream:
            found = head(stream)
            whole = is_whole(stream, found.type)
        return Picture(file.name, shown, file.stat().st_size, found, named, whole)
    except OSError:
        return Picture(file.name, shown, 0, Head(), named)


_ENDS = {"png": b"IEND\xaeB`\x82", "jpeg": b"\xff\xd9"}


def is_whole(stream: BinaryIO, kind: str) -> bool:
    """Whether a picture ends as its kind does: a copy that broke off does not."""
    stream.seek(0)
    start = stream.read(8)
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 4096))
    if kind == "webp":
        return size >= _little(start[4:8]) + 8
    return _ENDS.get(kind, b"") in stream.read()


def names_in(data: bytes) -> frozenset[str]:
    """Everything in a file of any kind that looks like the name of a picture."""
    return frozenset(match.decode("ascii") for match in _NAME.findall(data))


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
    return Head()


def _png(start: bytes) -> Head:
    if start[12:16] != b"IHDR" or len(start) < 24:
        return Head("png")
    return Head("png", _big(start[16:20]), _big(start[20:24]))


_FRAMES: Collection[int] = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH: Collection[int] = frozenset({0x01, *range(0xD0, 0xD9)})
_END: Collection[int] = frozenset({0xD9, 0xDA})


def _jpeg(stream: BinaryIO) -> Head:
    """Go from segment to segment until one describes the frame."""
    for _ in range(MAX_SEGMENTS):
        marker = stream.read(2)
        if len(marker) < 2 or marker[0] != 0xFF or marker[1] in _END:
            break
        if marker[1] == 0xFF:  # a fill byte: the marker's code comes next
            stream.seek(-1, 1)
        elif marker[1] not in _WITHOUT_LENGTH:
            length = stream.read(2)
            if marker[1] in _FRAMES:
                frame = stream.read(5)
                return Head("jpeg", _big(frame[3:5]), _big(frame[1:3]))
            stream.seek(max(_big(length) - 2, 0), 1)
    return Head("jpeg")


def _webp(start: bytes) -> Head:
    """The three forms: lossy, lossless, and extended (RFC 9649)."""
    if start[12:16] == b"VP8 " and start[23:26] == b"\x9d\x01\x2a":
        return Head("webp", _little(start[26:28]) & 0x3FFF, _little(start[28:30]) & 0x3FFF)
    if start[12:16] == b"VP8L" and start[20:21] == b"\x2f":
        bits = _little(start[21:25])
        return Head("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if start[12:16] == b"VP8X" and len(start) == 30:
        return Head("webp", _little(start[24:27]) + 1, _little(start[27:30]) + 1)
    return Head("webp")


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")

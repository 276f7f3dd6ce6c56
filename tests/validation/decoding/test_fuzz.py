"""Damaged pictures by the thousand: the check never raises, and what it calls good is published."""

import io
import random
import struct
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from plugins.building import images
from plugins.catalogue.pictures import read
from plugins.validation.decoding.verdicts import decoded
from plugins.validation.rules import pictures as rule

pytestmark = pytest.mark.slow

EACH = 700
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "png"}


@cache
def originals(form: str) -> tuple[bytes, ...]:
    """Small pictures of one format, with all that such a file can hold."""
    colours = Image.linear_gradient("L").resize((20, 14))
    rgb = Image.merge(
        "RGB", (colours, colours.rotate(180), colours.rotate(90, expand=True).resize((20, 14)))
    )
    glass = rgb.copy()
    glass.putalpha(colours)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Chor"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    rest: dict[str, object] = {"exif": exif, "icc_profile": profile}
    frames: dict[str, object] = {"save_all": True, "append_images": [glass.rotate(90)]}
    written: dict[str, list[tuple[Image.Image, dict[str, object]]]] = {
        "JPEG": [
            (rgb, {}),
            (rgb, {"progressive": True, "comment": "Chor", **rest}),
            (rgb.convert("CMYK"), {"dpi": (300, 300)}),
            (colours, {"exif": exif}),
        ],
        "PNG": [
            (rgb, rest),
            (glass, frames),
            (rgb.quantize(16), {"transparency": 3}),
            (colours.convert("I;16"), {"exif": exif}),
            (colours.convert("1"), {}),
        ],
        "WEBP": [(rgb, rest), (glass, {"lossless": True, "exif": exif}), (glass, frames)],
        "GIF": [(rgb.quantize(16), {}), (rgb, frames)],
    }
    return tuple(_encoded(picture, form, options) for picture, options in written[form])


def _encoded(picture: Image.Image, form: str, options: dict[str, object]) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, **options)
    return stream.getvalue()


def _flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _replaced(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at : at + chance.choice((1, 2, 4))] = chance.choice(
        (b"\0", b"\xff", b"\0\0", b"\xff\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0")
    )


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _gone(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randrange(1, 60)]


def _twice(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at:at] = data[at : at + chance.randrange(1, 200)]


def _noise(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.randbytes(chance.randrange(1, 40))


DAMAGE: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flipped,
    _replaced,
    _cut,
    _gone,
    _twice,
    _noise,
)


def damaged(form: str, chance: random.Random) -> bytes:
    data = bytearray(chance.choice(originals(form)))
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        chance.choice(DAMAGE)(data, chance)
        if not data:
            break
    if form == "PNG" and chance.random() < 0.7:  # else hardly anything gets past the checksums
        return _summed(bytes(data))
    return bytes(data)


def _summed(data: bytes) -> bytes:
    """The same chunks, each with the checksum that it should have."""
    parts, at = [data[:8]], 8
    while at + 12 <= len(data):
        size = struct.unpack(">I", data[at : at + 4])[0]
        body = data[at + 4 : at + 8 + size]
        parts.append(data[at : at + 4] + body + struct.pack(">I", zlib.crc32(body)))
        at += 12 + size
    return b"".join(parts)


def said_and_done(folder: Path, name: str) -> tuple[bool, int]:
    """Whether the check calls a picture good, and how many files are published of it."""
    picture = read(folder / name, name, named=True)
    known = decoded({name: picture}, folder, None)
    fault = rule.problem(known[name])
    made = images.prepare(known, folder, [name], [], None)
    for path, data_of in made.files.items():
        with Image.open(io.BytesIO(data_of())) as published:
            published.load()
            assert not {"comment", "exif", "xmp", "icc_profile"} & set(published.info), path
    return fault is None, len(made.files)


@pytest.mark.parametrize("form", ENDINGS)
def test_what_is_called_good_is_published_and_nothing_else(form: str, tmp_path: Path) -> None:
    chance, name = random.Random(form), f"a.{ENDINGS[form]}"
    good = 0
    for number in range(EACH):
        data = damaged(form, chance)
        (tmp_path / name).write_bytes(data)
        is_good, published = said_and_done(tmp_path, name)
        assert is_good == bool(published), (number, data.hex())
        good += is_good
    assert (0 < good < EACH) if form != "GIF" else not good


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_undamaged_all_are_published(form: str, tmp_path: Path) -> None:
    name = f"a.{ENDINGS[form]}"
    for data in originals(form):
        (tmp_path / name).write_bytes(data)
        assert said_and_done(tmp_path, name)[0]

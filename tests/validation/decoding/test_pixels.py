"""Which pixels come of a file, whatever it is written as, and nothing else of it."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from plugins.catalogue.pictures import MAX_BYTES
from plugins.validation.decoding import pixels
from plugins.validation.decoding.pixels import fitted, upright

SECRET = "Frau Muster, Gartenweg 1"


def encoded(picture: Image.Image, form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, **options)
    return stream.getvalue()


def png(
    kind: int, depth: int, width: int, rows: list[bytes], *chunks: tuple[bytes, bytes]
) -> bytes:
    """A PNG byte by byte, for what the library cannot write."""
    head = struct.pack(">IIBBBBB", width, len(rows), depth, kind, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    parts = [(b"IHDR", head), *chunks, (b"IDAT", body), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def shown(data: bytes, at: tuple[int, int] = (0, 0)) -> tuple[int, ...]:
    picture = upright(data)
    assert picture is not None
    pixel = picture.getpixel(at)
    assert isinstance(pixel, tuple)
    return pixel


GREYS = b"".join(struct.pack(">H", grey) for grey in (0, 257 * 60, 257 * 127, 65535))
DEEP = b"".join(struct.pack(">H", level) for level in (257 * 10, 257 * 200, 257 * 30))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(0, 16, 4, [GREYS]), [(v, v, v) for v in (0, 60, 127, 255)]),
        (
            png(0, 16, 4, [GREYS], (b"tRNS", struct.pack(">H", 257 * 60))),
            [(0, 0, 0, 255), (0, 0, 0, 0), (127, 127, 127, 255), (255, 255, 255, 255)],
        ),
        (png(2, 16, 1, [DEEP]), [(10, 200, 30)]),
        (png(2, 16, 1, [DEEP], (b"tRNS", DEEP)), [(0, 0, 0, 0)]),
        (png(2, 16, 1, [DEEP], (b"tRNS", DEEP[::-1])), [(10, 200, 30, 255)]),
        (png(4, 16, 1, [GREYS[4:8]]), [(127, 127, 127, 255)]),
        (png(6, 16, 1, [DEEP + b"\xff\xff"]), [(10, 200, 30, 255)]),
        (png(0, 1, 2, [b"\x40"]), [(0, 0, 0), (255, 255, 255)]),
        (png(0, 1, 2, [b"\x40"], (b"tRNS", b"\0\1")), [(0, 0, 0, 255), (0, 0, 0, 0)]),
        (png(0, 2, 4, [b"\x1b"]), [(v, v, v) for v in (0, 85, 170, 255)]),
        (png(3, 8, 2, [b"\0\1"], (b"PLTE", b"\1\2\3\4\5\6")), [(1, 2, 3), (4, 5, 6)]),
        (
            png(3, 8, 2, [b"\0\1"], (b"PLTE", b"\1\2\3\4\5\6"), (b"tRNS", b"\xff\x00")),
            [(1, 2, 3, 255), (0, 0, 0, 0)],
        ),
        (
            png(3, 8, 1, [b"\0"], (b"PLTE", b"\xff\xff\xff"), (b"tRNS", b"\x80")),
            [(255, 255, 255, 128)],
        ),
        (encoded(Image.new("LA", (1, 1), (90, 255)), "PNG"), [(90, 90, 90, 255)]),
    ],
)
def test_every_kind_of_png(data: bytes, expected: list[object]) -> None:
    assert [shown(data, (x, 0)) for x in range(len(expected))] == expected


ORANGE = Image.new("RGB", (16, 16), (230, 120, 20))


@pytest.mark.parametrize(
    "data",
    [
        encoded(ORANGE, "JPEG", quality=95),
        encoded(ORANGE, "JPEG", quality=95, progressive=True),
        encoded(ORANGE, "JPEG", quality=95, keep_rgb=True),
        encoded(ORANGE.convert("CMYK"), "JPEG", quality=95),
        encoded(ORANGE, "WEBP", quality=95),
        encoded(ORANGE, "WEBP", lossless=True),
        encoded(ORANGE, "PNG"),
        encoded(ORANGE, "MPO", save_all=True, append_images=[ImageOps.invert(ORANGE)]),
        encoded(ORANGE, "PNG", save_all=True, append_images=[ImageOps.invert(ORANGE)]),
        encoded(ORANGE, "WEBP", save_all=True, append_images=[ImageOps.invert(ORANGE)]),
    ],
)
def test_every_kind_of_file_shows_the_colour_of_its_first_picture(data: bytes) -> None:
    red, green, blue = shown(data, (8, 8))
    assert abs(red - 230) < 12 and abs(green - 120) < 12 and abs(blue - 20) < 12


def test_ycck_is_turned_back() -> None:
    """Adobe's marker with transform 2: what stands there is inverted, and YCbCr of it."""
    plain = encoded(ORANGE.convert("CMYK"), "JPEG", quality=95)
    at = plain.index(b"Adobe") + 11
    assert plain[at] == 0
    ycck = plain[:at] + b"\2" + plain[at + 1 :]
    assert shown(ycck) != shown(plain)


PROFILES = {
    "RGB": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    "LAB": ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(),
}


def swapped() -> bytes:
    """sRGB with the colorants of red and blue exchanged: whoever honours it sees them so."""
    profile = bytearray(PROFILES["RGB"])
    tags = {bytes(profile[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(profile[131])}
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    one, other = profile[red + 4 : red + 12], profile[blue + 4 : blue + 12]
    profile[red + 4 : red + 12], profile[blue + 4 : blue + 12] = other, one
    return bytes(profile)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "JPEG"])
def test_colours_are_those_of_the_profile(form: str) -> None:
    options = {"lossless": True} if form == "WEBP" else {}
    data = encoded(Image.new("RGB", (8, 8), (250, 0, 0)), form, icc_profile=swapped(), **options)
    red, green, blue = shown(data)
    assert red < 12 and green < 12 and blue > 240


@pytest.mark.parametrize("profile", [b"x", PROFILES["RGB"][:200], PROFILES["LAB"], b"\0" * 500])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA"])
def test_a_profile_that_does_not_fit_counts_as_none(profile: bytes, mode: str) -> None:
    grey = Image.new("RGBA", (4, 4), (90, 90, 90, 255)).convert(mode)
    assert shown(encoded(grey, "PNG", icc_profile=profile))[:3] == (90, 90, 90)


def test_a_profile_leaves_alone_what_is_transparent() -> None:
    glass = Image.new("RGBA", (4, 4), (250, 0, 0, 99))
    assert shown(encoded(glass, "PNG", icc_profile=swapped()))[3] == 99


def test_what_lies_below_what_is_transparent_is_not_there() -> None:
    hidden = Image.new("RGBA", (8, 8), (200, 100, 50, 0))
    assert shown(encoded(hidden, "PNG")) == (0, 0, 0, 0)


def oriented(orientation: object, form: str = "JPEG") -> bytes:
    picture = Image.new("RGB", (32, 16), "white")
    picture.paste("black", (0, 0, 16, 8))
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(picture, form, exif=exif.tobytes())


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_upright_as_another_reader_turns_it(form: str, orientation: int) -> None:
    data = oriented(orientation, form)
    expected = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("L")
    picture = upright(data)
    assert picture is not None and picture.size == expected.size
    corners = [(4, 4), (picture.width - 5, 4), (4, picture.height - 5)]
    assert dark(picture, corners) == dark(expected, corners)


def dark(picture: Image.Image, places: list[tuple[int, int]]) -> list[bool]:
    return [picture.convert("1", dither=Image.Dither.NONE).getpixel(at) == 0 for at in places]


ODD = [
    b"Exif\0\0II*\0",
    b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0",
    b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x04abc\0\0\0\0\0",
    b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x07\0\0\0\x04abcd\0\0\0\0",
    b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x05\0\0\0\x01\xff\xff\xff\xff\0\0\0\0",
    b"Exif\0\0MM\0*\xff\xff\xff\xff",
    b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x63\0\0\0\0\0\0",
]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("exif", ODD)
def test_where_only_the_orientation_is_damaged_it_is_not_turned(form: str, exif: bytes) -> None:
    picture = upright(encoded(Image.new("RGB", (8, 4), "white"), form, exif=exif))
    assert picture is not None and picture.size == (8, 4)


def with_all_metadata() -> list[bytes]:
    exif = Image.Exif()
    exif[0x010E] = SECRET
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SECRET)
    text.add_itxt("Author", SECRET)
    text.add_text("Long", SECRET * 9, zip=True)
    block = SECRET.encode()
    segment = b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
    jpeg = encoded(ORANGE, "JPEG", comment=SECRET, exif=exif, xmp=block)
    webp = encoded(ORANGE, "WEBP", exif=exif, xmp=block, icc_profile=block)
    return [
        jpeg[:2] + segment + jpeg[2:] + block,
        encoded(ORANGE, "PNG", pnginfo=text, exif=exif, icc_profile=block) + block,
        webp + block,
    ]


@pytest.mark.parametrize("data", with_all_metadata())
def test_nothing_but_pixels_comes_of_it(data: bytes) -> None:
    assert SECRET.encode() in data
    picture = upright(data)
    assert picture is not None
    assert (dict(picture.info), dict(picture.getexif())) == ({}, {})


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1, 1), (1, 1)),
        ((3200, 100), (1600, 50)),
        ((16_383, 1), (1600, 1)),
        ((1, 16_383), (1, 3200)),
        ((480, 16_000), (96, 3200)),
        ((6000, 4000), (1600, 1067)),
    ],
)
def test_no_larger_than_a_page_needs(size: tuple[int, int], expected: tuple[int, int]) -> None:
    assert fitted(size, pixels.BOX) == expected
    picture = upright(encoded(Image.new("L", size), "PNG"))
    assert picture is not None and picture.size == expected


@pytest.mark.slow
def test_rows_that_are_scaled_apart_fit_together() -> None:
    """Not one grey level is lost where two bands meet."""
    slope = Image.linear_gradient("L").resize((2400, 6000))
    picture = upright(encoded(slope, "PNG"))
    whole = slope.resize(fitted(slope.size, pixels.BOX), Image.Resampling.LANCZOS).convert("RGB")
    assert picture is not None and picture.tobytes() == whole.tobytes()


FORMS = ("GIF", "BMP", "TIFF", "ICO", "PPM", "TGA", "PCX", "JPEG2000", "AVIF")


@pytest.mark.parametrize("form", FORMS)
def test_other_formats_are_not_even_opened(form: str) -> None:
    data = encoded(ORANGE, form)
    assert upright(data) is None
    for start in (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0\1\0\0\0\1", b"\xff\xd8\xff"):
        assert upright(start + data) is None


def test_the_library_is_asked_for_no_more_than_the_head_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    opened = Image.open

    def spy(stream: io.BytesIO, **options: object) -> Image.Image:
        asked.append(options)
        return opened(stream, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Image, "open", spy)
    for form in ("PNG", "JPEG", "WEBP"):
        upright(encoded(ORANGE, form))
    assert asked == [{"formats": ["PNG"]}, {"formats": ["JPEG"]}, {"formats": ["WEBP"]}]


def test_too_many_bytes() -> None:
    data = encoded(ORANGE, "PNG")
    assert upright(data.ljust(MAX_BYTES, b"\0")) is not None
    assert upright(data.ljust(MAX_BYTES + 1, b"\0")) is None


def test_too_many_scans_or_chunks() -> None:
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00"
    jpeg = encoded(ORANGE, "JPEG")
    assert upright(jpeg[:-2] + scan * pixels.MAX_SCANS + jpeg[-2:]) is None
    empty = struct.pack(">I", 0) + b"teXt" + struct.pack(">I", zlib.crc32(b"teXt"))
    image = encoded(ORANGE, "PNG")
    assert upright(image[:33] + empty * 100 + image[33:]) is not None
    assert upright(image[:33] + empty * pixels.MAX_CHUNKS + image[33:]) is None

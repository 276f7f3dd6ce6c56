"""Heads of picture files, against an independent reader."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.catalogue.pictures import MAX_BYTES, Head, content, head, names_in, read

SIZES = [(1, 1), (3, 2), (640, 480), (4000, 10)]


def encoded(size: tuple[int, int], form: str, mode: str = "RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, form, **options)
    return stream.getvalue()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("form", "mode", "options"),
    [
        ("png", "RGB", {}),
        ("png", "P", {}),
        ("jpeg", "RGB", {}),
        ("jpeg", "RGB", {"progressive": True}),
        ("jpeg", "CMYK", {"dpi": (300, 300), "comment": "x" * 3000}),
        ("webp", "RGB", {}),
        ("webp", "RGB", {"lossless": True}),
        ("webp", "RGBA", {}),
        ("webp", "RGB", {"exif": b"Exif\0\0" + b"x" * 100}),
    ],
)
def test_sizes(size: tuple[int, int], form: str, mode: str, options: dict[str, object]) -> None:
    found = head(io.BytesIO(encoded(size, form, mode, **options)))
    assert found[:3] == (form, *size)


def test_a_jpeg_may_have_fill_bytes_and_large_segments_before_its_size() -> None:
    data = encoded((7, 5), "jpeg")
    segment = b"\xff\xed" + (60000).to_bytes(2, "big") + b"x" * 59998
    assert head(io.BytesIO(data[:2] + segment * 5 + b"\xff\xff" + data[2:])) == Head("jpeg", 7, 5)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Head()),
        (b"GIF89a", Head()),
        (b"<svg>", Head("svg", 1, 1)),
        (b"\xef\xbb\xbf <?xml version", Head("svg", 1, 1)),
        (b"<html>", Head()),
        (b"\x89PNG\r\n\x1a\n", Head("png")),
        (encoded((3, 2), "png")[:20], Head("png")),
        (encoded((3, 2), "jpeg")[:30], Head("jpeg")),
        (b"\xff\xd8\xff\xe0\x00\x00" * 1000, Head("jpeg")),
        (b"\xff\xd8" + b"\xff" * 10000, Head("jpeg")),
        (encoded((3, 2), "webp")[:20], Head("webp")),
        (b"RIFF\0\0\0\0WAVEfmt ", Head()),
    ],
)
def test_what_is_cut_or_something_else_has_no_size(data: bytes, expected: Head) -> None:
    assert head(io.BytesIO(data)) == expected


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF0000WEBPVP8"]), st.binary())
def test_no_bytes_make_it_fail(start: bytes, rest: bytes) -> None:
    found = head(io.BytesIO(start + rest))
    assert found.width >= 0 and found.height >= 0


def test_a_file_that_is_gone_has_no_head(tmp_path: Path) -> None:
    picture = read(tmp_path / "a.png", "images/a.png", named=True)
    assert (picture.size, picture.head) == (0, Head())


def test_names_in_any_bytes() -> None:
    data = b"\xff logo: a.png\n- {file: images/b_c-1.jpeg}\x00 D.PNG e.svg f.webp.exe"
    assert names_in(data) == {"a.png", "b_c-1.jpeg", "e.svg", "f.webp"}


@pytest.mark.usefixtures("soon")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    assert read(tmp_path / "a.png", "a.png", named=True).head == Head()


@pytest.mark.parametrize(
    ("form", "mode", "options", "cost"),
    [
        ("png", "RGBA", {}, 4),
        ("jpeg", "RGB", {}, 4),
        ("jpeg", "RGB", {"progressive": True}, 10),
        ("jpeg", "CMYK", {"progressive": True}, 12),
        ("jpeg", "L", {"progressive": True}, 6),
        ("webp", "RGB", {}, 20),
        ("webp", "RGB", {"lossless": True}, 20),
        ("webp", "RGBA", {"exif": b"Exif\0\0" + b"x" * 100}, 20),
    ],
)
def test_what_a_pixel_costs(form: str, mode: str, options: dict[str, object], cost: int) -> None:
    assert head(io.BytesIO(encoded((3, 2), form, mode, **options))).cost == cost


def test_a_jpeg_of_one_component_after_the_other_is_kept_whole_too() -> None:
    data = encoded((3, 2), "jpeg").replace(b"\xff\xda\x00\x0c\x03", b"\xff\xda\x00\x08\x01")
    assert head(io.BytesIO(data)) == Head("jpeg", 3, 2, 10)


@pytest.mark.parametrize(
    ("found", "bearable"),
    [
        (Head("png", 16_383, 1), True),
        (Head("png", 16_384, 1), False),
        (Head("png", 1, 16_384), False),
        (Head("jpeg", 6000, 4000), True),
        (Head("jpeg", 6000, 4001), False),
        (Head("jpeg", 4032, 3024, 10), True),
        (Head("jpeg", 6000, 4000, 10), False),
        (Head("webp", 2500, 2500, 20), True),
        (Head("webp", 2501, 2500, 20), False),
        (Head("png"), False),
    ],
)
def test_what_can_be_borne(found: Head, bearable: bool) -> None:
    assert found.is_bearable == bearable


def test_no_more_is_read_than_may_be(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    for size, bearable in ((MAX_BYTES, True), (MAX_BYTES + 1, False)):
        file.write_bytes(encoded((3, 2), "png").ljust(size, b"\0"))
        assert read(file, "a.png", named=True).is_bearable == bearable
    with file.open("wb") as stream:
        stream.truncate(50 * MAX_BYTES)
    assert len(content(file)) == MAX_BYTES + 1


def test_what_is_no_file_has_no_content(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "empty.png").touch()
    names = "pipe.png", "folder.png", "empty.png", "gone.png"
    assert [content(tmp_path / name) for name in names] == [b""] * 4

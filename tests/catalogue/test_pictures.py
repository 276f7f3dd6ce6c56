"""Heads of picture files, against an independent reader."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.catalogue.pictures import Head, head, names_in, read

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
    assert head(io.BytesIO(encoded(size, form, mode, **options))) == Head(form, *size)


def test_a_jpeg_may_have_fill_bytes_and_large_segments_before_its_size() -> None:
    data = encoded((7, 5), "jpeg")
    segment = b"\xff\xed" + (60000).to_bytes(2, "big") + b"x" * 59998
    assert head(io.BytesIO(data[:2] + segment * 5 + b"\xff\xff" + data[2:])) == Head("jpeg", 7, 5)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Head()),
        (b"GIF89a", Head()),
        (b"<svg>", Head()),
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
    assert names_in(data) == {"a.png", "b_c-1.jpeg", "f.webp"}


@pytest.mark.usefixtures("soon")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    assert read(tmp_path / "a.png", "a.png", named=True).head == Head()


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_a_copy_that_broke_off_is_not_whole(tmp_path: Path, form: str) -> None:
    data = encoded((40, 30), form)
    (tmp_path / "whole").write_bytes(data)
    (tmp_path / "cut").write_bytes(data[: len(data) * 3 // 4])
    assert read(tmp_path / "whole", "whole", named=True).whole
    assert not read(tmp_path / "cut", "cut", named=True).whole

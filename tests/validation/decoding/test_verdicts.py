"""Each picture is decoded once, and again only when its content changes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.pictures import UNSEEN, PictureFile, Pixels, read
from plugins.validation.decoding import verdicts
from plugins.validation.decoding.pixels import pixels


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


@pytest.fixture
def look(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[dict[str, Pixels | None], int]]:
    """What is known of all files in the folder, and how many were decoded for it."""
    memory = CacheFolder(tmp_path / "kept", b"k" * 32)

    def run(*, named: bool = True) -> tuple[dict[str, Pixels | None], int]:
        done = []

        def spy(data: bytes) -> Pixels | None:
            done.append(data)
            return pixels(data)

        monkeypatch.setattr(verdicts, "pixels", spy)
        there = {f.name: read(f, f.name, named=named) for f in sorted(folder.iterdir())}
        found = verdicts.decoded(there, folder, memory)
        return {name: picture.pixels for name, picture in found.items()}, len(done)

    return run


Look = Callable[..., tuple[dict[str, Pixels | None], int]]


def photo(path: Path, size: tuple[int, int] = (4, 2)) -> None:
    Image.new("RGB", size).save(path)


def test_decoded_once(folder: Path, look: Look) -> None:
    photo(folder / "a.png")
    (folder / "b.png").write_bytes((folder / "a.png").read_bytes()[:-20])
    first, decoded = look()
    assert decoded == 2 and first["b.png"] is None
    assert first["a.png"] is not None and first["a.png"][:3] == (4, 2, True)
    assert look() == (first, 0)


def test_what_is_the_same_under_another_name_is_known(folder: Path, look: Look) -> None:
    photo(folder / "a.png")
    look()
    (folder / "a.png").rename(folder / "b.png")
    found, decoded = look()
    assert list(found) == ["b.png"] and decoded == 0


def test_what_changed_is_decoded_again(folder: Path, look: Look) -> None:
    photo(folder / "a.png")
    look()
    before = (folder / "a.png").stat()
    photo(folder / "a.png", (2, 4))
    os.utime(folder / "a.png", ns=(before.st_atime_ns, before.st_mtime_ns))
    found, decoded = look()
    assert decoded == 1 and found["a.png"] is not None and found["a.png"][:2] == (2, 4)


def test_what_nobody_names_is_not_decoded(folder: Path, look: Look) -> None:
    photo(folder / "a.png")
    assert look(named=False) == ({"a.png": UNSEEN}, 0)


def test_what_the_head_refuses_is_not_decoded(folder: Path, look: Look) -> None:
    photo(folder / "tall.png", (1, 20_000))
    photo(folder / "png.png")
    (folder / "png.png").rename(folder / "png.jpg")
    (folder / "gif.png").write_bytes(b"GIF89a")
    os.mkfifo(folder / "pipe.jpg")
    found, decoded = look()
    assert decoded == 0 and set(found.values()) == {UNSEEN}


def test_nothing_is_kept_without_a_memory(folder: Path) -> None:
    photo(folder / "a.png")
    there = {"a.png": PictureFile("a.png", "a.png", 9, read(folder / "a.png", "", named=True).head)}
    found = verdicts.decoded(there, folder, None)["a.png"].pixels
    assert found is not None and found[:2] == (4, 2)

"""Pictures: upright, without metadata, bounded, from the cache, never the original."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from plugins.rendering import images
from plugins.rendering.images import Picture, prepare

ORIENTATION, GPS = 0x0112, 0x8825


def photo(path: Path, size: tuple[int, int] = (1200, 800), *, turned: bool = False) -> None:
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    exif = Image.Exif()
    exif[ORIENTATION] = 6 if turned else 1
    exif.get_ifd(GPS)[1] = "N"
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "JPEG", exif=exif)


def made(tmp_path: Path, name: str = "a.jpg") -> Picture:
    picture = prepare(tmp_path / "images", [name], [], tmp_path / "cache").get(name)
    assert picture is not None
    return picture


def test_sizes(tmp_path: Path) -> None:
    photo(tmp_path / "images" / "a.jpg")
    picture = made(tmp_path)
    assert [v.width for v in picture.webp] == [v.width for v in picture.jpeg] == [480, 960, 1200]
    assert (picture.width, picture.height) == (1200, 800)


def test_turned_upright_and_without_metadata(tmp_path: Path) -> None:
    photo(tmp_path / "images" / "a.jpg", turned=True)
    pictures = prepare(tmp_path / "images", ["a.jpg"], [], tmp_path / "cache")
    for path in pictures.files.values():
        with Image.open(path) as variant:
            assert variant.height > variant.width
            assert dict(variant.getexif()) == {}
            assert not {"exif", "xmp", "icc_profile"} & set(variant.info)
    # The red corner was at the top left of the sensor: turned by 90 degrees it is top right.
    with Image.open(pictures.files[made(tmp_path).jpeg[0].path]) as variant:
        corner = variant.convert("RGB").crop((variant.width - 20, 10, variant.width - 10, 20))
        red, _, blue = (band.tobytes() for band in corner.split())
    assert min(red) > 200 and max(blue) < 100


def test_the_same_bytes_again(tmp_path: Path) -> None:
    photo(tmp_path / "images" / "a.jpg")

    def bytes_of_all() -> dict[str, bytes]:
        pictures = prepare(tmp_path / "images", ["a.jpg"], [], tmp_path / "cache")
        return {path: file.read_bytes() for path, file in pictures.files.items()}

    first = bytes_of_all()
    shutil.rmtree(tmp_path / "cache")
    assert bytes_of_all() == first


@pytest.mark.parametrize("damage", ["picture.json", "480.webp"])
def test_a_damaged_cache_is_made_again(tmp_path: Path, damage: str) -> None:
    photo(tmp_path / "images" / "a.jpg")
    before = made(tmp_path)
    (folder,) = (tmp_path / "cache" / "images").iterdir()
    if damage == "picture.json":
        (folder / damage).write_text("[]")
    else:
        (folder / damage).unlink()
    assert made(tmp_path) == before
    assert (folder / "480.webp").is_file()


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\nbroken", b"GIF89a"])
def test_unreadable(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(data)
    pictures = prepare(tmp_path / "images", ["a.png", "gone.png"], [], tmp_path / "cache")
    assert pictures.unreadable == ("a.png", "gone.png")
    assert (pictures.get("a.png"), dict(pictures.files)) == (None, {})


def test_a_bomb_is_refused_by_its_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 1000)
    photo(tmp_path / "images" / "a.jpg")
    assert prepare(tmp_path / "images", ["a.jpg"], [], tmp_path).unreadable == ("a.jpg",)


def test_a_logo_keeps_what_is_transparent(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(tmp_path / "images" / "l.png")
    pictures = prepare(tmp_path / "images", [], ["l.png"], tmp_path / "cache")
    picture = pictures.get("l.png")
    assert picture is not None and picture.jpeg == ()
    with Image.open(io.BytesIO(pictures.files[picture.src].read_bytes())) as variant:
        assert (variant.format, variant.mode, variant.width) == ("WEBP", "RGBA", 224)

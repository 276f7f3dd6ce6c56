"""Pictures: upright, without metadata, bounded, from what is kept if that is good; no original."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from plugins.building import images
from plugins.catalogue import pictures as originals
from plugins.catalogue.cache import Cache, CacheFolder
from plugins.rendering.pictures import Picture, Pictures
from plugins.validation.decoding.verdicts import decoded

pytestmark = pytest.mark.slow

ORIENTATION, GPS = 0x0112, 0x8825


@pytest.fixture
def memory(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "kept", b"k" * 32)


@pytest.fixture
def store(memory: CacheFolder) -> Cache:
    return memory.cache("images", b"1")


def photo(path: Path, size: tuple[int, int] = (1200, 800), *, turned: bool = False) -> None:
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    exif = Image.Exif()
    exif[ORIENTATION] = 6 if turned else 1
    exif.get_ifd(GPS)[1] = "N"
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "JPEG", exif=exif, comment="Frau Muster, Gartenweg 1")


def known(folder: Path) -> dict[str, originals.PictureFile]:
    files = sorted(folder.iterdir())
    heads = {f.name: originals.read(f, f.name, named=True) for f in files}
    return dict(decoded(heads, folder, None))


def prepare(
    tmp_path: Path, store: Cache | None, photos: tuple[str, ...], logos: tuple[str, ...] = ()
) -> Pictures:
    folder = tmp_path / "images"
    return images.prepare(known(folder), folder, photos, logos, store)


def files(pictures: Pictures) -> dict[str, bytes]:
    return {path: data_of() for path, data_of in pictures.files.items()}


def made(tmp_path: Path, store: Cache | None, name: str = "a.jpg") -> Picture:
    picture = prepare(tmp_path, store, (name,)).get(name)
    assert picture is not None
    return picture


def test_sizes(tmp_path: Path, store: Cache) -> None:
    photo(tmp_path / "images" / "a.jpg")
    picture = made(tmp_path, store)
    assert [v.width for v in picture.webp] == [v.width for v in picture.jpeg] == [480, 960, 1200]
    assert (picture.width, picture.height) == (1200, 800)
    written = files(prepare(tmp_path, store, ("a.jpg",)))
    for variant in (*picture.webp, *picture.jpeg):
        with Image.open(io.BytesIO(written[variant.path])) as image:
            assert image.size == (variant.width, round(variant.width * 2 / 3))


def test_a_drawing_is_one_file_that_is_written_anew(tmp_path: Path, store: Cache) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    shape = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/>%s</svg>'
    (folder / "a.svg").write_bytes(shape % b"<script>alert(1)</script>")
    pictures = prepare(tmp_path, store, (), ("a.svg",))
    picture = pictures.get("a.svg")
    assert picture is not None and picture.src == picture.drawing == next(iter(pictures.files))
    assert (picture.width, picture.height) == (224, 224)
    frame = b'<svg height="224" viewBox="0 0 9 9" width="224" xmlns="http://www.w3.org/2000/svg">'
    assert files(pictures) == {picture.src: frame + b'<circle r="4"/></svg>'}
    assert files(prepare(tmp_path, None, (), ("a.svg",))) == files(pictures)
    (folder / "a.svg").write_bytes(b"<svg/>")
    assert prepare(tmp_path, store, (), ("a.svg",)).unreadable == ("a.svg",)


def test_what_is_tall_is_twice_as_high_as_others_are_wide(tmp_path: Path, store: Cache) -> None:
    photo(tmp_path / "images" / "a.jpg", (400, 16_000))
    picture = made(tmp_path, store)
    assert [v.width for v in picture.webp] == [24, 48, 80]
    assert (picture.width, picture.height) == (80, 3200)


def test_turned_upright_and_without_metadata(tmp_path: Path, store: Cache) -> None:
    photo(tmp_path / "images" / "a.jpg", turned=True)
    pictures = prepare(tmp_path, store, ("a.jpg",))
    for data in files(pictures).values():
        with Image.open(io.BytesIO(data)) as variant:
            assert variant.height > variant.width
            assert dict(variant.getexif()) == {}
            assert not {"comment", "exif", "xmp", "icc_profile"} & set(variant.info)
        assert b"Muster" not in data
    # The red corner was at the top left of the sensor: turned by 90 degrees it is top right.
    smallest = pictures.files[made(tmp_path, store).jpeg[0].path]()
    with Image.open(io.BytesIO(smallest)) as variant:
        corner = variant.convert("RGB").crop((variant.width - 20, 10, variant.width - 10, 20))
        red, _, blue = (band.tobytes() for band in corner.split())
    assert min(red) > 200 and max(blue) < 100


def test_the_same_bytes_whether_or_not_anything_is_kept(tmp_path: Path, store: Cache) -> None:
    photo(tmp_path / "images" / "a.jpg")
    first = files(prepare(tmp_path, store, ("a.jpg",)))
    assert files(prepare(tmp_path, store, ("a.jpg",))) == first
    assert files(prepare(tmp_path, None, ("a.jpg",))) == first


def test_what_is_kept_is_not_made_again(
    tmp_path: Path, store: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo(tmp_path / "images" / "a.jpg")
    first = files(prepare(tmp_path, store, ("a.jpg",)))
    pictures = known(tmp_path / "images")
    monkeypatch.setattr(images, "upright", None)
    again = images.prepare(pictures, tmp_path / "images", ["a.jpg"], [], store)
    assert files(again) == first


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "one bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "foreign": lambda data: Image.new("RGB", (9, 9)).tobytes(),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("at", ["before the build", "during it"])
def test_what_is_damaged_is_made_again(tmp_path: Path, store: Cache, damage: str, at: str) -> None:
    photo(tmp_path / "images" / "a.jpg")
    first = files(prepare(tmp_path, store, ("a.jpg",)))
    pictures = prepare(tmp_path, store, ("a.jpg",))
    kept = sorted(store.folder.iterdir())
    whole = {file: file.read_bytes() for file in kept}
    assert len(kept) == len(first)
    for file in kept:
        file.write_bytes(DAMAGE[damage](whole[file]))
    images._made_again.cache_clear()
    if at == "before the build":
        pictures = prepare(tmp_path, store, ("a.jpg",))
    assert files(pictures) == first
    assert {file: file.read_bytes() for file in kept} == whole


def test_what_is_kept_may_be_gone_or_a_folder(tmp_path: Path, store: Cache) -> None:
    photo(tmp_path / "images" / "a.jpg")
    first = files(prepare(tmp_path, store, ("a.jpg",)))
    one, other, *_ = sorted(store.folder.iterdir())
    one.unlink()
    other.unlink()
    other.mkdir()
    images._made_again.cache_clear()
    assert files(prepare(tmp_path, store, ("a.jpg",))) == first
    assert one.is_file() and other.is_dir()


def test_one_size_in_the_place_of_another_is_not_taken(tmp_path: Path, store: Cache) -> None:
    photo(tmp_path / "images" / "a.jpg")
    first = files(prepare(tmp_path, store, ("a.jpg",)))
    small, large = sorted(store.folder.glob("*.jpg"))[:2]
    small.write_bytes(large.read_bytes())
    images._made_again.cache_clear()
    assert files(prepare(tmp_path, store, ("a.jpg",))) == first


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\nbroken", b"GIF89a"])
def test_unreadable(tmp_path: Path, store: Cache, data: bytes) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(data)
    pictures = prepare(tmp_path, store, ("a.png", "gone.png"))
    assert pictures.unreadable == ("a.png", "gone.png")
    assert (pictures.get("a.png"), dict(pictures.files)) == (None, {})


def test_a_picture_that_is_replaced_after_the_check(tmp_path: Path, store: Cache) -> None:
    folder = tmp_path / "images"
    for name in ("good.jpg", "bad.jpg", "gone.jpg"):
        photo(folder / name)
    checked = known(folder)
    photo(folder / "good.jpg", (300, 100))
    (folder / "bad.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "gone.jpg").unlink()
    now = images.prepare(checked, folder, ["good.jpg", "bad.jpg", "gone.jpg"], [], store)
    assert now.unreadable == ("bad.jpg", "gone.jpg")
    assert now.get("good.jpg") == made_alone(folder, "good.jpg", store)


def made_alone(folder: Path, name: str, store: Cache) -> Picture | None:
    heads = {name: originals.read(folder / name, name, named=True)}
    return images.prepare(decoded(heads, folder, None), folder, [name], [], store).get(name)


def test_a_logo_keeps_what_is_transparent(tmp_path: Path, store: Cache) -> None:
    (tmp_path / "images").mkdir()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(tmp_path / "images" / "l.png")
    pictures = prepare(tmp_path, store, (), ("l.png",))
    picture = pictures.get("l.png")
    assert picture is not None and picture.jpeg == ()
    with Image.open(io.BytesIO(pictures.files[picture.src]())) as variant:
        assert (variant.format, variant.mode, variant.width) == ("WEBP", "RGBA", 224)


def test_what_no_entry_shows_any_more_is_forgotten_some_day(
    tmp_path: Path, store: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "SPARE", 4)
    photo(tmp_path / "images" / "a.jpg", (100, 80))
    shown = files(prepare(tmp_path, store, ("a.jpg",)))
    used = {path.name for path in store.folder.iterdir()}
    (store.folder / "mine.txt").write_text("x")
    idle = [f"{number:016x}-480.webp" for number in range(5)]
    kept = []
    for number, name in enumerate(idle):
        (store.folder / name).write_bytes(b"x")
        os.utime(store.folder / name, (number, number))
        assert files(prepare(tmp_path, store, ("a.jpg",))) == shown
        kept.append({path.name for path in store.folder.iterdir()} - used - {"mine.txt"})
    assert kept == [*({*idle[: n + 1]} for n in range(4)), {*idle[3:]}]
    assert (store.folder / "mine.txt").is_file()
    assert used <= {path.name for path in store.folder.iterdir()}

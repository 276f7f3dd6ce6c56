"""Pictures that entries name: turned upright, stripped of metadata, in the sizes pages need.

An original is never copied: it may hold the place where it was taken, or be no picture at all.
Made variants are kept in `.cache/images`, by the content of the original.
"""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.catalogue.pictures import MAX_PIXELS

VERSION = "1"
WIDTHS = (480, 960, 1600)
LOGO_WIDTHS = (112, 224)
_FORMATS = ("PNG", "JPEG", "WEBP")


@dataclass(frozen=True)
class Variant:
    """One size of a picture: where it is on the site, and how wide in pixels."""

    path: str
    width: int


@dataclass(frozen=True)
class Picture:
    """A picture in its sizes; `webp` for nearly all browsers, `jpeg` for the others."""

    width: int
    height: int
    webp: tuple[Variant, ...]
    jpeg: tuple[Variant, ...]

    @property
    def src(self) -> str:
        """The address for browsers that know no sizes."""
        return (self.jpeg or self.webp)[-1].path


@dataclass(frozen=True)
class Pictures:
    """All pictures by the name of their file, and the files to publish by their path."""

    by_name: Mapping[str, Picture]
    files: Mapping[str, Path]
    unreadable: tuple[str, ...]

    def get(self, name: str) -> Picture | None:
        """The picture; `None` when its file could not be read."""
        return self.by_name.get(name)


def prepare(folder: Path, photos: Iterable[str], logos: Iterable[str], cache: Path) -> Pictures:
    """Make every size of the named pictures that the cache does not hold yet."""
    by_name: dict[str, Picture] = {}
    files: dict[str, Path] = {}
    unreadable = []
    wanted = [*((n, WIDTHS) for n in photos), *((n, LOGO_WIDTHS) for n in logos)]
    for name, widths in sorted(set(wanted)):
        made = _made(folder / name, widths, cache)
        if made is None:
            unreadable.append(name)
            continue
        picture, variants = made
        by_name[name] = picture
        files |= variants
    return Pictures(by_name, files, tuple(unreadable))


def _made(
    original: Path, widths: tuple[int, ...], cache: Path
) -> tuple[Picture, dict[str, Path]] | None:
    """The picture and its files, from the cache or made now; `None` when it is unreadable."""
    try:
        data = original.read_bytes()
    except OSError:
        return None
    digest = hashlib.sha256(f"{VERSION}{widths}".encode() + data).hexdigest()[:16]
    folder = cache / "images" / digest
    stored = _stored(folder, original.stem, digest)
    if stored is None and _make(data, widths, folder):
        stored = _stored(folder, original.stem, digest)
    return stored


def _stored(folder: Path, stem: str, digest: str) -> tuple[Picture, dict[str, Path]] | None:
    """What the cache holds of a picture; `None` when that is nothing, or damaged."""
    try:
        known = json.loads((folder / "picture.json").read_text(encoding="utf-8"))
        return _picture(known, stem, digest, folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _picture(
    known: dict[str, object], stem: str, digest: str, folder: Path
) -> tuple[Picture, dict[str, Path]]:
    """What `picture.json` says, with addresses; raises when a file of it is missing."""
    files: dict[str, Path] = {}

    def variants(form: str) -> tuple[Variant, ...]:
        found = []
        for width in known[form]:  # type: ignore[attr-defined]
            path = f"/static/images/{stem}-{digest[:8]}-{int(width)}.{form}"
            files[path] = folder / f"{int(width)}.{form}"
            if not files[path].is_file():
                raise KeyError(path)
            found.append(Variant(path, int(width)))
        return tuple(found)

    picture = Picture(
        width=int(str(known["width"])),
        height=int(str(known["height"])),
        webp=variants("webp"),
        jpeg=variants("jpg"),
    )
    return picture, files


@dataclass(frozen=True)
class _Known:
    """What `picture.json` keeps: the size of the largest variant, and the widths there are."""

    width: int
    height: int
    webp: list[int]
    jpg: list[int]


def _make(data: bytes, widths: tuple[int, ...], folder: Path) -> bool:
    """Write every variant; `picture.json` last, so that an interrupted run starts again."""
    from PIL import Image, ImageOps  # hardly any build has a new picture

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as header:
            if header.width * header.height > MAX_PIXELS:
                return False
            picture = ImageOps.exif_transpose(header)
            upright = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    sizes = sorted({min(width, upright.width) for width in widths})
    for width in sizes:
        height = max(1, round(upright.height * width / upright.width))
        resized = upright.resize((width, height), Image.Resampling.LANCZOS)
        resized.save(folder / f"{width}.webp", "WEBP", quality=80, method=4)
        if upright.mode == "RGB" and widths == WIDTHS:
            resized.save(folder / f"{width}.jpg", "JPEG", quality=80, progressive=True)
    height = max(1, round(upright.height * sizes[-1] / upright.width))
    jpeg = sizes if upright.mode == "RGB" and widths == WIDTHS else []
    known = _Known(sizes[-1], height, sizes, jpeg)
    (folder / "picture.json").write_text(json.dumps(asdict(known)), encoding="utf-8")
    return True

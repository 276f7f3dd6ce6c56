"""Pictures that entries name, in the sizes that pages need; made of their pixels and nothing else.

An original is never copied: it may hold the place where it was taken, or be no picture at all.
What was made is kept by the content of the original, sealed as all that is kept.
"""

import contextlib
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.building.planning import Planning
from plugins.catalogue import pictures as originals
from plugins.catalogue.cache import Cache, running
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue, pictures_of
from plugins.catalogue.model import Entry
from plugins.catalogue.pictures import Pixels, is_drawing
from plugins.catalogue.settings import Settings
from plugins.rendering.chunked import each, flat
from plugins.rendering.pictures import Picture, Pictures, Variant
from plugins.validation import decoding
from plugins.validation.decoding.pixels import fitted, pixels_of, upright

if TYPE_CHECKING:
    from PIL import Image

DECODING = Path(decoding.__file__).parent

VERSION = b"2"
"""Part of every address and of what is kept: raised when other bytes come of the same picture."""

WIDTHS = (480, 960, 1600)
LOGO_WIDTHS = (112, 224)


SPARE = 100
"""So many files are kept in vain at least."""

_NAME = r"[0-9a-f]{16}-[0-9]+\.(?:webp|jpg|svg)"


@record(frozen=True)
class _Original(Frozen):
    """A file, what decoding it gives, and into which widths it is made."""

    file: Path
    pixels: Pixels
    widths: tuple[int, ...]

    @property
    def key(self) -> str:
        """16 digits that stand for its content and all that is made of it."""
        parts = (VERSION, str(self.widths).encode(), self.pixels.digest)
        return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]

    def names(self) -> Mapping[str, tuple[int, int]]:
        """The files that are made of it, `480.webp`, with their sizes; the smallest first."""
        size = self.pixels.width, self.pixels.height
        if is_drawing(self.file.name):
            return {f"{size[0]}.svg": size}
        sizes = sorted({fitted(size, (width, 2 * width)) for width in self.widths})
        forms = ["webp"]
        if self.pixels.opaque and self.widths == WIDTHS:
            forms.append("jpg")
        return {f"{size[0]}.{form}": size for form in forms for size in sizes}


def pictures_of_site(
    catalogue: Catalogue, settings: Settings, planning: Planning | None = None
) -> Pictures:
    """The pictures that entries name, in their sizes; made where they are not kept."""
    photos, logos = _pictures_named(catalogue, planning or Planning({}))
    caches = settings.caches()
    sizes = caches.cache("images", VERSION, running(DECODING)) if caches else None
    return prepare(catalogue.pictures, settings.content / "images", photos, logos, sizes)


def _pictures_named(catalogue: Catalogue, planning: Planning) -> tuple[set[str], set[str]]:
    """The pictures that entries name: photographs, and those that are logos only."""
    each_kind = (each(_pictures_of, kind, catalogue=catalogue) for kind in KIND_ATTRIBUTES)
    known = planning.fingerprints.value
    named = [pair for chunk in flat(each_kind) for pairs in known(chunk) for pair in pairs]
    photos = {file for field, file in named if field != "logo"}
    return photos, {file for _, file in named} - photos


def _pictures_of(_: Catalogue, entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple(pictures_of(entry))


def prepare(
    known: Mapping[str, originals.PictureFile],
    folder: Path,
    photos: Iterable[str],
    logos: Iterable[str],
    cache: Cache | None,
) -> Pictures:
    """Make every size of the named pictures that is not kept yet.

    `known` says what decoding them gave when they were checked.
    """
    by_name: dict[str, Picture] = {}
    files: dict[str, Callable[[], bytes]] = {}
    unreadable = []
    used: set[str] = set()
    wanted = [*((n, WIDTHS) for n in photos), *((n, LOGO_WIDTHS) for n in logos)]
    for name, widths in sorted(set(wanted)):
        pixels = known[name].pixels if name in known else None
        original = _Original(folder / name, pixels, widths) if pixels and pixels.digest else None
        if original is not None and not _is_kept(original, cache):
            original = _made_now(original, cache)
        if original is None:
            unreadable.append(name)
            continue
        by_name[name] = _picture(original)
        for made in original.names():
            files[_path(original, made)] = partial(_bytes, original, made, cache)
            used.add(f"{original.key}-{made}")
    if cache is not None:
        _forget(cache.folder, used)
    return Pictures(by_name, files, tuple(unreadable))


def _forget(folder: Path, used: set[str]) -> None:
    """Remove the oldest that are kept in vain, as soon as there are more of them than of others.

    Some stay, because another branch or folder of entries may show them the next time.
    """
    with contextlib.suppress(OSError):
        idle = [path for path in folder.iterdir() if path.name not in used and _is_file(path)]
        if len(idle) > max(len(used), SPARE):
            idle.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
            for path in idle[max(len(used), SPARE) // 2 :]:
                path.unlink(missing_ok=True)


def _is_file(path: Path) -> bool:
    """Whether it is a file as they are made here."""
    return bool(re.fullmatch(_NAME, path.name)) and path.is_file()


def _picture(original: _Original) -> Picture:
    """The picture with its addresses."""
    sizes = original.names()

    def variants(form: str) -> tuple[Variant, ...]:
        names = [name for name in sizes if name.endswith(form)]
        return tuple(Variant(_path(original, name), *sizes[name]) for name in names)

    width, height = max(sizes.values())
    drawn = next(iter(variants(".svg")), None)
    return Picture(
        width, height, variants(".webp"), variants(".jpg"), drawing=drawn.path if drawn else ""
    )


def _path(original: _Original, name: str) -> str:
    return f"/static/images/{original.file.stem}-{original.key[:8]}-{name}"


def _is_kept(original: _Original, cache: Cache | None) -> bool:
    """Whether there is something under all its names; how good that is, reading will show."""
    return cache is not None and all(cache.has(f"{original.key}-{n}") for n in original.names())


def _made_now(original: _Original, cache: Cache | None) -> _Original | None:
    """Make all sizes of the file as it is now: it may be another than the one that was checked."""
    found = _decoded(original)
    if found is None:
        return None
    original, made = found
    _keep(original, made, cache)
    return original


def _bytes(original: _Original, name: str, cache: Cache | None) -> bytes:
    """One file, as it is kept or made again. Raises `OSError` when the original is gone."""
    kept = cache.get(f"{original.key}-{name}") if cache else None
    if isinstance(kept, bytes):
        return kept
    made = _made_again(original)
    _keep(original, made, cache)
    return made[name]


@lru_cache(maxsize=1)
def _made_again(original: _Original) -> Mapping[str, bytes]:
    """All files of one original: where nothing is kept they are asked for one after the other."""
    found = _decoded(original)
    if found is None or found[0].pixels != original.pixels:
        raise OSError(f"{original.file.name}: ?")
    return found[1]


def _decoded(original: _Original) -> tuple[_Original, Mapping[str, bytes]] | None:
    """The file as it is now, and all that is made of it; nothing when it cannot be published."""
    data = originals.content(original.file)
    if is_drawing(original.file.name):
        from plugins.validation.decoding import drawing  # only where a logo is one

        drawn = drawing.drawing(data)
        if drawn is None:
            return None
        now = _Original(original.file, drawing.pixels_of(drawn, data), original.widths)
        return now, dict.fromkeys(now.names(), drawn.svg)
    picture = upright(data)
    if picture is None:
        return None
    now = _Original(original.file, pixels_of(picture, data), original.widths)
    return now, _encoded(picture, now)


def _keep(original: _Original, made: Mapping[str, bytes], cache: Cache | None) -> None:
    if cache is not None:
        for name, data in made.items():
            cache.put(f"{original.key}-{name}", data)


def _encoded(picture: "Image.Image", original: _Original) -> Mapping[str, bytes]:
    return {name: _file(picture, name, size) for name, size in original.names().items()}


def _file(picture: "Image.Image", name: str, size: tuple[int, int]) -> bytes:
    from PIL.Image import Resampling

    resized, stream = picture.resize(size, Resampling.LANCZOS), io.BytesIO()
    if name.endswith(".webp"):
        resized.save(stream, "WEBP", quality=80, method=4)
    else:
        resized.save(stream, "JPEG", quality=80, progressive=True)
    return stream.getvalue()

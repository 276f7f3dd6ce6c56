"""Pictures that came along: made anew of their pixels, and put into the entry with their words.

Nothing else of what was handed in is in the new file: no place, no camera, no comment, no name.
A picture without an alternative text stays outside until somebody has described it.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from plugins.catalogue import pictures
from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry
from plugins.catalogue.pictures import PictureFile, Pixels, head
from plugins.intake.existing import ExistingContent
from plugins.intake.tree import Branch
from plugins.validation.decoding.pixels import upright

SIDE = 2400
"""Pixels on the longer side, at most: what a page can use on a fine screen."""
SMALLER = (SIDE, SIDE // 2, SIDE // 4)
"""Tried one after the other where what is transparent would make too large a file."""
QUALITY = 85
MOST_BYTES = pictures.MAX_BYTES // 2
MOST = 12
"""So many pictures of a submission are looked at: as many as an entry can have."""
FOLDER = "images"
_LONGEST = 70


@dataclass(frozen=True)
class Photo:
    """A picture as it would be published. `number` counts those that came along, from 1."""

    number: int
    called: str
    """The name under which it was handed in: to be shown, never to be used."""
    ending: str
    width: int
    height: int
    is_opaque: bool
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Along:
    """What came along: pictures, and the names of those that cannot be used."""

    photos: tuple[Photo, ...] = ()
    unusable: tuple[str, ...] = ()


NOTHING = Along()


@dataclass(frozen=True)
class PlacedPhoto:
    """A picture in an entry: the name of its file in content/images/, and its description."""

    photo: Photo
    file: str
    alt: str


def along(files: Iterable[tuple[str, Path]]) -> Along:
    """The pictures in these files, by the names under which they were handed in."""
    photos: list[Photo] = []
    unusable: list[str] = []
    for number, (called, path) in enumerate(files, start=1):
        found = _photo(path) if number <= MOST else None
        if found is None:
            unusable.append(called)
        elif all(found.data != other.data for other in photos):  # the same one twice is one
            photos.append(replace(found, number=number, called=called))
    return Along(tuple(photos), tuple(unusable))


def _photo(path: Path) -> Photo | None:
    """A picture; `None` where there is none, or it is damaged or too large to be decoded."""
    data = pictures.content(path)
    return _made(_Data(data)) if data else None


class _Data:
    """What is in a file, known by its digest: so what was made of it is not made again."""

    def __init__(self, data: bytes) -> None:
        self.data, self._digest = data, hashlib.sha256(data).digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Data) and self._digest == other._digest

    def __hash__(self) -> int:
        return hash(self._digest)


@lru_cache(maxsize=MOST)
def _made(given: _Data) -> Photo | None:
    for side in SMALLER:
        picture = upright(given.data, (side, side))
        if picture is None:
            return None
        stream, is_opaque = io.BytesIO(), picture.mode == "RGB"
        if is_opaque:
            picture.save(stream, "JPEG", quality=QUALITY, optimize=True)
        else:
            picture.save(stream, "PNG", optimize=True)
        if stream.tell() <= MOST_BYTES:
            ending = ".jpg" if is_opaque else ".png"
            return Photo(0, "", ending, *picture.size, is_opaque, stream.getvalue())
    return None


def where(kind: type[Entry], number: int) -> str:
    """The path of the field that takes the picture with this number; empty where none does."""
    known = fields_of(kind)
    if "images" in known:
        return f"images.{number}"
    return "image" if "image" in known and number == 1 else ""


def placed(
    photo: Photo, alt: str, entry_id: str, content: Path, used: Iterable[str]
) -> PlacedPhoto:
    """The picture with a name of its own: that of the entry, and a number where it is taken.

    Where the very same picture lies in the folder already, it has its name there.
    """
    there = {path.name.lower(): path for path in _listed(content / FOLDER)}
    for name, path in sorted(there.items()):
        if path.name == name and name.endswith(photo.ending) and _holds(path, photo.data):
            return PlacedPhoto(photo, name, alt)
    start, taken = entry_id[:_LONGEST].strip("-_"), {*there, *used}
    names = (f"{start}{n}{photo.ending}" for n in ("", *(f"-{n}" for n in range(2, 10_000))))
    return PlacedPhoto(photo, next(name for name in names if name not in taken), alt)


def _listed(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from folder.iterdir()


def _holds(path: Path, data: bytes) -> bool:
    """Whether just this is in the file."""
    try:
        return path.stat().st_size == len(data) and pictures.content(path) == data
    except OSError:
        return False


def put(entry: Branch, photos: Iterable[tuple[PlacedPhoto, str]], kind: type[Entry]) -> Branch:
    """The entry with these pictures, behind those that it has; each with who made it, if told."""
    made: list[Branch] = []
    for one, credit in photos:
        record: Branch = {"file": one.file, "alt": one.alt}
        made.append(record | {"credit": credit} if credit else record)
    if not made:
        return entry
    if "images" not in fields_of(kind):
        return {**entry, "image": made[0]}
    old = entry.get("images", [])
    before = list(old) if isinstance(old, list) else []
    names = {one.get("file") for one in before if isinstance(one, dict)}
    return {**entry, "images": [*before, *(one for one in made if one["file"] not in names)]}


def with_pictures(existing: ExistingContent, there: Iterable[PlacedPhoto]) -> ExistingContent:
    """What is there once these pictures lie in their folder."""
    more: Mapping[str, PictureFile] = {one.file: _picture(one, existing) for one in there}
    if not more:
        return existing
    loaded = existing.loaded
    readable = replace(loaded.readable, pictures={**loaded.readable.pictures, **more})
    return replace(existing, loaded=replace(loaded, readable=readable))


def _picture(one: PlacedPhoto, existing: ExistingContent) -> PictureFile:
    photo = one.photo
    digest = hashlib.sha256(photo.data).digest()
    pixels = Pixels(photo.width, photo.height, photo.is_opaque, digest)
    shown = f"{existing.site.shown}/{FOLDER}/{one.file}"
    known = head(io.BytesIO(photo.data))
    return PictureFile(one.file, shown, len(photo.data), known, named=True, pixels=pixels)

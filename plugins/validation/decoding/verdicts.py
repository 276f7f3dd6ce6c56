"""Decodes every picture that entries name, once: what came of it is kept by its content."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from plugins.catalogue.cache import CacheFolder, ShardedCache, running
from plugins.catalogue.clock import Clock, Seen, clock, look
from plugins.catalogue.pictures import PictureFile, Pixels, content, is_drawing
from plugins.validation.decoding.pixels import pixels


class _Verdict(NamedTuple):
    """A file as it was decoded: what was seen of it, its content's digest, what came of it."""

    seen: Seen
    digest: bytes
    pixels: Pixels | None


def decoded(
    pictures: Mapping[str, PictureFile], folder: Path, caches: CacheFolder | None
) -> Mapping[str, PictureFile]:
    """The pictures of `folder`, those that are named and may be decoded with what that gives."""
    cache = caches.cache("pictures", running(Path(__file__).parent)) if caches else None
    moment = clock(cache.folder) if cache else Clock()
    shards = ShardedCache[_Verdict](cache)
    before = shards.load()
    known = {verdict.digest: verdict.pixels for verdict in before.values()}
    now = {}
    for name, picture in pictures.items():
        if picture.named and picture.is_called_right and picture.is_bearable:
            file = folder.absolute() / name
            now[str(file)] = _verdict(file, moment, before.get(str(file)), known)
    if any(before.get(file) != verdict for file, verdict in now.items()):
        others = {file: verdict for file, verdict in before.items() if Path(file).is_file()}
        shards.save(before, {**others, **now})
    files = {Path(file).name: verdict.pixels for file, verdict in now.items()}
    return {
        name: replace(picture, pixels=files.get(name, picture.pixels))
        for name, picture in pictures.items()
    }


def _verdict(
    file: Path, moment: Clock, before: _Verdict | None, known: Mapping[bytes, Pixels | None]
) -> _Verdict:
    """What is known of the file if it did not change, or of another that is the same."""
    seen = look(file, moment)
    if before is not None and before.seen.still_holds(seen):
        return before
    data = content(file)
    digest = hashlib.sha256(data).digest()
    return _Verdict(seen, digest, known[digest] if digest in known else _pixels(file.name, data))


def _pixels(name: str, data: bytes) -> Pixels | None:
    if not is_drawing(name):
        return pixels(data)
    from plugins.validation.decoding import drawing  # a parser that most sites never need

    return drawing.pixels(data)

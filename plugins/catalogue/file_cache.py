"""Reading only what changed: what was parsed in an earlier run is kept, file by file.

What counts is the content of a file; its size, times and number in the file system are a hint that
spares reading it (`clock`).
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from plugins.catalogue.cache import Cache, ShardedCache, fingerprint
from plugins.catalogue.clock import UNSEEN, Clock, Seen, clock, look
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.context import Context
from plugins.catalogue.find import SourceFile, read_bytes
from plugins.catalogue.frozen import packed, unpacked
from plugins.catalogue.model import Entry, Vocabularies
from plugins.catalogue.parse import Parsed, parse
from plugins.catalogue.processes import OnProgress, share_out
from plugins.catalogue.titles import titled

AT_HAND = frozenset(
    "id origin translations localised original name title formerly organisers venue networks"
    " funding association members menu order".split()
)
"""The fields of entries that every run looks at: the others are read when somebody asks."""


class _Packed(NamedTuple):
    """An entry: its kind, the fields at hand by their names, and the others, packed."""

    kind: type[Entry]
    at_hand: dict[str, Any]
    others: bytes


class CachedFile(NamedTuple):
    """A file as it was parsed: what was seen of it, its content's digest, what it holds.

    Of a file that could not be read there is no digest, and nothing that was seen is certain: it is
    tried again. What its entry was called before is known from when it was read last. `parsed` is
    without its entry, which is packed.
    """

    seen: Seen
    digest: bytes
    parsed: Parsed
    entry: _Packed | None = None

    @property
    def whole(self) -> Parsed:
        """What the file holds."""
        if self.entry is None:
            return self.parsed
        kind, at_hand, others = self.entry
        return self.parsed._replace(thing=unpacked(kind, at_hand, others))


def _cached(seen: Seen, digest: bytes, parsed: Parsed) -> CachedFile:
    if not isinstance(parsed.thing, Entry):
        return CachedFile(seen, digest, parsed)
    entry = _Packed(type(parsed.thing), *packed(parsed.thing, AT_HAND))
    return CachedFile(seen, digest, parsed._replace(thing=None), entry)


def parse_all(
    files: Sequence[SourceFile],
    vocabularies: Vocabularies,
    region: str,
    cache: Cache | None = None,
    processes: int = 1,
    step: OnProgress | None = None,
) -> list[Parsed]:
    """Every file's content, in their order; from the cache what did not change since."""
    moment = clock(cache.folder) if cache else Clock()
    shards = ShardedCache[CachedFile](cache)
    before = shards.load()
    now = [_unchanged(file, moment, before.get(file.shown)) for file in files]
    missing = [number for number, known in enumerate(now) if known is None]
    work = partial(_parsed, [files[n] for n in missing], vocabularies, region, moment)
    shares = share_out(range(len(missing)), work, processes, step)
    for share, parsed in enumerate(shares):
        for number, fresh in zip(missing[share :: len(shares)], parsed, strict=True):
            now[number] = _with_former(fresh, before.get(files[number].shown))
    whole = [known for known in now if known is not None]
    shards.save(before, {file.shown: known for file, known in zip(files, whole, strict=True)})
    return [known.whole for known in whole]


def _parsed(
    files: Sequence[SourceFile],
    vocabularies: Vocabularies,
    region: str,
    moment: Clock,
    numbers: Iterable[int],
) -> list[CachedFile]:
    """Some of the files, read and parsed."""
    found = []
    for file in (files[number] for number in numbers):
        context = Context(Problems(file.shown), vocabularies, region, titled)
        seen = look(file.path, moment)
        data = read_bytes(file.path, context.problems)
        if context.problems:
            found.append(_cached(UNSEEN, b"", parse(file, data, context)))
        else:
            found.append(_cached(seen, fingerprint([data]), parse(file, data, context)))
    return found


def _with_former(fresh: CachedFile, before: CachedFile | None) -> CachedFile:
    """With the former ids that were known, where the file could not be read."""
    if fresh.digest or before is None:
        return fresh
    return fresh._replace(parsed=fresh.parsed._replace(formerly=before.whole.former_ids))


def _unchanged(file: SourceFile, moment: Clock, before: CachedFile | None) -> CachedFile | None:
    """What is known of a file that did not change; `None` when it has to be parsed."""
    if before is None:
        return None
    now = look(file.place, moment)
    if before.seen.still_holds(now):
        return before
    problems = Problems(file.shown)
    data = read_bytes(file.path, problems)
    same = not problems and fingerprint([data]) == before.digest
    return before._replace(seen=now) if same else None

"""What was found in entries that did not change is not looked for again.

It is kept by the file of the entry, with a digest of that and of its translations. It holds as long
as the rules, and all that they are given besides, are the same (`RuleContext`).
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from plugins.catalogue.cache import Cache, CacheFolder, ShardedCache, fingerprint, running
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.functions import function_name
from plugins.catalogue.model import Entry, Origin
from plugins.validation.apply import in_entry
from plugins.validation.context import RuleContext

E = TypeVar("E", bound=Entry)
T = TypeVar("T")

_Findings = tuple[Diagnostic, ...]


class _CachedFindings(NamedTuple):
    """The digest of an entry's files, what was found in them, and what functions say of them."""

    digest: bytes
    findings: _Findings | None
    notes: Mapping[str, Any]


def cache_of(caches: CacheFolder, content: Path, context: RuleContext) -> Cache:
    """Where it is kept what rules of this code, given this, find in the entries of a folder."""
    here = Path(__file__).parent
    code = running(here), running(here.parent / "catalogue")
    return caches.cache_of("findings", content, *code, context.version)


class RuleCache:
    """What earlier runs found in entries, and this one; `save` keeps it."""

    def __init__(self, cache: Cache | None = None) -> None:
        self._shards = ShardedCache[_CachedFindings](cache)
        self._before = self._shards.load()
        self._now: dict[str, _CachedFindings] = {}

    def memo(self, function: Callable[[E], T], entry: E) -> T:
        """What the function gives; from the cache where the entry did not change."""
        name, known = _called(function), self._of(entry)
        if name in known.notes:
            value: T = known.notes[name]
            return value
        value = function(entry)
        self._know(entry, known._replace(notes={**known.notes, name: value}))
        return value

    def in_entries(self, entries: Iterable[Entry], context: RuleContext) -> list[Diagnostic]:
        """What the rules find in each entry; from the cache where nothing changed."""
        found: list[Diagnostic] = []
        for entry in entries:
            known = self._of(entry)
            findings = known.findings
            if findings is None:
                findings = tuple(in_entry(entry, context))
                if _is_certain(entry, findings):
                    self._know(entry, known._replace(findings=findings))
            found += findings
        return found

    def save(self) -> None:
        """Keep what is known of the entries that somebody asked for."""
        self._shards.save(self._before, self._now)

    def _of(self, entry: Entry) -> _CachedFindings:
        path = entry.origin.path
        known = self._now.get(path)
        if known is None:
            digest, known = _digest(entry), self._before.get(path)
            if known is None or not digest or known.digest != digest:
                return _CachedFindings(digest, None, {})
            self._now[path] = known
        return known

    def _know(self, entry: Entry, known: _CachedFindings) -> None:
        if known.digest:
            self._now[entry.origin.path] = known


@cache
def _called(function: Callable[..., object]) -> str:
    return ".".join(function_name(function))


def _digest(entry: Entry) -> bytes:
    """Of all files of an entry; empty when one of them could not be kept."""
    if not entry.translations:
        return entry.origin.digest
    origins = _origins(entry)
    if not all(origin.digest for origin in origins):
        return b""
    pairs = ((o.path.encode("utf-8", "surrogatepass"), o.digest) for o in origins)
    return fingerprint(part for pair in pairs for part in pair)


def _origins(entry: Entry) -> tuple[Origin, ...]:
    return (entry.origin, *(translation.origin for translation in entry.translations))


def _is_certain(entry: Entry, found: _Findings) -> bool:
    """Whether no rule crashed, and all places are those of the files that the digests are of."""
    if any(one.code == "SYS-RULE" for one in found):
        return False
    return not found or all(origin.still_holds() for origin in _origins(entry))

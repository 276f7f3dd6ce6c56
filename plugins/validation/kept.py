"""What was found in entries that did not change is not looked for again.

It is kept by the file of the entry, with a digest of that and of its translations. It holds as long
as the rules, and all that they are given besides, are the same (`Given`).
"""

from collections.abc import Iterable
from pathlib import Path

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Entry, Origin
from plugins.catalogue.store import Collection, Memory, Store, fingerprint, running
from plugins.validation.given import Given
from plugins.validation.hold import in_entry

_Findings = tuple[Diagnostic, ...]
_Kept = tuple[bytes, _Findings]
"""The digest of an entry's files, and what was found in them."""


def store_of(memory: Memory, content: Path, given: Given) -> Store:
    """Where it is kept what rules of this code, given this, find in the entries of a folder."""
    here = Path(__file__).parent
    code = running(here), running(here.parent / "catalogue")
    return memory.store_of("findings", content, *code, given.version)


def in_entries(
    entries: Iterable[Entry], given: Given, store: Store | None = None
) -> list[Diagnostic]:
    """What the rules find in each entry; from the store where nothing changed."""
    collection = Collection[_Kept](store)
    before = collection.load()
    found: list[Diagnostic] = []
    now: dict[str, _Kept] = {}
    for entry in entries:
        path, digest = entry.origin.path, _digest(entry)
        kept = before.get(path)
        is_certain = kept is not None and kept[0] == digest
        if kept is None or not is_certain:
            kept = digest, tuple(in_entry(entry, given))
            is_certain = bool(digest) and _is_certain(entry, kept[1])
        if is_certain:
            now[path] = kept
        found += kept[1]
    collection.save(before, now)
    return found


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

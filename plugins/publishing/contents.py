"""What a site holds: its files by digest, its entries by kind."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

INVENTORY = ".entries.json"
"""Which entries a site shows; every build writes it (building/inventory.py)."""

FIFTH = 5
WHOLE_KIND = 2
"""So many entries of one kind do not go at once by themselves."""


def digests(site: Path) -> Mapping[str, str]:
    """The SHA-256 of every file, by its path in the site. Raises `OSError`."""
    files = sorted(path for path in site.rglob("*") if not path.is_dir())
    return {path.relative_to(site).as_posix(): _digest(path) for path in files}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class PublishedInventory:
    """The ids of the entries that a site shows, by kind; how many files had to be left out."""

    entries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    left_out: int = 0

    @property
    def count(self) -> int:
        """How many entries there are."""
        return sum(map(len, self.entries.values()))


def inventory(written: bytes) -> PublishedInventory:
    """What a site says that it shows; nothing if that cannot be read."""
    try:
        read: Any = json.loads(written)
        entries = {str(kind): frozenset(map(str, ids)) for kind, ids in read["entries"].items()}
        return PublishedInventory(entries, int(read["left_out"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return PublishedInventory()


@dataclass(frozen=True)
class Loss:
    """Of `before` entries of a kind so many are gone."""

    kind: str
    gone: int
    before: int


def losses(before: PublishedInventory, after: PublishedInventory) -> tuple[Loss, ...]:
    """What would be gone, by kind, if it is more than a change of a site explains; else nothing.

    That is more than a fifth of all entries, or every entry of a kind that had several. Entries
    are told apart by their ids, so another city's are not taken for ours.
    """
    found = [
        Loss(kind, len(ids - after.entries.get(kind, frozenset())), len(ids))
        for kind, ids in sorted(before.entries.items())
    ]
    lost = sum(loss.gone for loss in found)
    whole = any(loss.gone == loss.before >= WHOLE_KIND for loss in found)
    is_much = lost * FIFTH > before.count or whole
    return tuple(loss for loss in found if loss.gone) if is_much else ()

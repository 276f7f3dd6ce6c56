"""Which files changed. Editors save in several steps; those within a moment are one change."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from watchfiles import DefaultFilter

from plugins.catalogue.notes import STATE
from plugins.validation.saved import batches

STEP = 20
"""Milliseconds without another change after which a change is over."""

PATIENCE = 300
"""Milliseconds after which it is looked at even if changes go on."""

HEARTBEAT = 100
"""Milliseconds after which a watch says at least that nothing changed."""

QUIET = 5
"""So many heartbeats after a change it is said that nothing follows."""

SILENCE = 100
"""The same is said again whenever so many are over, so that a new day is noticed."""

Changes = frozenset[Path]

_IGNORED = (*DefaultFilter.ignore_entity_patterns, rf"^\.?{re.escape(STATE)}")
"""Beside what editors leave: what a build notes in the content folder itself."""


def changes(watched: Sequence[Path]) -> Iterator[Changes]:
    """What changed in these files and folders, again and again; nothing when it is quiet.

    The first time all the folders are named, so that what is done at first is done while changes
    are noticed already. The same when one of them was taken away, put back, or replaced.
    """
    last = _identities(watched)
    while True:
        known = _identities(watched)
        news = {path for path in watched if path.is_dir() or known[path] != last[path]}
        quiet = 0
        for batch in _batches([path for path in watched if path.exists()]):
            quiet = 0 if batch or news else quiet + 1
            if quiet == QUIET or not quiet % SILENCE:
                yield frozenset(batch | news)
                news = set()
            if _identities(watched) != known:
                break
        last = known


def _batches(there: Sequence[Path]) -> Iterator[Changes]:
    found = batches(
        *there,
        watch_filter=DefaultFilter(ignore_entity_patterns=_IGNORED),
        step=STEP,
        debounce=PATIENCE,
        rust_timeout=HEARTBEAT,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    for batch in found:
        yield frozenset(Path(path) for _, path in batch)


def _identities(watched: Sequence[Path]) -> Mapping[Path, tuple[int, int] | None]:
    """By what the file system knows each of them; a watch does not follow to a replacement."""
    return {path: _identity(path) for path in watched}


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino

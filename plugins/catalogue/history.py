"""What git knows of the files of a content folder: when each was last changed.

Asked are the folder's own commits, in a few processes whatever its size, and kept until HEAD moves.
No name from the repository becomes an option of a command. Where there is no git, no repository or
no commit, there is no history.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from plugins.catalogue.cache import CacheFolder, running
from plugins.catalogue.frozen import Frozen, record

PATIENCE = 120
"""Seconds after which git is not waited for any more."""

_FOLDERS = ("events", "associations", "board")
_HERE = frozenset(
    "GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_COMMON_DIR GIT_PREFIX GIT_NAMESPACE"
    " GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES".split()
)
"""What a hook is told of the repository that it runs for, which need not be the content's."""

_COMMIT = "\x01"

_Known = tuple[Mapping[str, int], Mapping[str, int], frozenset[str]]
"""When files were last touched, when they came, and which the last commit has."""


@record(frozen=True)
class History(Frozen):
    """Seconds since 1970 by file, `events/fest.md`; which files are as the last commit has them.

    `added` is when a file came, `changed` when it was last touched.

    The time is git's corrected commit date: that of the commit, but always after its parents'. So
    of two commits that touch a file the later one has the later time, whatever clocks said.
    `is_shallow`: older commits are lacking, so that many files seem younger than they are.
    """

    is_shallow: bool = False
    changed: Mapping[str, int] = field(default_factory=dict)
    unchanged_since: Collection[str] = frozenset()
    added: Mapping[str, int] = field(default_factory=dict)


def head(content: Path) -> bytes:
    """Which commit the folder is at, and whether all before it is there; empty without history."""
    return _git(content, "rev-parse", "--is-shallow-repository", "HEAD^{commit}")


def read(content: Path, caches: CacheFolder | None) -> History:
    """The history of the content folder; what is kept in `caches` is not asked for again."""
    at = head(content)
    if not at:
        return History()
    code = running(Path(__file__).parent)
    cache = caches.cache_of("history", content, code, at) if caches else None
    known: _Known | None = cache.get("commits") if cache else None
    if known is None:
        known = *_changed(content), frozenset(_names(_git(content, *_TREE)))
        if cache is not None:
            cache.put("commits", known)
    changed, added, there = known
    edited = frozenset(_names(_git(content, *_DIFFERENCE)))
    return History(at.startswith(b"true"), changed, there - edited, added)


# Every parent of a merge is compared: what a merge undoes has changed as well.
_LOG = (
    *("-c", "log.diffMerges=separate", "-c", "log.showSignature=false"),
    *("log", "--full-history", "-m", "--name-only", "--no-renames", "--relative", "-z"),
    *("--format=%x01%H", "HEAD", "--", *_FOLDERS),
)
_AS_FILES = ("--no-renames", "--no-ext-diff", "--no-textconv", "--relative", "-z")
_DIFFERENCE = ("diff", "--name-only", *_AS_FILES, "HEAD", "--", *_FOLDERS)
_TREE = ("ls-tree", "-r", "-z", "--name-only", "HEAD", "--", *(f"{name}/" for name in _FOLDERS))
_DATES = ("rev-list", "--topo-order", "--reverse", "--parents", "--timestamp", "HEAD")


def _changed(content: Path) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """When each file was last touched, and when it was first; of those that are gone, too."""
    dates = _dates(content)
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    date = 0
    for name in _names(_git(content, *_LOG)):
        if name.startswith(_COMMIT):
            date = dates.get(name.removeprefix(_COMMIT), 0)
        else:
            last[name] = max(date, last.get(name, 0))
            first[name] = min(date, first.get(name, date))
    return last, first


def since(content: Path, moment: int, folders: Iterable[str]) -> Mapping[str, str] | None:
    """What became of the files of these folders since a moment, in seconds since 1970.

    By file, `events/fest.md`: `A` it is new, `M` it was changed, `D` it is gone; held against what
    lies there now, committed or not. `None` where git knows nothing of that time.
    """
    before = _git(content, "rev-list", "--max-count=1", f"--before={moment}", "HEAD")
    if not before:
        if not head(content).startswith(b"false"):
            return None
        before = _git(content, "hash-object", "-t", "tree", os.devnull)  # nothing was there yet
    names = (*before.decode("ascii").split(), "--", *folders)
    fields = [*_names(_git(content, "diff", "--name-status", *_AS_FILES, *names))]
    found = dict(zip(fields[1::2], fields[::2], strict=True))
    there = _git(content, "ls-files", "--others", "--exclude-standard", "-z", "--", *folders)
    return found | dict.fromkeys(_names(there), "A")


def _dates(content: Path) -> Mapping[str, int]:
    """The corrected commit date of each commit (git's documentation, commit-graph, version 2)."""
    dates: dict[str, int] = {}
    for line in _git(content, *_DATES).decode("ascii", "replace").splitlines():
        date, commit, *parents = line.split()
        dates[commit] = max(int(date), *(dates.get(parent, 0) + 1 for parent in parents), 0)
    return dates


def _names(output: bytes) -> Iterator[str]:
    return (os.fsdecode(name).lstrip("\n") for name in output.split(b"\0") if name)


def _git(folder: Path, *arguments: str) -> bytes:
    """What git says in a folder; nothing when it cannot."""
    import subprocess  # most runs know it already

    environment = {key: value for key, value in os.environ.items() if key not in _HERE}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return b"" if done.returncode else done.stdout

"""Whether a folder is still at the commit that it was at, by git's files: git itself takes longer.

`history` says which commit that is. Here it is enough that nothing stays the same when it changes.
"""

from collections.abc import Iterator
from pathlib import Path

_REF = b"ref: "
_LINKS = 5
"""So many names may stand for one another, as git has it."""


def state(folder: Path) -> bytes:
    """What changes whenever the folder comes to another commit; empty where there is no git.

    Also when older commits are fetched. It may change when they stay the same.
    """
    for parent in (folder.resolve(), *folder.resolve().parents):
        if (parent / ".git").exists():
            return b"\0".join(_parts(_own(parent / ".git")))
    return b""


def _own(git: Path) -> Path:
    """The folder that holds HEAD; in a further work tree a file leads there (gitrepository-layout).

    Such a folder names the one that it shares with the others in `commondir`.
    """
    return git if git.is_dir() else git.parent / _path(_read(git).removeprefix(b"gitdir: "))


def _path(written: bytes) -> str:
    return written.strip().decode(errors="surrogateescape")


def _parts(own: Path) -> Iterator[bytes]:
    common = own / _path(_read(own / "commondir"))
    yield _read(common / "shallow")
    name = "HEAD"
    for _ in range(_LINKS):
        head = _read(own / name) or _read(common / name)
        yield head
        if not head:  # it stands with others in one file
            yield _read(common / "packed-refs")
            yield _read(own / "reftable" / "tables.list")
            yield _read(common / "reftable" / "tables.list")
        if not head.startswith(_REF):
            break
        name = _path(head.removeprefix(_REF))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        return b""

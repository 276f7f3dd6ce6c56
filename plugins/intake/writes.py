"""Writes files all or none, as far as a file system can.

Every new text is first written beside its file. Only when all are there they are put in their
places, one rename each; should one of these fail, or somebody stop it, those before it are undone.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Literal, NamedTuple


class Write(NamedTuple):
    """A file to be written; `before` is what it must hold until then, `None` a file to be made."""

    path: Path
    data: bytes
    before: bytes | None


class ChangedMeanwhile(Exception):
    """Somebody else changed this file meanwhile; nothing has been written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


def write_all(writes: Iterable[Write]) -> None:
    """Write all of them. Raises `ChangedMeanwhile`, or `OSError`; then none is written."""
    writes = tuple(writes)
    for write in writes:
        write.path.parent.mkdir(exist_ok=True)
    with ExitStack() as alone:
        # A folder that a link leads to is the same: who locks it twice waits for himself.
        for folder in sorted({write.path.parent.resolve() for write in writes}):
            alone.enter_context(_alone(folder))
        _write(writes)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else who writes by this module does so in the folder meanwhile: they wait.

    Where the file system has no locks they only see what was changed before they began.
    """
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            flock(opened, LOCK_EX)
        yield
    finally:
        os.close(opened)


def _write(writes: tuple[Write, ...]) -> None:
    done: list[Write] = []
    try:
        for write in writes:
            _check(write)
            _beside(write.path).unlink(missing_ok=True)
            _put(write, write.data, "xb")
        for write in writes:
            _check(write)
        for write in writes:
            done.append(write)
            try:
                _place(write)
            except ChangedMeanwhile:  # what is there is another's, even if it says the same
                done.remove(write)
                raise
    except BaseException:
        for write in done:
            _undo(write)
        raise
    finally:
        for write in writes:
            with suppress(OSError):
                _beside(write.path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """A hidden name that no reader of the content takes for an entry."""
    return path.with_name(f".{path.name}.new")


def _put(write: Write, data: bytes, mode: Literal["wb", "xb"] = "wb") -> None:
    """What takes a file's place has its permissions."""
    with _beside(write.path).open(mode) as stream:
        if write.before is not None:
            os.fchmod(stream.fileno(), stat.S_IMODE(write.path.stat().st_mode))
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _check(write: Write) -> None:
    path = write.path
    if path.parent.is_symlink() or path.is_symlink():
        raise ChangedMeanwhile(path)
    if (path.read_bytes() if path.exists() else None) != write.before:
        raise ChangedMeanwhile(path)


def _place(write: Write) -> None:
    """One rename; a new file takes no other's place even if that has just appeared."""
    if write.before is None:
        try:
            os.link(_beside(write.path), write.path)
        except FileExistsError:
            raise ChangedMeanwhile(write.path) from None
    else:
        os.replace(_beside(write.path), write.path)  # noqa: PTH105


def _undo(write: Write) -> None:
    """Put back what was there, but only where our own text stands."""
    with suppress(OSError):
        if write.path.read_bytes() != write.data:
            return
        if write.before is None:
            write.path.unlink()
        else:
            _put(write, write.before)
            os.replace(_beside(write.path), write.path)  # noqa: PTH105

"""What a disk refuses: for which path, and by which code of the register it is said."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_CODES: Mapping[int | None, str] = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "PUB-FULL"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "PUB-FORBIDDEN"),
    **dict.fromkeys((errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY), "PUB-PLACE"),
    errno.ELOOP: "PUB-PLACE",
}
_SAID: Mapping[str, str] = {
    "No space left on device": "PUB-FULL",
    "Disk quota exceeded": "PUB-FULL",
    "Read-only file system": "PUB-FORBIDDEN",
    "Permission denied": "PUB-FORBIDDEN",
    "Is a directory": "PUB-PLACE",
    "Not a directory": "PUB-PLACE",
    "not a link": "PUB-PLACE",
    "is a link": "PUB-PLACE",
}
"""What the programs on a server say, and we there."""


def code(error: OSError) -> str:
    """The code for what was refused here."""
    return _CODES.get(error.errno, "PUB-DISK")


def code_of(message: str) -> str:
    """The code for what a server said; empty when it is not about its disk.

    Who may not even come in is told so by ssh, which names the ways that it tried.
    """
    known = (code for words, code in _SAID.items() if words in message)
    return "" if "Permission denied (" in message and "(13)" not in message else next(known, "")


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Let whatever the disk refuses say of which path: of this one, if it names no other.

    That the disk is full the system says without a name, and of a copy first what it is made of.
    """
    try:
        yield
    except OSError as error:
        named = error.filename2 or error.filename or path
        raise OSError(error.errno, error.strerror, str(named)) from error

"""Writes a new file, whole or not at all, and never over another."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

# A folder that is a symbolic link is not followed (O_NOFOLLOW is missing on Windows).
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)


class Linked(Exception):
    """The folder is a symbolic link, or no folder at all."""


def write_new(content: Path, folder: str, name: str, text: str) -> None:
    """Write `content/folder/name`.

    Raises `FileExistsError` when there is such a file, `Linked` when the folder is none of ours,
    `OSError` when the system refuses. Whatever happens, the file is whole or not there, and
    nothing else remains.
    """
    place = content / folder
    if place.is_symlink():
        raise Linked
    if place.is_dir():
        _write_in(place, name, text)
        return
    place.mkdir()
    try:
        _write_in(place, name, text)
    except BaseException:
        place.rmdir()
        raise


def _write_in(place: Path, name: str, text: str) -> None:
    beside = f".{name}.{secrets.token_hex(4)}.new"
    inside = os.open(place, _FOLDER)
    try:
        _fill(beside, text, inside)
        _give_name(beside, name, inside)
    finally:
        _remove(beside, inside)
        os.close(inside)


def _fill(beside: str, text: str, inside: int) -> None:
    number = os.open(beside, _NEW_FILE, 0o666, dir_fd=inside)
    with os.fdopen(number, "wb") as stream:
        stream.write(text.encode())
        stream.flush()
        os.fsync(stream.fileno())


def _give_name(beside: str, name: str, inside: int) -> None:
    """Give the finished file its name, unless another has it.

    A second name for a file is refused when that name is taken; renaming would overwrite. Where a
    file cannot have two names (USB sticks), the name is taken first by an empty file.
    """
    try:
        os.link(beside, name, src_dir_fd=inside, dst_dir_fd=inside)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(name, _NEW_FILE, 0o666, dir_fd=inside))
        try:
            os.rename(beside, name, src_dir_fd=inside, dst_dir_fd=inside)
        except BaseException:
            _remove(name, inside)
            raise


def _remove(name: str, inside: int) -> None:
    with suppress(FileNotFoundError):
        os.unlink(name, dir_fd=inside)

"""The folder of the site: what belongs to it, and nothing else in it is touched.

Its `.manifest` lists what belongs to the site, so that files of somebody else are never deleted,
and a build that was killed is put right by the next.
"""

import os
from collections.abc import Iterable, Iterator, Set
from errno import ENOTDIR
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from plugins.building.snapshot import MANIFEST


class ForeignFolder(Exception):
    """The output folder holds files, but no site of ours."""


def manifest_of(paths: Iterable[str]) -> str:
    """The paths as the manifest lists them."""
    return "".join([f"{path}\n" for path in sorted(paths)])


def claim(output: Path, wanted: Set[str], manifest: str) -> Set[str]:
    """What the folder holds of an earlier build. Raises `ForeignFolder`.

    The manifest names the new files before they are written, so that none is forgotten.
    """
    _make_folder(output)
    file = output / MANIFEST
    is_new = not file.exists()
    if is_new and any(output.iterdir()):
        raise ForeignFolder(str(output))
    listed = "" if is_new else file.read_text(encoding="utf-8", errors="replace")
    if listed == manifest and not is_new:
        return wanted
    previous = {path for path in listed.splitlines() if _is_inside(path)}
    if is_new or not wanted <= previous:
        write(file, manifest_of(previous | wanted).encode())
    return previous


def unlink_folders(output: Path, paths: Iterable[str]) -> None:
    """Where a folder should be, a link gives way: all that is in it would be written elsewhere."""
    for folder in sorted({folder for path in paths for folder in _folders(path)}):
        if os.path.islink(f"{output}/{folder}"):  # noqa: PTH114 (a Path takes as long as the call)
            (output / folder).unlink()


def _is_inside(path: str) -> bool:
    """Whether a line of the manifest may be believed: it names a file inside the folder."""
    parts = path.split("/")
    return bool(path) and not {"", ".", ".."} & set(parts) and "\\" not in path


def clear(output: Path, gone: Set[str], wanted: Set[str]) -> int:
    """Remove what is gone where a file becomes a folder or a folder a file; how many files."""
    folders = {folder for path in wanted for folder in _folders(path)} if gone else set()
    in_the_way = [p for p in gone if p in folders or any(f in wanted for f in _folders(p))]
    return sum(remove(output, path) for path in in_the_way)


def _folders(path: str) -> Iterator[str]:
    """The folders that a file lies in: of `a/b/c` these are `a` and `a/b`."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def write(file: str | Path, data: bytes) -> bool:
    """Write unless the file holds these bytes already; whether it was written.

    An empty folder in its place gives way, and whatever is no file of this folder alone: a link
    would lead what is written elsewhere. Raises `OSError` with the path that is in the way.
    """
    path = os.fspath(file)
    try:
        status = os.lstat(path)
        is_own = S_ISREG(status.st_mode) and status.st_nlink == 1
        if is_own and status.st_size == len(data) and Path(path).read_bytes() == data:
            return False
    except OSError:
        folder = path.rpartition("/")[0]
        if not os.path.isdir(folder):  # noqa: PTH112 (see `unlink_folders`)
            _make_folder(Path(folder))
        is_own = True
    try:
        if not is_own:
            os.rmdir(path) if S_ISDIR(status.st_mode) else os.unlink(path)  # noqa: PTH106, PTH108
        _put(path, data)
    except OSError as error:  # that the disk is full does not say of which file
        raise OSError(error.errno, error.strerror, path) from None
    return True


def _put(path: str, data: bytes) -> None:
    with open(path, "wb") as opened:  # noqa: PTH123
        opened.write(data)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        file = next((way for way in (folder, *folder.parents) if way.is_file()), folder)
        raise NotADirectoryError(ENOTDIR, error.strerror, str(file)) from None


def remove(output: Path, path: str) -> bool:
    """Remove a file of an earlier build, and the folders that it leaves empty."""
    file = output / path
    try:
        file.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        if file.is_dir():  # somebody else's by now
            return False
        raise
    for folder in file.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()
    return True

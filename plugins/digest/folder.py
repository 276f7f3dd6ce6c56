"""A folder of files that is there as a whole or not at all, whenever somebody ends the program."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path


class StrangeFiles(Exception):
    """In the folder are files that no digest has: their names."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def put_in_place(files: Mapping[str, bytes], folder: Path, ours: re.Pattern[str]) -> None:
    """Have the folder hold these files and nothing else; all of them are called like `ours`.

    What an earlier run left there is replaced. Raises `StrangeFiles` and then changes nothing;
    `OSError`.
    """
    folder = folder.resolve()
    strange = [name for name in _names(folder) if not ours.fullmatch(name)]
    if strange:
        raise StrangeFiles(strange)
    new, old = (folder.with_name(f".{folder.name}.{end}") for end in ("new", "old"))
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        for name, data in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        _exchange(new, folder, old)
    finally:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)


def _exchange(new: Path, folder: Path, old: Path) -> None:
    try:
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise


def _names(folder: Path) -> list[str]:
    """All files in the folder; the folder itself where it is none."""
    if folder.exists() and not folder.is_dir():
        return ["."]
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in found)

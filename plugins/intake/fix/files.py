"""Which files of a content folder can be mended, and how a mended one takes the old one's place."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.fields.base import Field
from plugins.catalogue.find import entry_files, read_bytes, true_files
from plugins.catalogue.model import VOCABULARIES
from plugins.intake.fix.shape import VOCABULARY, shape_of


class File(NamedTuple):
    """A file that is an entry, a translation or a closed list."""

    path: Path
    shown: str
    shape: Field

    @property
    def is_markdown(self) -> bool:
        """Whether it is front matter and text, rather than YAML throughout."""
        return self.path.suffix == ".md"


def files(content: Path, shown: str) -> Iterator[File]:
    """All files that the site reads; links and whatever lies elsewhere are never among them."""
    elsewhere: list[Diagnostic] = []
    for file in entry_files(content, shown, elsewhere):
        yield File(file.path, file.shown, shape_of(file))
    lists = content / "vocabulary"
    if lists.is_dir() and not lists.is_symlink():
        for path, called in true_files(lists, f"{shown}/vocabulary", elsewhere):
            if path.stem in VOCABULARIES and path.suffix == ".yaml":
                yield File(path, called, VOCABULARY)


def read(path: Path) -> bytes | None:
    """What the file holds; `None` when it cannot be read."""
    problems = Problems("")
    data = read_bytes(path, problems)
    return None if problems else data


def replace(path: Path, before: bytes, after: bytes) -> bool:
    """Put a new file in the old one's place, with its permissions, in one step.

    Whoever interrupts this finds the old file or the new one. False, and nothing done, when the
    file does not hold `before` any more: somebody else has just written it. Raises `OSError`.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            os.fchmod(stream.fileno(), stat.S_IMODE(path.stat().st_mode))
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        unchanged = not path.is_symlink() and read(path) == before
        if unchanged:
            beside.replace(path)
        return unchanged
    finally:
        beside.unlink(missing_ok=True)

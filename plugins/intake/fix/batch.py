"""The files of a content folder that can be mended, one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from plugins.catalogue.diagnostics import Diagnostic, Problems
from plugins.catalogue.fields.base import Field
from plugins.catalogue.find import entry_files, read_bytes, true_files
from plugins.catalogue.model import VOCABULARIES
from plugins.intake.fix.decided import Replacements
from plugins.intake.fix.mend import mend
from plugins.intake.fix.shape import VOCABULARY, shape_of
from plugins.intake.writes import ChangedMeanwhile, Write, write_all


class ContentFile(NamedTuple):
    """A file that is an entry, a translation or a closed list."""

    path: Path
    shown: str
    shape: Field

    @property
    def is_markdown(self) -> bool:
        """Whether it is front matter and text, rather than YAML throughout."""
        return self.path.suffix == ".md"


def files(content: Path, shown: str) -> Iterator[ContentFile]:
    """All files that the site reads; links and whatever lies elsewhere are never among them."""
    elsewhere: list[Diagnostic] = []
    for file in entry_files(content, shown, elsewhere):
        yield ContentFile(file.path, file.shown, shape_of(file))
    lists = content / "vocabulary"
    if lists.is_dir() and not lists.is_symlink():
        for path, called in true_files(lists, f"{shown}/vocabulary", elsewhere):
            if path.stem in VOCABULARIES and path.suffix == ".yaml":
                yield ContentFile(path, called, VOCABULARY)


class FileState(Enum):
    """What became of a file."""

    FINE = "fine"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    BUSY = "busy"
    FAILED = "failed"


class FileResult(NamedTuple):
    """What was done to a file, or would be; its bytes before and after."""

    file: ContentFile
    state: FileState
    before: bytes = b""
    after: bytes = b""
    repairs: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    reason: str = ""


def run(
    files: Iterable[ContentFile],
    region: str,
    *,
    write: bool,
    answers: Mapping[str, Replacements] = MappingProxyType({}),
) -> Iterator[FileResult]:
    """Mend the files; with `write` false say only what would be done.

    What goes wrong with one file, ours or the disk's fault, does not keep the others from being
    mended.
    """
    for file in files:
        try:
            yield _run(file, region, write, answers.get(file.shown, MappingProxyType({})))
        except Exception as error:
            yield FileResult(file, FileState.FAILED, reason=f"{type(error).__name__}: {error}")


def _run(file: ContentFile, region: str, write: bool, answers: Replacements) -> FileResult:
    problems = Problems("")
    data = read_bytes(file.path, problems)
    if problems or not data:
        return FileResult(file, FileState.UNREADABLE)
    mended = mend(data, file.shape, is_markdown=file.is_markdown, region=region, answers=answers)
    if mended is None:
        return FileResult(file, FileState.UNREADABLE)
    after = mended.text.encode()
    state = FileState.FINE if after == data else FileState.CHANGED
    if state is FileState.CHANGED and write:
        try:
            write_all([Write(file.path, after, data)])
        except ChangedMeanwhile:
            state = FileState.BUSY
    return FileResult(file, state, data, after, mended.repairs, mended.refused)

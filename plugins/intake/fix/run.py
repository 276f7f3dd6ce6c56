"""All files of a content folder, one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from plugins.intake.fix.decided import Decided
from plugins.intake.fix.files import File, read, replace
from plugins.intake.fix.mend import Mended, mend


class State(Enum):
    """What became of a file."""

    FINE = "fine"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    BUSY = "busy"
    FAILED = "failed"


class Outcome(NamedTuple):
    """What was done to a file, or would be; its bytes before and after."""

    file: File
    state: State
    before: bytes = b""
    after: bytes = b""
    repairs: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    reason: str = ""


def run(
    files: Iterable[File],
    region: str,
    *,
    write: bool,
    answers: Mapping[str, Decided] = MappingProxyType({}),
) -> Iterator[Outcome]:
    """Mend the files; with `write` false say only what would be done.

    What goes wrong with one file, ours or the disk's fault, does not keep the others from being
    mended.
    """
    for file in files:
        try:
            yield _run(file, region, write, answers.get(file.shown, MappingProxyType({})))
        except Exception as error:
            yield Outcome(file, State.FAILED, reason=f"{type(error).__name__}: {error}")


def _run(file: File, region: str, write: bool, answers: Decided) -> Outcome:
    data = read(file.path)
    if not data:
        return Outcome(file, State.UNREADABLE)
    mended = mend(data, file.shape, is_markdown=file.is_markdown, region=region, answers=answers)
    if mended is None:
        return Outcome(file, State.UNREADABLE)
    return _written(file, data, mended, write)


def _written(file: File, data: bytes, mended: Mended, write: bool) -> Outcome:
    after = mended.text.encode()
    state = State.FINE if after == data else State.CHANGED
    if state is State.CHANGED and write and not replace(file.path, data, after):
        state = State.BUSY
    return Outcome(file, state, data, after, mended.repairs, mended.refused)

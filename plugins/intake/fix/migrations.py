"""Entries of an older format become those of today's: all of them at once, or none.

Where a change of the model makes entries wrong that were right, its step goes into MIGRATIONS, and
FORMAT in plugins/catalogue/versions.py rises by one. A step gets each file of entries and lists by
its path in the content folder, and gives its new text:

    def websites(path: str, text: str) -> str:  # 2: `website` is called `homepage`
        return re.sub("^website:", "homepage:", text, flags=re.M)

It stays for good, as some city comes from that far back; its own test says what it does.
"""

from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path

from plugins.catalogue import versions
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.find import FOLDERS, read_bytes
from plugins.intake.fix.encoding import decoded
from plugins.intake.writes import Write

Migration = Callable[[str, str], str]

MIGRATIONS: tuple[Migration, ...] = ()
"""The first leads from format 1 to 2, the next from 2 to 3."""


def migrate(content: Path) -> tuple[Write, ...]:
    """What is to be written so that the entries have today's format; nothing if they have it."""
    known = versions.format_of(content)
    if not 0 < known < versions.FORMAT:
        return ()
    file = content / versions.FILE
    before = file.read_bytes() if file.exists() else None
    now = Write(file, versions.written(versions.FORMAT).encode(), before)
    return *_rewritten(content, MIGRATIONS[known - 1 :]), now


def _rewritten(content: Path, steps: tuple[Migration, ...]) -> Iterator[Write]:
    """The files that change. One whose encoding is unsure stays as it is: nobody can read it."""
    for path in _files(content):
        data = read_bytes(path, Problems(""))
        known = decoded(data)
        if known is not None:
            name = path.relative_to(content).as_posix()
            text = reduce(lambda text, step: step(name, text), steps, known.text)
            if text != known.text:
                yield Write(path, text.encode(), data)


def _files(content: Path) -> Iterator[Path]:
    for folder in (*FOLDERS, "vocabulary"):
        found = (p for p in (content / folder).glob("*") if p.suffix in (".md", ".yaml"))
        yield from sorted(path for path in found if path.is_file() and not path.is_symlink())

"""Where something is still named in words, by file and line. Nothing of it is changed here."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.catalogue.characters import MAX_LIST_BYTES
from plugins.catalogue.forgotten import FILE
from plugins.catalogue.text import fold
from plugins.intake.forget.wanted import Wanted

_NUMBER = re.compile(r"\+?[0-9(][0-9 ()/.\u00a0-]{4,}[0-9]")


class Hit(NamedTuple):
    """A line that names it."""

    path: str
    line: int
    text: str


Says = Callable[[str], bool]


def says(person: Wanted, words: Iterable[str] = ()) -> Says:
    """Whether a text names the person, or says one of the words."""
    whole = {fold(" ".join(word.split())) for word in (*person.names, *person.emails, *words)}
    patterns = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in whole if word]
    numbers = [_national(uri) for uri in person.phones]

    def found(text: str) -> bool:
        plain = fold(" ".join(text.split()))
        if any(pattern.search(plain) for pattern in patterns):
            return True
        digits = [re.sub("[^0-9]", "", match) for match in _NUMBER.findall(text)]
        return any(one.endswith(number) for one in digits for number in numbers)

    return found


def _national(uri: str) -> str:
    """The digits of a number behind its country code: the others are written in many ways."""
    parts = uri.removeprefix("tel:").split("-", 1)
    return re.sub("[^0-9]", "", parts[-1])


def hits(
    content: Path, shown: str, instead: Mapping[Path, bytes | None], found: Says
) -> Iterator[Hit]:
    """The lines of all files of a content folder, as they will be: `None` for what will be gone."""
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content).as_posix()
        if path.suffix not in (".md", ".yaml", ".ics") or name == FILE or path.is_symlink():
            continue
        data = instead[path] if path in instead else _data(path)
        for number, line in enumerate((data or b"").decode("utf-8", "replace").splitlines(), 1):
            if found(line):
                yield Hit(f"{shown}/{name}", number, line.strip())


def _data(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_LIST_BYTES)
    except OSError:
        return b""

"""What each code looks like wrong and right, from the folders in tests/cases that prove it.

content/        files that yield exactly this code; site/ holds those of a built site
expected.txt    what is printed about them
good/           the files that differ once the remedy was followed: nothing is found then
removed.txt     which files are gone then, one a line
shown.txt       what to show where neither a file's text nor its name is wrong
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from plugins.catalogue import pictures
from plugins.catalogue.diagnostics import Place
from plugins.catalogue.pictures import is_drawing
from plugins.findings.excerpt import Excerpt, excerpt
from plugins.findings.safe import width
from plugins.validation.decoding.pixels import pixels

CASES = Path(__file__).resolve().parents[2] / "tests" / "cases"
AROUND = 4
"""So many lines before and after the place are shown of a long file."""

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Example:
    """The lines to show, wrong and right, and where the fault is: `associations/chor.md:5:24`."""

    where: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]


def example(code: str, cases: Path = CASES) -> Example:
    """The example of a code. Raises `FileNotFoundError` or `ValueError` when there is none."""
    case = cases / code
    where, place = _expected(case / "expected.txt")
    bad, good = files(subject(case)), mended(case)
    shown = case / "shown.txt"
    if shown.exists():
        wrong = tuple(shown.read_text(encoding="utf-8").splitlines())
    else:
        wrong = tuple(_wrong(bad, good, where, place))
    right = tuple(_right(bad, good, listed=_is_listed(bad, good, where)))
    return Example(f"{where}:{place.line}:{place.column}", wrong, right)


def subject(case: Path) -> Path:
    """The folder with what is wrong: a built site or, mostly, content."""
    site = case / "site"
    return site if site.is_dir() else case / "content"


def mended(case: Path) -> Files:
    """The files of a case once the remedy was followed."""
    removed = case / "removed.txt"
    gone = removed.read_text(encoding="utf-8").splitlines() if removed.exists() else []
    kept = {name: data for name, data in files(subject(case)).items() if name not in gone}
    return kept | files(case / "good")


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their names in it; none of a folder that does not exist."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _expected(file: Path) -> tuple[str, Place]:
    """The file and the place that the first line of the expected output names."""
    head, line, column, _ = file.read_text(encoding="utf-8").split(":", 3)
    return head.removeprefix("content/"), Place(int(line), int(column))


def _wrong(bad: Files, good: Files, where: str, place: Place) -> Iterator[str]:
    listed = _is_listed(bad, good, where)
    if listed:
        yield from _listing(bad)
    if where in bad and not _is_picture(where) and (not listed or place != (1, 1)):
        if listed:
            yield ""
        yield from _lines(bad[where], place.line, caret=place.column)


def _right(bad: Files, good: Files, *, listed: bool) -> Iterator[str]:
    if listed:
        yield from _listing(good)
    changed = [n for n in good if good[n] not in bad.values() and not _is_picture(n)]
    for number, name in enumerate(changed):
        if listed or number:
            yield ""
        yield from _lines(good[name], _first_difference(bad.get(name, b""), good[name]))


def _is_listed(bad: Files, good: Files, where: str) -> bool:
    """Whether the names of the files matter: there are others, or it is about a picture."""
    pictures_differ = any(_is_picture(name) and bad[name] != good.get(name) for name in bad)
    return set(bad) != set(good) or pictures_differ or _is_picture(where)


def _is_picture(name: str) -> bool:
    """Whether it is one of which there is nothing to read; a drawing is text."""
    return name.startswith("images/") and not is_drawing(name)


def _listing(listed: Files) -> Iterator[str]:
    """The names of the files, and of pictures what their first bytes say."""
    for name, data in listed.items():
        yield f"{name}  {_picture(data)}" if _is_picture(name) else name
    if not listed:
        yield "(nichts / nothing)"


def _picture(data: bytes) -> str:
    """What the first bytes of a picture say, and whether it can be decoded."""
    head = pictures.head(BytesIO(data))
    size = f"{head.width} x {head.height}" if head.width else "?"
    cut = "" if pixels(data) or not head.is_bearable else ", beschädigt / damaged"
    return f"({head.type.upper() or '?'}, {size}{cut})"


def _first_difference(bad: bytes, good: bytes) -> int:
    """The number of the first line that is not the same."""
    one, other = bad.split(b"\n"), good.split(b"\n")
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs, start=1) if a != b), 1)


def _lines(data: bytes, number: int, caret: int = 0) -> Iterator[str]:
    """The file, or of a long one the lines around `number`, with a caret below the place."""
    lines = data.decode("utf-8", errors="backslashreplace").rstrip("\n").split("\n")
    whole = len(lines) <= 2 * AROUND + 4
    first = 1 if whole else max(1, number - AROUND)
    last = len(lines) if whole else min(len(lines), number + AROUND)
    if first > 1:
        yield "…"
    for index in range(first, last + 1):
        position = caret - 1 if caret and index == number else 0
        before, after = _visible(lines[index - 1], position)
        yield before + after
        if caret and index == number and after:
            yield " " * width(before) + "^"
    if last < len(lines):
        yield "…"


def _visible(line: str, position: int) -> Excerpt:
    """The line with its tabs spelled out: here one has to see them."""
    before, after = (part.replace("\t", "\\t") for part in (line[:position], line[position:]))
    return excerpt(before + after, len(before))

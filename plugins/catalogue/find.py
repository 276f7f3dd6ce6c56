"""Which files of a content folder are entries. All others are reported, none is passed over."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.catalogue import characters, versions
from plugins.catalogue.diagnostics import Diagnostic, Place, Problems
from plugins.catalogue.forgotten import FILE as FORGOTTEN
from plugins.catalogue.languages import SITE_LANGUAGE, is_language
from plugins.catalogue.model import KINDS, Entry
from plugins.catalogue.names import ID, MAX_ID, slug
from plugins.catalogue.text import nearest

FOLDERS: dict[str, type[Entry]] = {kind.folder: kind for kind in KINDS}
OTHER_FOLDERS = ("images", "vocabulary", "calendars")
OTHER_FILES = (FORGOTTEN, versions.FILE)
_NO_TEXTS = frozenset(
    ".doc .docx .odt .rtf .pages .pdf .xls .xlsx .ods .csv .html .htm .zip .eml .msg .ics .jpg"
    " .jpeg .png .webp .gif .heic".split()
)
"""Endings of files in which no name makes an entry readable."""

# What an ending stands for, of which only two are allowed.
_ENDINGS = {".md": ".md", ".yaml": ".yaml", ".yml": ".yaml"}

# Names that Windows reserves: such a file could not be checked out there.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)


class SourceFile(NamedTuple):
    """A file that holds an entry or a translation of one; `shown` is how messages call it."""

    place: str
    shown: str
    kind: type[Entry]
    id: str
    language: str

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.place)

    @property
    def is_markdown(self) -> bool:
        """Whether it is front matter and text, rather than YAML throughout."""
        return self.place.endswith(".md")


UNREAD = frozenset({"FILE-NO-CONTENT", "FILE-FORMAT", "FILE-OLDER"})
"""The codes of `folder_problems`."""


def folder_problems(content: Path, shown: str) -> tuple[Diagnostic, ...]:
    """Why nothing of a folder is read: it is not there, or its entries have another format."""
    if not content.is_dir():
        return tuple(at_file(shown, "FILE-NO-CONTENT", path=shown))
    known, given = versions.FORMAT, versions.format_of(content)
    if given == known:
        return ()
    where = f"{shown}/{versions.FILE}" if (content / versions.FILE).exists() else shown
    code = "FILE-OLDER" if 0 < given < known else "FILE-FORMAT"
    return tuple(at_file(where, code, value=given, known=known))


def entry_files(content: Path, shown: str, found: list[Diagnostic]) -> Iterator[SourceFile]:
    """The files that are entries; everything else in the folder is reported, not passed over."""
    for item in _listed(content, shown, found):
        path = f"{shown}/{item.name}"
        if item.is_symlink():
            found += at_file(path, "FILE-LINK")
        elif item.name in FOLDERS and item.is_dir():
            yield from _in_folder(Path(item.path), path, FOLDERS[item.name], found)
        elif not (item.name in OTHER_FOLDERS if item.is_dir() else item.name in OTHER_FILES):
            suggestion = nearest(item.name, (*FOLDERS, *OTHER_FOLDERS)) if item.is_dir() else ""
            code = "FILE-FOLDER" if item.is_dir() else "FILE-PLACE"
            found += at_file(path, code, name=item.name, suggestion=suggestion)


def _listed(folder: Path, shown: str, found: list[Diagnostic]) -> list[os.DirEntry[str]]:
    """What a folder holds, without the hidden files that systems leave behind."""
    try:
        with os.scandir(folder) as items:
            entries = [
                i for i in items if not i.name.startswith(".") or i.name.endswith((".md", ".yaml"))
            ]
    except OSError:
        found += at_file(shown, "FILE-UNREADABLE")
        return []
    return sorted(entries, key=lambda item: item.name)


def true_files(folder: Path, shown: str, found: list[Diagnostic]) -> Iterator[tuple[Path, str]]:
    """The true files in a folder, with their names in messages; links and folders are reported."""
    for item, path in _true_items(folder, shown, found):
        yield Path(item.path), path


def _true_items(
    folder: Path, shown: str, found: list[Diagnostic]
) -> Iterator[tuple[os.DirEntry[str], str]]:
    for item in _listed(folder, shown, found):
        path = f"{shown}/{item.name}"
        if item.is_symlink():
            found += at_file(path, "FILE-LINK")
        elif item.is_dir():
            found += at_file(path, "FILE-SUBFOLDER", name=item.name)
        else:
            yield item, path


def _in_folder(
    folder: Path, shown: str, kind: type[Entry], found: list[Diagnostic]
) -> Iterator[SourceFile]:
    seen: dict[str, str] = {}
    for item, called in _true_items(folder, shown, found):
        file = _source_file(item, called, kind, found)
        if file is None:
            continue
        stem = f"{file.id}.{file.language}"
        if stem in seen:
            found += at_file(called, "FILE-TWICE", other=seen[stem])
            continue
        seen[stem] = item.name
        yield file


def _source_file(
    item: os.DirEntry[str], shown: str, kind: type[Entry], found: list[Diagnostic]
) -> SourceFile | None:
    stem, suffix = os.path.splitext(item.name)  # noqa: PTH122 (a Path takes three times as long)
    if suffix not in (".md", ".yaml"):
        found += at_file(shown, "FILE-ENDING", name=item.name, suggestion=_with_ending(item.name))
        return None
    entry_id, _, language = stem.partition(".")
    if not ID.fullmatch(entry_id) or len(entry_id) > MAX_ID:
        suggestion = slug(entry_id) + suffix if slug(entry_id) else ""
        found += at_file(shown, "FILE-NAME", name=item.name, suggestion=suggestion)
        return None
    if entry_id in DEVICES:
        found += at_file(shown, "FILE-RESERVED", name=entry_id)
        return None
    # A translation into the language of the originals would be a second original.
    if language and (not is_language(language) or language == SITE_LANGUAGE):
        found += at_file(shown, "TR-LANGUAGE", value=language)
        return None
    return SourceFile(item.path, shown, kind, entry_id, language)


def _with_ending(name: str) -> str:
    """The name with the ending that was meant; editors put another one behind it (chor.md.txt).

    None where another name would not make it a text: such as the file of a program for letters.
    """
    path = Path(name)
    if path.suffix.lower() in _NO_TEXTS:
        return ""
    inner = Path(path.stem)
    path = inner if inner.suffix.lower() in _ENDINGS else path
    return path.stem + _ENDINGS.get(path.suffix.lower(), ".md")


def at_file(path: str, code: str, /, **details: object) -> Problems:
    """One finding about a file as a whole."""
    problems = Problems(path)
    problems.add(code, Place(1, 1), **details)
    return problems


def most_bytes(path: Path) -> int:
    """How large a file may be."""
    is_list = path.parent.name == "vocabulary"
    return characters.MAX_LIST_BYTES if is_list else characters.MAX_BYTES


def read_bytes(path: Path, problems: Problems) -> bytes:
    """The file's content, no more of it than may be read; empty when it cannot be read."""
    try:
        if path.is_file():  # a pipe would wait for somebody to write
            with path.open("rb") as stream:
                return stream.read(most_bytes(path) + 1)
    except OSError:
        pass
    problems.add("FILE-UNREADABLE", Place(1, 1))
    return b""

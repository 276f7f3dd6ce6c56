"""`make sheet`: every kind of entry as .xlsx and .csv, unless that would lose somebody's work."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.model import KINDS, Entry
from plugins.intake.content import CannotRead, ContentFolder
from plugins.intake.sheet import workbook, write_csv, write_xlsx
from plugins.intake.sheet.export import sheet_of
from plugins.intake.sheet.row_diff import row_diff
from plugins.intake.sheet.rows import table_of
from plugins.intake.tree import tree_of
from plugins.intake.writes import Write

_TEXTS: dict[str, dict[MessageLanguage, str]] = {
    "written": {"de": "{path}: {count} Einträge", "en": "{path}: {count} entries"},
    "kept": {
        "de": "{path}: bleibt, wie sie ist. Darin stehen Änderungen, die noch nicht eingelesen "
        "sind. Erst einlesen (make sheet-in FILE={path} WRITE=1) oder die Datei löschen.",
        "en": "{path}: left as it is, because it has changes that have not been read back yet. "
        "Read it (make sheet-in FILE={path} WRITE=1) or delete it first.",
    },
    "broken": {
        "de": "    Es fehlen Einträge, deren Dateien Fehler haben (make check): {ids}",
        "en": "    Entries are missing whose files have errors (make check): {ids}",
    },
}


@dataclass(frozen=True)
class Export:
    """What is to be written, what is said about it, and whether a file had to be left alone."""

    writes: tuple[Write, ...]
    lines: tuple[str, ...]
    kept: bool


def export(folder: Path, content: ContentFolder, language: MessageLanguage) -> Export:
    """The sheets of all kinds for `folder`."""
    writes: list[Write] = []
    lines: list[str] = []
    kept = False
    for kind in KINDS:
        count = len(content.entries(kind))
        for path, data in _files(folder, kind, content):
            shown = f"{folder.name}/{path.name}"
            if has_own_changes(path, kind, content):
                lines.append(_TEXTS["kept"][language].format(path=shown))
                kept = True
                continue
            before = path.read_bytes() if path.exists() else None
            writes.append(Write(path, data, before))
            lines.append(_TEXTS["written"][language].format(path=shown, count=count))
        if content.unreadable(kind):
            ids = ", ".join(content.unreadable(kind))
            lines.append(_TEXTS["broken"][language].format(ids=ids))
    return Export(tuple(writes), tuple(lines), kept)


def _files(folder: Path, kind: type[Entry], content: ContentFolder) -> Iterator[tuple[Path, bytes]]:
    sheet = sheet_of(kind, content.entries(kind), content.lists)
    yield folder / f"{sheet.file}.xlsx", write_xlsx.render(sheet)
    yield folder / f"{sheet.file}.csv", write_csv.render(sheet)


def has_own_changes(path: Path, kind: type[Entry], content: ContentFolder) -> bool:
    """Whether the file at `path` says something that the content does not have yet."""
    if not path.exists():
        return False
    try:
        table = table_of(workbook.read(path), kind, content.lists, content.existing.site.region)
    except CannotRead:
        return True
    before = {entry.id: tree_of(entry, content.lists) for entry in content.entries(kind)}
    broken = content.unreadable(kind)
    rows = (row for row in table.rows if row.id not in broken)
    states = (row_diff(row, before.get(row.id), table).state for row in rows)
    return any(state not in ("same", "gone") for state in states)

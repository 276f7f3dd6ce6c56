"""What a sheet would change, for the terminal: entry by entry, old and new."""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from plugins.catalogue.descriptions import label
from plugins.catalogue.descriptions.kinds import KINDS
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.intake.sheet.columns import cell_text
from plugins.intake.sheet.problems import where
from plugins.intake.sheet.row_diff import CellDiff, RowDiff
from plugins.intake.sheet.sheet_diff import SheetDiff

MAX_SHOWN = 90

_TEXTS: Mapping[str, Mapping[MessageLanguage, str]] = {
    "new": {"de": "Neu: {id} (Zeile {row})", "en": "New: {id} (row {row})"},
    "changed": {"de": "{id} (Zeile {row})", "en": "{id} (row {row})"},
    "conflict": {
        "de": "Konflikt: {id} (Zeile {row}) bleibt, wie er ist. Die Tabelle sagt etwas anderes als "
        "der Eintrag, der inzwischen geändert wurde:",
        "en": "Conflict: {id} (row {row}) is left alone. The sheet differs from the entry, which "
        "was changed meanwhile:",
    },
    "gone": {
        "de": "Konflikt: {id} (Zeile {row}) wurde inzwischen gelöscht und wird nicht neu angelegt. "
        "Soll es den Eintrag wieder geben, in der Zeile die Spalte »Stand« leeren; sie ist die "
        "letzte und ausgeblendet.",
        "en": "Conflict: {id} (row {row}) was deleted meanwhile and is not made again. To have it "
        "back, empty the cell in the last column, which is hidden.",
    },
    "empty": {"de": "(leer)", "en": "(empty)"},
    "entry": {"de": "Eintrag", "en": "entry"},
    "sheet": {"de": "Tabelle", "en": "sheet"},
    "absent": {
        "de": "Nicht in der Tabelle, bleiben unverändert (gelöscht wird nie): {ids}",
        "en": "Not in the sheet, left unchanged (nothing is ever deleted): {ids}",
    },
    "summary": {
        "de": "{name}: Zeilen {rows}, geändert {changed}, neu {new}, gleich {same}, "
        "Konflikte {conflicts}.",
        "en": "{name}: rows {rows}, changed {changed}, new {new}, the same {same}, "
        "conflicts {conflicts}.",
    },
    "refused": {
        "de": "Es wurde nichts geschrieben: Erst die Fehler in der Tabelle berichtigen.",
        "en": "Nothing was written: correct the errors in the sheet first.",
    },
    "nothing": {"de": "Es gibt nichts zu schreiben.", "en": "There is nothing to write."},
    "proposal": {
        "de": "Die Liste hat eigene Spaltennamen. Vorschlag für eine Zuordnung: {path}. "
        "Bitte ansehen und berichtigen, dann denselben Befehl mit MAPPING={path} wiederholen.",
        "en": "The list has names of columns of its own. A mapping is proposed in {path}. "
        "Look at it and correct it, then repeat the command with MAPPING={path}.",
    },
    "proposal-exists": {
        "de": "Die Liste hat eigene Spaltennamen. Eine Zuordnung gibt es schon: MAPPING={path}",
        "en": "The list has names of columns of its own. There is a mapping already: "
        "MAPPING={path}",
    },
    "unplaced": {
        "de": "Ohne Platz sind: {names}",
        "en": "There is no place for: {names}",
    },
    "open": {
        "de": "Bitte darin ausfüllen, bis dahin wird nichts eingelesen: {names}",
        "en": "Please fill in there; until then nothing is read in: {names}",
    },
    "doubtful": {
        "de": "Nur als Kommentar, weil die Hälfte oder mehr darin nicht passt: {names}",
        "en": "Only as a comment, for half of it or more does not fit: {names}",
    },
    "dry": {
        "de": "Es wurde noch nichts geschrieben. Stimmt alles, denselben Befehl mit WRITE=1 "
        "wiederholen.",
        "en": "Nothing has been written yet. If all is right, repeat the command with WRITE=1.",
    },
    "written": {
        "de": "Geschriebene Dateien: {count}. Als Nächstes: make check, git diff, git commit.",
        "en": "Files written: {count}. Next: make check, git diff, git commit.",
    },
    "notice": {"de": "Hinweis", "en": "notice"},
    "help": {"de": "Hilfe", "en": "Help"},
}


def text(name: str, language: MessageLanguage, /, **details: object) -> str:
    """A sentence of this module."""
    return _TEXTS[name][language].format_map(details)


def findings(diff: SheetDiff, language: MessageLanguage) -> Iterator[str]:
    """Everything that is wrong, or worth saying, with its place in the sheet or in a file."""
    for found in diff.found:
        place = found.path or where(found.place, diff.table.label(found), language)
        kind = "" if found.is_error else f"{text('notice', language)}: "
        yield f"{place}: {kind}{found.message(language)} [{found.code}]"
        yield f"    {text('help', language)}: {found.remedy(language)}"


def changes(diff: SheetDiff, lists: Lists, language: MessageLanguage) -> Iterator[str]:
    """What would change, entry by entry; what would not, in one line."""
    for row in diff.rows:
        if row.state != "same":
            yield from _row(row, diff.table.kind, lists, language)
    if diff.absent:
        yield text("absent", language, ids=_few(diff.absent))
    yield _summary(diff, language)


def _few(ids: tuple[str, ...]) -> str:
    return ", ".join(ids[:10]) + (f" … ({len(ids)})" if len(ids) > 10 else "")


def _row(
    diff: RowDiff, kind: type[Entry], lists: Lists, language: MessageLanguage
) -> Iterator[str]:
    yield text(diff.state, language, id=diff.row.id, row=diff.row.number)
    for change in diff.conflicts or diff.changes:
        old, new = _versions(change, lists, language)
        if diff.state == "new":
            values = new
        elif diff.state == "conflict":
            values = f"{text('entry', language)} {old}, {text('sheet', language)} {new}"
        else:
            values = f"{old} → {new}"
        yield f"    {label(kind, change.column.key)}: {values}"


def _versions(change: CellDiff, lists: Lists, language: MessageLanguage) -> tuple[str, str]:
    """Old and new on one line each; of long texts the part where they begin to differ."""
    old, new = (cell_text(value, change.column, lists) for value in (change.old, change.new))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    start = max(0, same - MAX_SHOWN // 3) if same > MAX_SHOWN // 2 else 0
    return _cut(old, start, language), _cut(new, start, language)


def _cut(value: str, start: int, language: MessageLanguage) -> str:
    if not value:
        return text("empty", language)
    before, rest = "…" if start else "", value[start:].replace("\n", " ↵ ")
    return before + (rest if len(rest) <= MAX_SHOWN else rest[: MAX_SHOWN - 1] + "…")


def _summary(diff: SheetDiff, language: MessageLanguage) -> str:
    states = [row.state for row in diff.rows]
    return text(
        "summary",
        language,
        name=KINDS[diff.table.kind].sheet,
        rows=len(diff.table.rows),
        changed=states.count("changed"),
        new=states.count("new"),
        same=states.count("same"),
        conflicts=len(diff.conflicts),
    )

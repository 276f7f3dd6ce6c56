"""What is said about the files: one line for each that was changed or left alone, then the sum."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from plugins.catalogue import versions
from plugins.catalogue.diagnostics import MessageLanguage
from plugins.intake.fix.batch import FileResult, FileState

REPAIRS: Mapping[str, Mapping[MessageLanguage, str]] = {
    "encoding": {"de": "Zeichensatz", "en": "character encoding"},
    "mark": {"de": "unsichtbare Marke am Anfang", "en": "invisible mark at the start"},
    "line-ends": {"de": "Zeilenenden", "en": "line ends"},
    "unicode": {"de": "Umlaute und Akzente", "en": "letters with accents"},
    "start": {"de": "leere Zeile am Anfang", "en": "blank line at the start"},
    "decided": {
        "de": "eindeutige Listen, Orte, Tage und Zeiten",
        "en": "lists, places, days and times that are clear",
    },
    "phones": {"de": "Telefonnummern", "en": "phone numbers"},
    "quotes": {"de": "Anführungszeichen", "en": "quotation marks"},
    "order": {"de": "Reihenfolge der Felder", "en": "order of the fields"},
    "blanks": {"de": "Leerzeichen am Ende von Zeilen", "en": "blanks at the ends of lines"},
}
_TEXTS: Mapping[str, Mapping[MessageLanguage, str]] = {
    "unreadable": {
        "de": "nicht geändert, die Datei ist noch nicht lesbar (make check zeigt die Stelle)",
        "en": "not changed, the file cannot be read yet (make check shows the place)",
    },
    "busy": {
        "de": "nicht geändert, die Datei wurde gerade gespeichert (bitte noch einmal make fix)",
        "en": "not changed, the file has just been saved (please run make fix again)",
    },
    "failed": {
        "de": "nicht geändert, weil etwas nicht geklappt hat ({reason})",
        "en": "not changed because something went wrong ({reason})",
    },
    "refused": {
        "de": "bleibt, wie es ist, weil sich der Inhalt ändern könnte: {names}",
        "en": "stays as it is because the content might change: {names}",
    },
    "changed": {
        "de": "{changed} von {all} {files} geändert.",
        "en": "{changed} of {all} {files} changed.",
    },
    "would change": {
        "de": "{changed} von {all} {files} zu ändern. Vorschau: Es wurde nichts geschrieben.",
        "en": "{changed} of {all} {files} to change. Preview: nothing was written.",
    },
    "migrated": {
        "de": "{files} von Format {before} in Format {known} umgeschrieben.",
        "en": "{files} rewritten from format {before} to format {known}.",
    },
    "would migrate": {
        "de": "{files} von Format {before} in Format {known} umzuschreiben. "
        "Vorschau: Es wurde nichts geschrieben.",
        "en": "{files} to rewrite from format {before} to format {known}. "
        "Preview: nothing was written.",
    },
    "one left": {
        "de": "1 Fehler bleibt, den nur ein Mensch beheben kann: make check zeigt ihn.",
        "en": "1 error is left that only a person can mend: make check shows it.",
    },
    "left": {
        "de": "{errors} Fehler bleiben, die nur ein Mensch beheben kann: make check zeigt sie.",
        "en": "{errors} errors are left that only a person can mend: make check shows them.",
    },
}
_FILES: Mapping[MessageLanguage, tuple[str, str]] = {
    "de": ("Datei", "Dateien"),
    "en": ("file", "files"),
}


def lines(result: FileResult, language: MessageLanguage) -> Iterator[str]:
    """What happened to one file; nothing when it was fine."""
    shown = result.file.shown
    if result.state in (FileState.UNREADABLE, FileState.BUSY, FileState.FAILED):
        text = _TEXTS[result.state.value][language]
        yield f"{shown}: {text.format(reason=result.reason)}"
        return
    if result.state is FileState.CHANGED:
        yield f"{shown}: {_names(result.repairs, language)}"
    if result.refused:
        text = _TEXTS["refused"][language]
        yield f"{shown}: {text.format(names=_names(result.refused, language))}"


def _names(repairs: Iterable[str], language: MessageLanguage) -> str:
    return ", ".join(REPAIRS[name][language] for name in repairs)


def difference(result: FileResult) -> Iterator[str]:
    """The changed lines of a file: before with `-`, after with `+`."""
    before, after = (
        data.decode("utf-8", errors="replace").split("\n") for data in (result.before, result.after)
    )
    changes = difflib.unified_diff(before, after, n=1, lineterm="")
    for line in islice(changes, 2, None):  # without the two names of files, which are not given
        yield f"    {line}"


def summary(results: Sequence[FileResult], language: MessageLanguage, *, written: bool) -> str:
    """How many of the files were changed, or would be."""
    changed = sum(result.state is FileState.CHANGED for result in results)
    text = _TEXTS["changed" if written else "would change"][language]
    return text.format(changed=changed, all=len(results), files=_files(len(results), language))


def _files(number: int, language: MessageLanguage) -> str:
    return _FILES[language][number != 1]


def migrated(before: int, number: int, language: MessageLanguage, *, written: bool) -> str:
    """How many files were rewritten, or would be, from which format to which."""
    text = _TEXTS["migrated" if written else "would migrate"][language]
    files = f"{number} {_files(number, language)}"
    return text.format(files=files, before=before, known=versions.FORMAT)


def left(errors: int, language: MessageLanguage) -> str:
    """That something remains for a person to mend."""
    return _TEXTS["one left" if errors == 1 else "left"][language].format(errors=errors)

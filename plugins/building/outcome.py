"""What a build came to, and what the terminal says of it, in German or English."""

import errno
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING, TextIO

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.settings import Settings
from plugins.findings import safe
from plugins.findings.show import print_findings

if TYPE_CHECKING:
    from plugins.catalogue.diagnostics import Diagnostic


class BuildRefused(Exception):
    """The run ends here, in one line. `exitcode` 1: errors in the content; 2: the tool itself."""

    def __init__(self, message: str, exitcode: int) -> None:
        super().__init__(message)
        self.exitcode = exitcode


@record(frozen=True)
class Built(Frozen):
    """What was done to the output folder. `failed` says which files could not be made, and why.

    `seen` is a digest of what the files there were like (`snapshot.written`).
    """

    pages: int
    files: int
    written: int
    removed: int
    failed: tuple[str, ...] = ()
    seen: bytes = field(default=b"", compare=False)

    @property
    def unchanged(self) -> int:
        """Outputs whose bytes are as they were."""
        return self.pages + self.files - self.written


@record(frozen=True)
class Result(Frozen):
    """All that is said of a run: of the content, of pictures, of the output; the exit code.

    `is_shallow`: of the content's history only the last part was there. `has_no_fonts`: pictures
    were to be drawn, and could not be.
    """

    findings: "tuple[Diagnostic, ...]"
    unreadable: "tuple[Diagnostic, ...]"
    left_out: tuple[str, ...]
    entries: int
    built: Built
    exitcode: int
    is_shallow: bool = False
    has_no_fonts: bool = False

    def again(self) -> "Result":
        """The same when nothing changed since."""
        return replace(self, built=replace(self.built, written=0, removed=0))


MOST_NAMED = 20
"""So many files that were left out are named; a folder gone wrong has hundreds."""

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "built": (
            "{entries} Einträge, {pages} Seiten, {files} Dateien, {unchanged} unverändert,"
            " {seconds}: {output}"
        ),
        "reading": "Einträge lesen",
        "writing": "Seiten schreiben",
        "left out": "Wegen der Fehler oben nicht veröffentlicht:",
        "more": "und {} weitere (make check nennt alle)",
        "failed": "Nicht gebaut, durch einen Fehler des Programms: {}",
        "kept": "Fehler in den Einträgen: Die Site bleibt, wie sie ist, bis sie behoben sind.",
        "refused": "Nichts gebaut: STRICT=1, und es gibt Fehler in den Einträgen.",
        "foreign": (
            "In {} liegen Dateien, die nicht von dieser Site sind. Einen leeren Ordner nennen."
        ),
        "messages": "Nichts gebaut: LANGUAGES nennt eine Sprache ohne lesbare Übersetzung: {}",
        "shallow": (
            "Die Geschichte der Einträge ist nur zum Teil hier (shallow clone). Abonnierte Kalender"
            " können Änderungen übersehen: `git fetch --unshallow`"
        ),
        "no fonts": (
            "Für PREVIEW_PICTURES fehlen die Schriften (`sh tools/preview_fonts.sh` holt sie) oder"
            " FriBidi, das Buchstaben verbindet (Debian: `apt-get install libfribidi0`). Bis dahin"
            " stehen die allgemeinen Bilder bei den Verweisen."
        ),
        "died": (
            "Abgebrochen: Ein Teil des Programms wurde beendet, vielleicht aus Mangel an Speicher."
        ),
        "full": "{}: Der Datenträger ist voll. Platz schaffen, dann noch einmal bauen.",
        "forbidden": (
            "{} darf nicht geschrieben werden. Die Rechte ändern, oder mit OUTPUT= einen anderen"
            " Ordner nennen."
        ),
        "folder": (
            "{} ist ein Ordner mit Dateien, wo die Site eine Datei hat. Ihn löschen, dann noch"
            " einmal bauen."
        ),
        "file": (
            "{} ist eine Datei, wo die Site einen Ordner hat. Sie löschen, dann noch einmal bauen."
        ),
        "disk": "{} lässt sich nicht schreiben. Den Datenträger prüfen, dann noch einmal bauen.",
    },
    "en": {
        "built": (
            "{entries} entries, {pages} pages, {files} files, {unchanged} unchanged,"
            " {seconds}: {output}"
        ),
        "reading": "Reading entries",
        "writing": "Writing pages",
        "left out": "Not published because of the errors above:",
        "more": "and {} more (make check names all)",
        "failed": "Not built, by a fault of the program: {}",
        "kept": "Errors in the entries: the site stays as it is until they are mended.",
        "refused": "Nothing built: STRICT=1, and there are errors in the entries.",
        "foreign": "{} holds files that are not of this site. Name an empty folder.",
        "messages": "Nothing built: LANGUAGES names a language without a readable translation: {}",
        "shallow": (
            "Only a part of the entries' history is here (shallow clone). Subscribed calendars may"
            " miss changes: `git fetch --unshallow`"
        ),
        "no fonts": (
            "For PREVIEW_PICTURES the fonts are missing (`sh tools/preview_fonts.sh` gets them), or"
            " FriBidi, which joins letters (Debian: `apt-get install libfribidi0`). Until then"
            " links have the general pictures."
        ),
        "died": "Stopped: a part of the program was ended, perhaps for want of memory.",
        "full": "{}: the disk is full. Make room, then build again.",
        "forbidden": "{} may not be written. Change the rights, or name another folder by OUTPUT=.",
        "folder": "{} is a folder with files where the site has a file. Delete it, build again.",
        "file": "{} is a file where the site has a folder. Delete it, then build again.",
        "disk": "{} cannot be written. Look after the disk, then build again.",
    },
}


def text(name: str, settings: Settings, detail: object = "") -> str:
    """One of the sentences above, with what it is about."""
    return _TEXTS[settings.language][name].format(detail)


_REFUSALS: Mapping[int | None, str] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "forbidden",
    errno.EISDIR: "folder",
    errno.ENOTEMPTY: "folder",
    errno.ENOTDIR: "file",
    errno.EEXIST: "file",
}


def of_disk(error: OSError, settings: Settings) -> str:
    """What the file system refused, for which path, and what to do."""
    return text(_REFUSALS.get(error.errno, "disk"), settings, error.filename or settings.output)


def say(result: Result, settings: Settings, stream: TextIO, seconds: float) -> None:
    """Say on `stream` what a build came to."""
    print_findings(result.unreadable, settings, stream)
    safe.say(stream, *lines(result, settings, seconds))


def lines(result: Result, settings: Settings, seconds: float) -> Iterator[str]:
    """How much was built; which entries were left out; which pages failed."""
    built = result.built
    yield _TEXTS[settings.language]["built"].format(
        entries=result.entries,
        pages=built.pages,
        files=built.files,
        unchanged=built.unchanged,
        seconds=_seconds(seconds, settings),
        output=settings.output,
    )
    if result.left_out:
        yield text("left out", settings)
        yield from (f"    {path}" for path in result.left_out[:MOST_NAMED])
        if more := len(result.left_out[MOST_NAMED:]):
            yield f"    {text('more', settings, more)}"
    if result.is_shallow:
        yield text("shallow", settings)
    if result.has_no_fonts:
        yield text("no fonts", settings)
    for failure in built.failed:
        yield text("failed", settings, failure)


def _seconds(seconds: float, settings: Settings) -> str:
    """»0,4 s«; below a tenth two digits, so that it never says none."""
    written = f"{seconds:.2f} s" if seconds < 0.095 else f"{seconds:.1f} s"
    return written if settings.language == "en" else written.replace(".", ",")

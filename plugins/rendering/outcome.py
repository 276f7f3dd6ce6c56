"""What a build came to, and what the terminal says of it, in German or English."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TextIO

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.settings import Settings
from plugins.validation.report import print_findings


class Refused(Exception):
    """The run ends here, in one line. `exitcode` 1: errors in the content; 2: the tool itself."""

    def __init__(self, message: str, exitcode: int) -> None:
        super().__init__(message)
        self.exitcode = exitcode


@dataclass(frozen=True)
class Built:
    """What was done to the output folder. `failed` says which files could not be made, and why."""

    pages: int
    files: int
    written: int
    removed: int
    failed: tuple[str, ...] = ()

    @property
    def unchanged(self) -> int:
        """Outputs whose bytes are as they were."""
        return self.pages + self.files - self.written


@dataclass(frozen=True)
class Result:
    """All that is said of a run: of the content, of pictures, of the output; the exit code."""

    findings: tuple[Diagnostic, ...]
    unreadable: tuple[Diagnostic, ...]
    left_out: tuple[str, ...]
    entries: int
    built: Built
    exitcode: int

    def again(self) -> "Result":
        """The same when nothing changed since."""
        return replace(self, built=replace(self.built, written=0, removed=0))


_TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "built": (
            "{entries} Einträge, {pages} Seiten, {files} Dateien, {unchanged} unverändert,"
            " {seconds}: {output}"
        ),
        "reading": "Einträge lesen",
        "writing": "Seiten schreiben",
        "left out": "Wegen der Fehler oben nicht veröffentlicht: {}",
        "failed": "Nicht gebaut, durch einen Fehler des Programms: {}",
        "kept": "Fehler in den Einträgen: Die Site bleibt, wie sie ist, bis sie behoben sind.",
        "refused": "Nichts gebaut: STRICT=1, und es gibt Fehler in den Einträgen.",
        "foreign": (
            "In {} liegen Dateien, die nicht von dieser Site sind. Einen leeren Ordner nennen."
        ),
        "messages": "Nichts gebaut: LANGUAGES nennt eine Sprache ohne lesbare Übersetzung: {}",
        "died": (
            "Abgebrochen: Ein Teil des Programms wurde beendet, vielleicht aus Mangel an Speicher."
        ),
    },
    "en": {
        "built": (
            "{entries} entries, {pages} pages, {files} files, {unchanged} unchanged,"
            " {seconds}: {output}"
        ),
        "reading": "Reading entries",
        "writing": "Writing pages",
        "left out": "Not published because of the errors above: {}",
        "failed": "Not built, by a fault of the program: {}",
        "kept": "Errors in the entries: the site stays as it is until they are mended.",
        "refused": "Nothing built: STRICT=1, and there are errors in the entries.",
        "foreign": "{} holds files that are not of this site. Name an empty folder.",
        "messages": "Nothing built: LANGUAGES names a language without a readable translation: {}",
        "died": "Stopped: a part of the program was ended, perhaps for want of memory.",
    },
}


def text(name: str, settings: Settings, detail: object = "") -> str:
    """One of the sentences above, with what it is about."""
    return _TEXTS[settings.language][name].format(detail)


def say(result: Result, settings: Settings, stream: TextIO, seconds: float) -> None:
    """Say on `stream` what a build came to."""
    print_findings(result.unreadable, settings, stream)
    for line in lines(result, settings, seconds):
        print(line, file=stream)


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
        yield text("left out", settings, ", ".join(result.left_out))
    for failure in built.failed:
        yield text("failed", settings, failure)


def _seconds(seconds: float, settings: Settings) -> str:
    """»0,4 s«; below a tenth two digits, so that it never says none."""
    written = f"{seconds:.2f} s" if seconds < 0.095 else f"{seconds:.1f} s"
    return written if settings.language == "en" else written.replace(".", ",")

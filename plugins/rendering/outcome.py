"""What the terminal says at the end of a build, in German or English."""

from collections.abc import Iterator, Mapping, Sequence

from plugins.catalogue.settings import Settings
from plugins.rendering.engine import Built

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "built": (
            "{entries} Einträge, {pages} Seiten, {files} Dateien, {unchanged} unverändert: {output}"
        ),
        "left out": "Wegen der Fehler oben nicht veröffentlicht: {}",
        "failed": "Nicht gebaut, durch einen Fehler des Programms: {}",
        "refused": "Nichts gebaut: STRICT=1, und es gibt Fehler in den Einträgen.",
        "foreign": (
            "In {} liegen Dateien, die nicht von dieser Site sind. Einen leeren Ordner nennen."
        ),
        "died": (
            "Abgebrochen: Ein Teil des Programms wurde beendet, vielleicht aus Mangel an Speicher."
        ),
    },
    "en": {
        "built": "{entries} entries, {pages} pages, {files} files, {unchanged} unchanged: {output}",
        "left out": "Not published because of the errors above: {}",
        "failed": "Not built, by a fault of the program: {}",
        "refused": "Nothing built: STRICT=1, and there are errors in the entries.",
        "foreign": "{} holds files that are not of this site. Name an empty folder.",
        "died": "Stopped: a part of the program was ended, perhaps for want of memory.",
    },
}


def text(name: str, settings: Settings, detail: object = "") -> str:
    """One of the sentences above, with what it is about."""
    return _TEXTS[settings.language][name].format(detail)


def lines(built: Built, entries: int, left_out: Sequence[str], settings: Settings) -> Iterator[str]:
    """How much was built; which entries were left out; which pages failed."""
    yield _TEXTS[settings.language]["built"].format(
        entries=entries,
        pages=built.pages,
        files=built.files,
        unchanged=built.unchanged,
        output=settings.output,
    )
    if left_out:
        yield text("left out", settings, ", ".join(left_out))
    for failure in built.failed:
        yield text("failed", settings, failure)

"""What `make check` says besides its findings: how much it is, and the page that can be mailed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.catalogue.cache import replace
from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.findings import FORMATS
from plugins.findings.show import display_for

if TYPE_CHECKING:
    from plugins.validation.check import CheckResult

PAGE = "bericht.html"
"""What the page is called that can be mailed."""


class CannotWrite(Exception):
    """The page could not be written; the text says which and why."""


WRITTEN: Mapping[MessageLanguage, str] = {
    "de": f"Der Bericht steht in {PAGE}; die Datei kann so verschickt werden.",
    "en": f"The report is in {PAGE}; the file can be mailed as it is.",
}
"""What is said once it has been."""


def write_page(
    found: Sequence[Diagnostic], settings: Settings, folder: Path, summary: str = ""
) -> None:
    """Write all findings into one page in `folder`, whole or not at all. Raises `CannotWrite`.

    The `summary` says how much they are.
    """
    page = FORMATS["html"](found, display_for(settings, summary=summary))
    try:
        replace(folder / PAGE, page.encode())
    except OSError as error:
        raise CannotWrite(f"{PAGE}: {error.strerror}") from error


def summary(checked: "CheckResult", language: MessageLanguage) -> str:
    """One line: how many entries were looked at, and how much was found."""
    counts = [len(checked.files), *(checked.count(s) for s in ("error", "warning", "notice"))]
    words = [
        (one if n == 1 else many) for n, (one, many) in zip(counts, _NOUNS[language], strict=True)
    ]
    entries, *findings = (f"{n} {word}" for n, word in zip(counts, words, strict=True))
    return f"{entries} {_CHECKED[language]}: {', '.join(findings)}."


_NOUNS: Mapping[MessageLanguage, Sequence[tuple[str, str]]] = {
    "de": (
        ("Eintrag", "Einträge"),
        ("Fehler", "Fehler"),
        ("Warnung", "Warnungen"),
        ("Hinweis", "Hinweise"),
    ),
    "en": (
        ("entry", "entries"),
        ("error", "errors"),
        ("warning", "warnings"),
        ("notice", "notices"),
    ),
}
_CHECKED: Mapping[MessageLanguage, str] = {"de": "geprüft", "en": "checked"}

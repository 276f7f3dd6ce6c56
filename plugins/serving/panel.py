"""What is shown above every page while something is wrong: where, what, and what to do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace

from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.frozen import Frozen, record
from plugins.findings.safe import escape

MOST = 25
"""Findings that are shown; beyond them stands how many there are."""


@record(frozen=True)
class Item(Frozen):
    """One finding. `place` is `path:line:column`, or empty."""

    place: str
    message: str
    remedy: str = ""


@record(frozen=True)
class Section(Frozen):
    """Findings of one kind. `note` says what they mean for the site."""

    note: str
    items: tuple[Item, ...]


@record(frozen=True)
class Panel(Frozen):
    """The texts of the panel, all of them plain. `more` says how many findings are not shown."""

    language: MessageLanguage
    title: str
    sections: tuple[Section, ...]
    more: str
    close: str

    def as_mapping(self) -> Mapping[str, object]:
        """The same for JSON."""
        return asdict(self)


_TEXTS: Mapping[MessageLanguage, Mapping[str, str]] = {
    "de": {
        "one": "1 Fehler",
        "many": "{} Fehler",
        "kept": "Bis das behoben ist, bleibt die Site so, wie sie zuletzt in Ordnung war.",
        "left out": (
            "Was hier genannt ist, zeigt die Site nicht, bis es behoben ist. Hatte es eine Seite,"
            " steht dort, dass es gerade berichtigt wird."
        ),
        "program": "Das liegt am Programm oder an einer Vorlage, nicht an den Einträgen.",
        "pages": "{} (und {} weitere)",
        "more": "Und {} weitere; alle stehen im Fenster, in dem »make serve« läuft.",
        "close": "Schließen",
        "help": "Hilfe: {}",
    },
    "en": {
        "one": "1 error",
        "many": "{} errors",
        "kept": "Until this is mended, the site stays as it was when all was well.",
        "left out": (
            "The site does not show what is named here until it is mended. Where it had a page, the"
            " page says that it is being corrected."
        ),
        "program": "The fault is in the program or in a template, not in the entries.",
        "pages": "{} (and {} more)",
        "more": "And {} more; all are in the window in which “make serve” runs.",
        "close": "Close",
        "help": "Help: {}",
    },
}


def panel(language: MessageLanguage, sections: Iterable[Section]) -> Panel | None:
    """The sections that say something; `None` when none does."""
    shown = [section for section in sections if section.items]
    count = sum(len(section.items) for section in shown)
    texts = _TEXTS[language]
    if not count:
        return None
    return Panel(
        language=language,
        title=texts["one"] if count == 1 else texts["many"].format(count),
        sections=tuple(_first(shown, MOST)),
        more=texts["more"].format(count - MOST) if count > MOST else "",
        close=texts["close"],
    )


def of_findings(
    findings: Iterable[Diagnostic], language: MessageLanguage, *, is_kept: bool
) -> Section:
    """The errors among the findings.

    `is_kept` says whether the site was left as it is, or built without what is wrong.
    """
    items = (_item(finding, language) for finding in findings if finding.is_error)
    return Section(_TEXTS[language]["kept" if is_kept else "left out"], tuple(items))


def of_failures(failures: Iterable[str], language: MessageLanguage) -> Section:
    """Pages that could not be made, each `page: cause`; those with the same cause are one item."""
    pages: dict[str, list[str]] = {}
    for failure in failures:
        page, _, cause = failure.partition(": ")
        pages.setdefault(cause, []).append(page)
    items = (Item(_pages(where, language), escape(cause)) for cause, where in pages.items())
    return Section(_TEXTS[language]["program"], tuple(items))


def of_crash(reason: str, language: MessageLanguage) -> Section:
    """One line about what stopped the build."""
    return Section(_TEXTS[language]["program"], (Item("", escape(reason)),))


def _first(sections: Iterable[Section], left: int) -> Iterator[Section]:
    """The sections with so many items at most."""
    for section in sections:
        if left > 0:
            yield replace(section, items=section.items[:left])
        left -= len(section.items)


def _item(finding: Diagnostic, language: MessageLanguage) -> Item:
    line, column = finding.place
    return Item(
        place=f"{escape(finding.path)}:{line}:{column}",
        message=escape(finding.message(language)),
        remedy=_TEXTS[language]["help"].format(escape(finding.remedy(language))),
    )


def _pages(where: Sequence[str], language: MessageLanguage) -> str:
    first = escape(where[0])
    return _TEXTS[language]["pages"].format(first, len(where) - 1) if where[1:] else first

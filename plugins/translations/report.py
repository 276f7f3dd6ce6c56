"""What is said of each language: what is wrong, then how much of it there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.translations.check import Finding
from plugins.wording.language import Language


@dataclass(frozen=True)
class TranslationReport:
    """A language's file as it is called, how many of its messages are translated, of how many."""

    language: str
    file: str
    translated: int
    messages: int
    findings: Sequence[Finding]


_KINDS: Mapping[MessageLanguage, Mapping[str, str]] = {
    "de": {
        "missing": "Übersetzung fehlt",
        "gone": "steht nicht mehr in den Vorlagen",
        "plural": "nicht alle Formen der Mehrzahl, {}",
        "placeholder": "Platzhalter stimmen nicht: {}",
        "tag": "HTML stimmt nicht mit dem Original überein: {}",
        "easy": "in Leichter Sprache zu schwer, {} (docs/codes.md)",
    },
    "en": {
        "missing": "not translated",
        "gone": "no longer in the templates",
        "plural": "not all plural forms, {}",
        "placeholder": "placeholders differ: {}",
        "tag": "HTML differs from the original: {}",
        "easy": "too hard for easy German, {} (docs/codes.md)",
    },
}
_SUMMARY: Mapping[MessageLanguage, str] = {
    "de": "{language}: {said} von {messages} Texten, {wrong}",
    "en": "{language}: {said} of {messages} messages, {wrong}",
}
_WRONG: Mapping[MessageLanguage, tuple[str, str, str]] = {
    "de": ("nichts zu tun", "1 Sache zu tun", "{} Sachen zu tun"),
    "en": ("nothing to do", "1 thing to do", "{} things to do"),
}
_NAMELESS: Mapping[MessageLanguage, str] = {
    "de": "theme/translations/{}: So heißt keine Sprache; Ordner heißen wie tr oder de-simple",
    "en": "theme/translations/{}: no language is called so; folders are called tr or de-simple",
}


def nameless_folder(name: str, language: MessageLanguage) -> str:
    """What is said of a folder that is called like no language."""
    return _NAMELESS[language].format(name)


def lines(report: TranslationReport, language: MessageLanguage) -> Iterator[str]:
    """One line for each thing that is wrong, and one for the whole."""
    for finding in report.findings:
        what = _KINDS[language][finding.kind].format(finding.detail)
        quoted = f"»{finding.message}«" if language == "de" else f'"{finding.message}"'
        yield f"{report.file}: {quoted}: {what}"
    none, one, many = _WRONG[language]
    count = len(report.findings)
    yield _SUMMARY[language].format(
        language=Language(language).language_name(report.language),
        said=report.translated,
        messages=report.messages,
        wrong=none if not count else one if count == 1 else many.format(count),
    )

"""What a renderer needs to know besides the findings, and the words that all of them use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage

Lines = Callable[[str], Sequence[str]]


def no_lines(path: str) -> Sequence[str]:
    """The source of nothing."""
    return ()


@dataclass(frozen=True)
class Display:
    """For whom findings are shown.

    `lines` gives the lines of a file by its name in the findings, nothing when it has none.
    `heading` says what was checked and when, `summary` how much was found; only pages show them.
    """

    language: "MessageLanguage" = "de"
    lines: Lines = no_lines
    colour: bool = False
    heading: str = ""
    summary: str = ""

    def word(self, name: str) -> str:
        """A word of our own in the reader's language."""
        return WORDS[name][self.language]

    def sentence(self, finding: "Diagnostic") -> str:
        """What is wrong and what to do about it, where there is one line for both."""
        message, remedy = finding.message(self.language), finding.remedy(self.language)
        return f"{message} {self.word('help')}: {remedy}"


WORDS: "Mapping[str, Mapping[MessageLanguage, str]]" = {
    "help": {"de": "Hilfe", "en": "Help"},
    "error": {"de": "Fehler", "en": "error"},
    "warning": {"de": "Warnung", "en": "warning"},
    "notice": {"de": "Hinweis", "en": "notice"},
}

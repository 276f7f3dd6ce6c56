"""The texts in easy German, with what the rules for them ask of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.languages import is_easy
from plugins.catalogue.model import Article, Entry, Translation
from plugins.validation.context import RuleContext
from plugins.validation.easy_language import SegmentedText, read
from plugins.validation.markdown import Substring, problem_in_text

# A name is what it is: neither a sentence nor a word that could be another.
_NAMES = ("name", "short_name")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class EasyText:
    """A text or a field of a translation into easy German."""

    translation: Translation
    key: str
    text: str
    names: frozenset[str] = frozenset()
    """The words of which proper names in it are made, in small letters."""

    @property
    def reading(self) -> SegmentedText:
        """The text taken apart."""
        return read(self.text)

    def excerpt(self, sentence: Substring) -> str:
        """A sentence as it is written, on one line."""
        written = self.text[sentence.offset : sentence.offset + len(sentence.text)]
        return " ".join(written.split())

    def problem(self, found: Substring, code: str, **details: object) -> Diagnostic:
        """A diagnostic at a piece of the text; in a field, at the beginning of the value."""
        if self.key == "text":
            return problem_in_text(self.translation, found.offset, code, **details)
        return self.translation.problem(self.key, code, **details)


def easy_texts(entry: Entry, context: RuleContext) -> Iterator[EasyText]:
    """Every text and field of the translations into easy German, but for names."""
    for translation in entry.translations:
        if is_easy(translation.language):
            names = _places(context) | _names(entry, translation)
            for key, text in (*translation.fields, ("text", translation.text)):
                if key not in _NAMES:
                    yield EasyText(translation, key, str(text), names)


def _places(context: RuleContext) -> frozenset[str]:
    districts = context.vocabularies.get("districts", {}).values()
    return frozenset(
        word for term in districts for _, label in term.label for word in _words(label)
    )


def _names(entry: Entry, translation: Translation) -> set[str]:
    """The words of the names that an entry gives: its own, and those of people and places."""
    venue = getattr(entry, "venue", None)
    records = (getattr(entry, "address", None), venue, *getattr(entry, "private_contacts", ()))
    given = [getattr(record, key, "") for record in records for key in ("name", "street", "city")]
    given += [getattr(entry, key, "") for key in (*_NAMES, "funder")]
    given += [str(value) for key, value in translation.fields if key in _NAMES]
    if not isinstance(entry, Article):  # the title of a page of text is no name
        given.append(getattr(entry, "title", ""))
    return {word for text in given if text for word in _words(text)}


def _words(text: str) -> list[str]:
    return [word.lower() for word in _LETTERS.findall(text)]

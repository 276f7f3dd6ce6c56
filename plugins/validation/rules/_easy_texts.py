"""The texts in easy German, with what the rules for them ask of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.languages import is_easy
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Article, Entry, Translation
from plugins.validation.easy_language import Reading, read
from plugins.validation.markdown import Found, Passage

# A name is what it is: neither a sentence nor a word that could be another.
_NAMES = ("name", "short_name")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class EasyText:
    """A text or a field of a translation into easy German."""

    entry: Entry
    translation: Translation
    key: str
    text: str
    names: frozenset[str]
    """The words of which proper names in it are made, in small letters."""

    @property
    def reading(self) -> Reading:
        """The text taken apart."""
        return read(self.text)

    def excerpt(self, sentence: Found) -> str:
        """A sentence as it is written, on one line."""
        written = self.text[sentence.offset : sentence.offset + len(sentence.text)]
        return " ".join(written.split())

    def problem(self, found: Found, code: str, **details: object) -> Diagnostic:
        """A diagnostic at a piece of the text; in a field, at the beginning of the value."""
        if self.key == "text":
            return Passage(self.entry, self.translation).problem(found.offset, code, **details)
        return self.translation.problem(self.key, code, **details)


def easy_texts(catalogue: Catalogue) -> Iterator[EasyText]:
    """Every text and field of the translations into easy German, but for names."""
    easy = [(e, t) for e in catalogue.entries for t in e.translations if is_easy(t.language)]
    places = _places(catalogue) if easy else set()
    for entry, translation in easy:
        names = frozenset(places | _names(entry, translation))
        for key, text in (*translation.fields, ("text", translation.text)):
            if key not in _NAMES:
                yield EasyText(entry, translation, key, str(text), names)


def _places(catalogue: Catalogue) -> set[str]:
    districts = catalogue.vocabularies.get("districts", {}).values()
    return {word for term in districts for _, label in term.label for word in _words(label)}


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

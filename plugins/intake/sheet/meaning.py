"""What somebody wrote in a cell, as an entry file says it; and what a cell shows of that.

»Musik« in a cell is `musik` in the file, 1.12.2026 is `2026-12-01`, »ja« is `yes`. What is not
understood is left as it is: the field that reads it then says what is wrong with it.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from plugins.catalogue.language_words import named
from plugins.catalogue.languages import is_language
from plugins.catalogue.model import Vocabularies
from plugins.catalogue.names import bare, without_form
from plugins.catalogue.prose import Prose
from plugins.catalogue.schema import Text
from plugins.catalogue.text import fold
from plugins.catalogue.values import (
    Choice,
    Dated,
    ImageFile,
    Integer,
    LanguageTag,
    Number,
    Paragraph,
    Reference,
    Term,
    WebAddress,
    YesNo,
    slug,
)
from plugins.intake.sheet.labels import WORDS


@dataclass(frozen=True)
class Lists:
    """What is known by name: the terms of the vocabularies, and the entries by folder and id."""

    vocabularies: Vocabularies = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Short and former names, by folder and id."""

    def named(self, folder: str, text: str) -> set[str]:
        """The ids of all entries that are called so: just so, without the legal form, or else."""
        names = self.names.get(folder, {})
        others = self.others.get(folder, {})
        called, short, made = fold(text), bare(text), slug(without_form(text))
        ways: tuple[Callable[[str, str], bool], ...] = (
            lambda key, name: fold(name) == called,
            lambda key, name: bare(name) == short,
            lambda key, name: any(bare(n) == short or n == made for n in others.get(key, ())),
        )
        found = ({key for key, name in names.items() if way(key, name)} for way in ways)
        return next(filter(None, found), set()) if short else set()


_BARE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
"""An address of the web as people write it: www.chor.example."""

_TRUTH = {"ja": "yes", "wahr": "yes", "true": "yes", "nein": "no", "falsch": "no", "false": "no"}


def meant(text: str, reader: Text, lists: Lists) -> str:
    """`text` as an entry file says it. What is already said so stays as it is."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(reader, (Paragraph, Prose)):
        return _block(text) if isinstance(reader, Prose) else text.strip()
    text = re.sub(r"[^\S\n]+", " ", text).strip()
    if isinstance(reader, Choice):
        return _word(text, reader)
    if isinstance(reader, YesNo):
        return _TRUTH.get(text.lower(), text.lower())
    if isinstance(reader, Term):
        return _term(text, lists.vocabularies.get(reader.vocabulary, {}))
    if isinstance(reader, LanguageTag):
        return text if is_language(text) else named(text) or text
    if isinstance(reader, Reference):
        return _reference(text, reader, lists)
    if isinstance(reader, (Number, Integer)):
        return _number(text)
    if isinstance(reader, Dated):
        return reader.meant(text)
    if type(reader) is WebAddress and _BARE.fullmatch(text):
        return f"https://{text}"
    return text.removeprefix("images/") if isinstance(reader, ImageFile) else text


def shown(text: str, reader: Text, lists: Lists) -> str:
    """What a cell shows for `text` from an entry file. `meant` gives the text back."""
    if isinstance(reader, (Choice, YesNo)):
        called = WORDS.get(text, text)
    elif isinstance(reader, Term):
        term = lists.vocabularies.get(reader.vocabulary, {}).get(text)
        called = term.label_in("de") if term else text
    elif isinstance(reader, Dated):
        called = text.replace("T", " ")
    else:
        return text
    return called if meant(called, reader, lists) == text else text


def _block(text: str) -> str:
    """Lines of Markdown without blank lines around them, as the reader of files takes them."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    return "\n".join(lines[first:]).rstrip()


def _word(text: str, reader: Choice) -> str:
    called = fold(text)
    german = next((word for word in reader.words if fold(WORDS.get(word, word)) == called), "")
    return german or _known(text, reader) or text


def _known(text: str, reader: Choice) -> str:
    word = reader.synonyms.get(text.lower(), text)
    return next((known for known in reader.words if known.lower() == word.lower()), "")


def _term(text: str, terms: Mapping[str, object]) -> str:
    if text in terms:
        return text
    called = fold(text)
    labels = ((key, getattr(term, "label", ())) for key, term in terms.items())
    named = {key for key, pairs in labels if any(fold(label) == called for _, label in pairs)}
    return named.pop() if len(named) == 1 else text


def _reference(text: str, reader: Reference, lists: Lists) -> str:
    """An id, or the name of an entry that no other entry bears."""
    known = [lists.names.get(folder, {}) for folder in reader.kinds]
    if any(text in ids for ids in known):
        return text
    named = {key for folder in reader.kinds for key in lists.named(folder, text)}
    return named.pop() if len(named) == 1 else text


def _number(text: str) -> str:
    """A number with a point and without what does not count: 49,50 and 49.5 are the same."""
    bare = text.replace(",", ".") if re.fullmatch(r"-?[0-9]+,[0-9]+", text) else text
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,10})?", bare):
        return text
    try:
        return format(Decimal(bare).normalize(), "f") if _has_zeros(bare) else bare
    except InvalidOperation:
        return text


def _has_zeros(text: str) -> bool:
    """Whether it has zeros that do not count; 1.000 may be a thousand, and the field says so."""
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", text):
        return False
    return "." in text or text.lstrip("-").startswith("0")

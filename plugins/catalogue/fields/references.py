"""Ids: of entries, terms, languages, pictures."""

import re
from typing import Any, ClassVar

from plugins.catalogue.fields.base import TEXT, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.languages import is_language
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.names import ID, MAX_ID, slug
from plugins.catalogue.nodes import Scalar
from plugins.catalogue.text import fold, nearest


class Identifier(Text):
    """The id of an entry: its file's name without the ending."""

    name = ("Kennung", "id")
    types = TEXT

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if ID.fullmatch(scalar.text) and len(scalar.text) <= MAX_ID:
            return scalar.text
        suggestion = slug(scalar.text)
        context.problems.add("ID-FORM", scalar.place, value=scalar.text, suggestion=suggestion)
        return INVALID

    def pattern(self, region: str) -> str:
        return rf"(?=[a-z0-9-]{{1,{MAX_ID}}}\s*$){ID.pattern}"


class Reference(Identifier):
    """The id of another entry, of one of `kinds`.

    What is no id is left as it is: linking knows which entries there are, what they are called, and
    so which one was meant. `place` says that a place may be described instead.
    """

    closed = True

    links = True

    def __init__(self, *kinds: str, also: tuple[str, ...] = (), place: bool = False) -> None:
        self.kinds, self.also, self.place = kinds, also, place

    def parse(self, scalar: Scalar, context: Context) -> Any:
        value = Line().parse(scalar, context)
        if value is not INVALID:
            context.references.append((value, scalar.place, self))
        return value

    def is_free(self, text: str) -> bool:
        return self.place and not ID.fullmatch(text)

    def takes(self, text: str, context: Context) -> bool:
        return ID.fullmatch(text) is not None

    def describe(self) -> str:
        return "id in " + "/, ".join(self.kinds) + "/" + "".join(f" or `{w}`" for w in self.also)

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        if any(text in lists.names.get(folder, {}) for folder in self.kinds):
            return text
        named = {key for folder in self.kinds for key in lists.named(folder, text)}
        return named.pop() if len(named) == 1 else text


class Term(Text):
    """A term of a vocabulary: its id, or its label in any language, which stands for the id."""

    name = ("Begriff", "term")
    types = TEXT
    closed = True

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary

    def parse(self, scalar: Scalar, context: Context) -> Any:
        terms = context.vocabularies.get(self.vocabulary, {})
        if scalar.text in terms:
            return scalar.text
        meant = self.meant(scalar.text, Lists(context.vocabularies))
        if meant in terms:
            return meant
        context.problems.add(
            "REF-TERM",
            scalar.place,
            value=scalar.text,
            vocabulary=self.vocabulary,
            suggestion=_nearest_term(scalar.text, terms),
        )
        return INVALID

    def describe(self) -> str:
        return f"id in vocabulary/{self.vocabulary}.yaml"

    def pattern(self, region: str) -> str:
        return ""

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        terms = lists.vocabularies.get(self.vocabulary, {})
        if text in terms:
            return text
        written = fold(text)
        labels = ((key, label) for key, term in terms.items() for _, label in term.label)
        named = {key for key, label in labels if fold(label) == written}
        return named.pop() if len(named) == 1 else text

    def called(self, text: str, lists: Lists) -> str:
        term = lists.vocabularies.get(self.vocabulary, {}).get(text)
        return str(term.label_in("de")) if term else text


def _nearest_term(text: str, terms: Any) -> str:
    """The id that resembles `text`, or whose label or synonym does."""
    words = {fold(word): term_id for term_id, term in terms.items() for word in term.words}
    return nearest(text, terms) or words.get(nearest(text, words), "")


class LanguageTag(Text):
    """A language by its BCP 47 tag: de, uk, zh-Hant, kmr."""

    name = ("Sprachkürzel", "BCP 47 language tag")
    kinds = ("languages",)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if is_language(scalar.text):
            return scalar.text
        from plugins.catalogue.language_words import meant  # only when needed: it is long

        suggestion = meant(scalar.text)
        context.problems.add("FLD-LANGUAGE", scalar.place, value=scalar.text, suggestion=suggestion)
        return INVALID

    def pattern(self, region: str) -> str:
        return "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        from plugins.catalogue.language_words import named  # only when needed: it is long

        return text if is_language(text) else named(text) or text

    def proposed(self, text: str) -> str:
        lowered = text.lower()
        return lowered if is_language(lowered) else self.meant(text)


class ImageFile(Text):
    """The name of a picture in content/images/."""

    name = ("Bilddatei", "file in images/")
    kinds = ("images",)
    links = True
    form: ClassVar = re.compile(r"([a-z0-9][a-z0-9_-]{0,79}\.(?:png|jpg|jpeg|webp))")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        match = self.form.fullmatch(scalar.text.removeprefix("images/"))
        if not match:
            context.problems.add("IMG-NAME", scalar.place, value=scalar.text)
            return INVALID
        context.references.append((match[1], scalar.place, self))
        return match[1]

    def pattern(self, region: str) -> str:
        return rf"(?:images/)?{self.form.pattern}"

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return text.removeprefix("images/")


class LogoFile(ImageFile):
    """The name of a picture in content/images/ that may also be a drawing (SVG)."""

    form = re.compile(r"([a-z0-9][a-z0-9_-]{0,79}\.(?:png|jpg|jpeg|webp|svg))")

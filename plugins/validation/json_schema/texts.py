"""The shapes of the fields that read one piece of text."""

from collections.abc import Mapping
from functools import partial, singledispatch
from typing import Any

from plugins.catalogue.prose import Prose
from plugins.catalogue.schema import Text
from plugins.catalogue.text import fold
from plugins.catalogue.values import (
    Account,
    Choice,
    DayOfMonth,
    Degree,
    Identifier,
    ImageFile,
    Integer,
    LanguageTag,
    Line,
    Menu,
    Number,
    Paragraph,
    Phone,
    Postcode,
    Reference,
    Since,
    Term,
    YesNo,
)
from plugins.validation.json_schema import patterns
from plugins.validation.json_schema.book import (
    ANSWER,
    NUMBER,
    TEXT,
    WHOLE,
    WORD,
    Book,
    Keywords,
    Shape,
    choice,
)
from plugins.validation.json_schema.known import Known
from plugins.validation.json_schema.words import LANGUAGES, WORDS


@singledispatch
def text(field: Text, book: Book) -> Shape:
    """The shape of a field that reads text: a word of the form that `patterns` knows."""
    return _text(field, book, WORD)


def _text(field: Text, book: Book, kinds: frozenset[str], **more: Any) -> Shape:  # noqa: ANN401
    """The shape of a field that reads text."""
    most = getattr(field, "most", 0) if kinds == TEXT else 0
    german = f"{field.name[0]}, höchstens {most} Zeichen" if most else field.name[0]
    expected = f"{german} / {field.describe()}"
    return Shape(kinds, patterns.core(field, book.known.region), expected, **more)


@text.register(Line)
@text.register(Paragraph)
@text.register(Prose)
@text.register(Account)
def _(field: Text, book: Book) -> Shape:
    return _text(field, book, TEXT, blank=True)


@text.register
def _(field: Menu, book: Book) -> Shape:
    return _text(field, book, TEXT, options=_meaning("main", "footer", "no"), blank=True)


@text.register
def _(field: Choice, book: Book) -> Shape:
    return _text(field, book, WORD, options=_meaning(*field.words))


@text.register
def _(field: Degree, book: Book) -> Shape:
    return _text(field, book, ANSWER, options=_meaning(*field.words))


@text.register
def _(field: YesNo, book: Book) -> Shape:
    return _text(field, book, ANSWER, options=_meaning("yes", "no"))


def _meaning(*words: str) -> dict[str, str]:
    return {word: WORDS[word] for word in words}


@text.register
def _(field: Integer, book: Book) -> Shape:
    return _text(field, book, WHOLE, keywords=_between(field.least, field.most))


@text.register
def _(field: Number, book: Book) -> Shape:
    return _text(field, book, NUMBER, keywords=_between(field.least, field.most))


@text.register
def _(field: Since, book: Book) -> Shape:
    return _text(field, book, WHOLE, keywords=_between(1000, 2200))


@text.register
def _(field: DayOfMonth, book: Book) -> Shape:
    return _text(field, book, WHOLE, keywords=_between(1, 31))


def _between(least: int, most: int) -> Keywords:
    return {"minimum": least, "maximum": most}


@text.register(Phone)
@text.register(Postcode)
def _(field: Text, book: Book) -> Shape:
    return _text(field, book, NUMBER)


@text.register
def _(field: Identifier, book: Book) -> Shape:
    return _text(field, book, TEXT)


@text.register
def _(field: Reference, book: Book) -> Shape:
    shared: tuple[str, ...] = ()
    for kind in field.kinds:
        offered = book.known.entries.get(kind, {})
        shared += book.add(f"ids-{kind}", partial(_offer, offered))
    if field.also:
        also = {word: WORDS[word] for word in field.also}
        shared += book.add("ids-also", partial(_offer, also))
    return _text(field, book, TEXT, shared=shared)


@text.register
def _(field: ImageFile, book: Book) -> Shape:
    offered = dict.fromkeys(book.known.pictures, "")
    return _text(field, book, WORD, shared=book.add("pictures", partial(_offer, offered)))


@text.register
def _(field: LanguageTag, book: Book) -> Shape:
    return _text(field, book, WORD, shared=book.add("languages", partial(_offer, LANGUAGES)))


def _offer(words: Mapping[str, str]) -> Keywords:
    """What completion offers and nothing depends on: a list that is out of date harms nobody."""
    snippets = [
        {"label": word, "body": word, **({"description": meaning} if meaning else {})}
        for word, meaning in words.items()
    ]
    return {"defaultSnippets": snippets}


@text.register
def _(field: Term, book: Book) -> Shape:
    return Shape(TEXT, shared=book.add(field.vocabulary, partial(_terms, field, book.known)))


def _terms(field: Term, known: Known) -> Keywords:
    """The ids of a closed list, or a label in any language in place of its id.

    Labels are compared without case and accents (`fold`). No pattern can do that for every script:
    text beyond ASCII is left to the check.
    """
    terms = known.vocabularies.get(field.vocabulary, {})
    labels = {fold(label) for term in terms.values() for _, label in term.label}
    written = [patterns.any_case(label) for label in sorted(labels) if label.isascii()]
    meanings = {
        key: " / ".join(dict.fromkeys((term.label_in("de"), term.label_in("en"))))
        for key, term in terms.items()
    }
    strict = patterns.whole("|".join((*terms, *written)), nothing=True)
    return choice(meanings, {"pattern": rf"{strict}|[^\x00-\x7F]"})

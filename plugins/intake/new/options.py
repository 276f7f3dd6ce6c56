"""What can be answered where there is a list: its options, and which of them somebody means."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from plugins.catalogue.descriptions.words import MENU, WORDS
from plugins.catalogue.fields.base import Text
from plugins.catalogue.language_words import NAMES
from plugins.catalogue.model import Association
from plugins.catalogue.text import MAX_WORD, fold
from plugins.intake.existing import ExistingContent

SHOWN = 20
"""How many options are listed at once; longer lists are searched by typing."""

SIMILAR = 5
"""How many are offered to somebody who may have mistyped one."""


@dataclass(frozen=True)
class Option:
    """One possible answer: what the file holds, what people read, and what else they call it."""

    id: str
    label: str
    words: tuple[str, ...] = ()


def options_for(field: Text, existing: ExistingContent) -> tuple[Option, ...]:
    """The options of a field that reads one piece of text; empty when there is no list."""
    if "languages" in field.kinds:
        english = existing.language == "en"
        return tuple(Option(tag, names[english], names) for tag, names in NAMES.items())
    words = _words(field.words, WORDS if field.closed else MENU, existing)
    return (*words, *_terms(field.vocabulary, existing), *_entries(field, existing))


def find(text: str, options: Sequence[Option], *, numbered: bool = False) -> tuple[Option, ...]:
    """The options that `text` can mean: none, the one, or several that fit equally well.

    By number where the list was shown with numbers; by id, by label, by another word for it, by
    the beginning of the label or of a word in it, by a part of it - the first of these that fits.
    """
    if numbered and text.isdecimal() and text.isascii() and len(text) < 4:
        return tuple(options[int(text) - 1 : int(text)]) if int(text) else ()
    folded = fold(text.strip())
    for fits in _WAYS:
        found = tuple(option for option in options if fits(option, folded))
        if found or not folded:
            return found
    return ()


def similar(text: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """The options that `text` resembles most, when it may have been mistyped."""
    spelled = {
        fold(word): option
        for option in options
        for word in (*option.words, option.id, option.label)
    }
    close = get_close_matches(fold(text)[:MAX_WORD], spelled, n=SIMILAR, cutoff=0.7)
    return tuple(dict.fromkeys(spelled[word] for word in close))


_Fits = Callable[[Option, str], bool]
_WAYS: tuple[_Fits, ...] = (
    lambda option, folded: folded == option.id,
    lambda option, folded: folded == fold(option.label),
    lambda option, folded: folded in map(fold, option.words),
    lambda option, folded: fold(option.label).startswith(folded),
    lambda option, folded: any(word.startswith(folded) for word in fold(option.label).split()),
    lambda option, folded: len(folded) > 2 and folded in f"{fold(option.label)} {option.id}",
)


def _terms(vocabulary: str, existing: ExistingContent) -> tuple[Option, ...]:
    """The terms of a closed list; asked for at each answer, so they are remembered."""
    terms = existing.loaded.readable.vocabularies.get(vocabulary, {})
    known = existing.remembered.get((vocabulary, existing.language))
    if known is None or known[0] is not terms:
        found = ((key, term.label_in(existing.language), term.words) for key, term in terms.items())
        known = terms, tuple(Option(*one) for one in found)
        existing.remembered[vocabulary, existing.language] = known
    return known[1]


def _entries(field: Text, existing: ExistingContent) -> tuple[Option, ...]:
    """The entries that may be named; one that cannot be read goes by its id alone."""
    named = {
        (entry.folder, entry.id): Option(entry.id, *_names(entry))
        for entry in existing.loaded.readable.entries
    }
    known = [
        named.get((folder, entry_id), Option(entry_id, entry_id))
        for folder in field.kinds
        for entry_id in existing.ids.get(folder, ())
    ]
    others = _words(field.also, WORDS, existing)
    return (*others, *sorted(known, key=lambda option: (fold(option.label), option.id)))


def _names(entry: object) -> tuple[str, tuple[str, ...]]:
    if isinstance(entry, Association):
        return entry.name, tuple(filter(None, (entry.short_name, *entry.formerly)))
    return str(getattr(entry, "title", "")), ()


def _words(
    words: Iterable[str], called: Mapping[str, str], existing: ExistingContent
) -> tuple[Option, ...]:
    """Words that the software knows, by what they are called; in German they are known anyway."""
    german = {word: called.get(word, word) for word in words}
    return tuple(Option(word, existing.text(name), (name,)) for word, name in german.items())


def labels(answers: Iterable[str], options: Sequence[Option]) -> str:
    """What was chosen, in the words of the list."""
    known = {option.id: option.label for option in options}
    return ", ".join(known.get(answer, answer) for answer in answers)

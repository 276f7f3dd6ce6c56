"""What languages, months and weekdays are called in the other languages of the site (CLDR).

People write to the office in their own language. Babel has the names and takes longer to get ready
than a whole `make check`, so it is asked only about words that are neither German nor English. A
word that means two things is none.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from plugins.catalogue.text import fold

if TYPE_CHECKING:
    from babel import Locale

LOCALES = "ar el fa fr it ro ru tr uk".split()
"""Those that the site speaks besides German and English."""

_STYLES = [(use, width) for use in ("format", "stand-alone") for width in ("wide", "abbreviated")]

V = TypeVar("V", int, str)
Pairs = Iterable[tuple[str, V]]


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """The numbers of months by their folded names: `decembre` is 12."""
    return _clear(
        lambda locale: (
            (name, number)
            for use, width in _STYLES
            for number, name in locale.months[use][width].items()
        )
    )


@lru_cache(maxsize=1)
def weekdays() -> Mapping[str, int]:
    """The numbers of weekdays by their folded names, Monday being 0."""
    return _clear(
        lambda locale: (
            (name, number)
            for use, width in _STYLES
            for number, name in locale.days[use][width].items()
        )
    )


@lru_cache(maxsize=1)
def languages(tags: Collection[str]) -> Mapping[str, str]:
    """Those tags by the folded names of their languages."""
    return _clear(
        lambda locale: ((name, tag) for tag in tags if (name := locale.languages.get(tag, "")))
    )


def word(name: str) -> str:
    """A name as it is looked up: folded, without what is not spoken in it."""
    return "".join(c for c in fold(name) if c.isalpha() and c != "\N{MODIFIER LETTER APOSTROPHE}")


def _clear(named: "Callable[[Locale], Pairs[V]]") -> Mapping[str, V]:
    """What all the locales call things, by name, without names of several things."""
    from babel import Locale

    meanings: dict[str, set[V]] = {}
    for locale in LOCALES:
        for name, value in named(Locale(locale)):
            meanings.setdefault(word(name), set()).add(value)
    return {name: next(iter(values)) for name, values in meanings.items() if len(values) == 1}

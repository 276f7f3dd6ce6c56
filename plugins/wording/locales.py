"""What holds for all that is written in a language: its locale, direction, signs, capitals."""

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale
from babel.core import get_global

_LOCALES = {"en": "en_GB"}  # English as in Europe: 26 November 2026.
_RTL = frozenset(
    {"ar", "arc", "aii", "ckb", "dv", "fa", "he", "pes", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_ARABIC_COMMA = frozenset({"ar", "ckb", "fa", "prs", "ps", "ug", "ur"})
_DOTTED_I = frozenset({"az", "tr"})
# Signs by which CLDR steers the direction of a text. In pages the markup does.
_BIDI_MARKS = dict.fromkeys(map(ord, "\u061c\u200e\u200f"))


def primary(tag: str) -> str:
    """The language that CLDR knows: `de` for `de-simple`."""
    return tag.partition("-")[0]


@lru_cache(maxsize=64)
def locale_of(tag: str) -> Locale:
    """What CLDR knows about a language. Raises `babel.UnknownLocaleError`."""
    language = primary(tag)
    return Locale.parse(_LOCALES.get(language, language))


@lru_cache(maxsize=64)
def with_territory(tag: str) -> str:
    """A language with a country where it is spoken, as link previews want it: `tr_TR`.

    It is the one that CLDR thinks of first. Facebook, whose list it is, calls Arabic `ar_AR`.
    """
    language = primary(tag)
    if language in _LOCALES or language == "ar":
        return _LOCALES.get(language, "ar_AR")
    likely = get_global("likely_subtags").get(language, "").split("_")
    return f"{language}_{likely[-1]}"


def preview_locales(tag: str, tags: Iterable[str]) -> tuple[str, ...]:
    """The language of a page as link previews want it, then those of its other versions."""
    return tuple(dict.fromkeys(map(with_territory, (tag, *tags))))


def direction(tag: str) -> str:
    """`rtl` or `ltr`, for the HTML attribute `dir`."""
    return "rtl" if primary(tag) in _RTL else "ltr"


def comma(tag: str) -> str:
    """What stands between the words of a list that nothing closes."""
    return "، " if primary(tag) in _ARABIC_COMMA else ", "


def colon(tag: str) -> str:
    """What stands between a name and what it is the name of. French sets a space before it."""
    return "\u202f: " if primary(tag) == "fr" else ": "


def capitalised(text: str, tag: str) -> str:
    """The text as it stands at a beginning: of a line, a heading, a cell.

    Most languages write days, months and languages small inside a sentence. Safe text stays safe.
    """
    first, rest = text[:1], text[1:]
    upper = "İ" if first == "i" and primary(tag) in _DOTTED_I else first.upper()
    return type(text)(upper) + rest


def without_marks(text: str) -> str:
    """The text without the signs for its direction, which a search or a copy would stumble over."""
    return text.translate(_BIDI_MARKS)

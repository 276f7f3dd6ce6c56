"""What a piece of text looks like, as patterns that JSON Schema understands (ECMA-262).

A pattern is held against text as an editor sees it: what stands in quotes or in a block may have
blanks around it, which our own reader takes off. A pattern may let through what the check refuses
(a date such as 2026-02-30); it must never refuse what the check accepts.
"""

from functools import singledispatch

from plugins.catalogue.prose import Prose
from plugins.catalogue.schema import Text
from plugins.catalogue.values import (
    ID,
    MAX_ID,
    WEEKDAYS,
    Account,
    Choice,
    Day,
    DayOfMonth,
    DayOfSeries,
    DayOrTime,
    Email,
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
    Since,
    WebAddress,
    YesNo,
)

_YEAR = "(?:1[0-9]{3}|2[01][0-9]{2}|2200)"
_DAY = f"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_MONTH = f"{_YEAR}(?:-(?:0[1-9]|1[0-2]))?"
_LINK = r'[^\s"<>\\^`{|}]'
_HOST = r'[^\s"<>\\^`{|}/?#@]{1,2000}'
_WEB = rf"[hH][tT][tT][pP][sS]?://{_HOST}\.{_HOST}(?:[/?#]{_LINK}{{0,2000}})?"
_SCHEME = "[A-Za-z][A-Za-z0-9+.-]*:"


def whole(core: str, *, nothing: bool) -> str:
    """The pattern of a whole value; `nothing` when it may be left empty. No core: it must be."""
    if not core:
        return r"^\s*$"
    return rf"^(?:\s*(?:{core}))?\s*$" if nothing else rf"^\s*(?:{core})\s*$"


def any_case(word: str) -> str:
    """A pattern for `word` in capital and small letters; `i` flags are not for JSON Schema."""
    return "".join(f"[{c}{c.upper()}]" if "a" <= c <= "z" else _literal(c) for c in word)


def _literal(character: str) -> str:
    """The character itself. Blanks in a text stand for any blanks."""
    return rf"\{character}" if character in r"\^$.*+?()[]{}|/" else character


@singledispatch
def core(field: Text, region: str) -> str:
    """The pattern of a value without the blanks around it, in a site's `region`.

    Raises `TypeError` for a field that has none: a new field needs a pattern here.
    """
    raise TypeError(f"no pattern for {type(field).__name__}")


def _bounded(character: str, most: int) -> str:
    """At most so many of these, the first and the last of them not blank."""
    return rf"\S(?:{character}{{0,{most - 2}}}\S)?"


@core.register(Line)
def _(field: Line, region: str) -> str:
    return _bounded(".", field.most)


@core.register(Paragraph)
@core.register(Prose)
def _(field: Paragraph | Prose, region: str) -> str:
    return _bounded(r"[\s\S]", field.most)


@core.register
def _(field: Menu, region: str) -> str:
    return _bounded(".", 40)


@core.register
def _(field: Choice, region: str) -> str:
    return "|".join((*field.words, *map(any_case, sorted(field.synonyms))))


@core.register
def _(field: YesNo, region: str) -> str:
    return "|".join(map(any_case, ("yes", "true", "no", "false")))


@core.register
def _(field: Integer, region: str) -> str:
    return "-?[0-9]{1,12}"


@core.register
def _(field: Number, region: str) -> str:
    return rf"-?[0-9]{{1,12}}(?:\.[0-9]{{1,{field.decimals}}})?"


@core.register
def _(field: Day, region: str) -> str:
    return _DAY


@core.register(DayOrTime)
@core.register(DayOfSeries)
def _(field: DayOrTime | DayOfSeries, region: str) -> str:
    return f"{_DAY}(?:{_TIME})?"


@core.register
def _(field: Since, region: str) -> str:
    return f"{_MONTH}|{_DAY}"


@core.register
def _(field: DayOfMonth, region: str) -> str:
    ordinals = "|".join(map(any_case, field.ordinals))
    weekdays = "|".join(map(any_case, WEEKDAYS))
    return rf"(?:{ordinals})\s+(?:{weekdays})|[1-9]|[12][0-9]|3[01]"


@core.register
def _(field: Identifier, region: str) -> str:
    return rf"(?=[a-z0-9-]{{1,{MAX_ID}}}\s*$){ID.pattern}"


@core.register
def _(field: LanguageTag, region: str) -> str:
    return "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"


@core.register
def _(field: Email, region: str) -> str:
    return r"[^@\s]{1,254}@[^@\s]{1,254}"


@core.register
def _(field: Phone, region: str) -> str:
    return r"\+?[0-9 \u00a0\u2009\u202f()/.\u2010\u2011–-]{3,40}"


@core.register
def _(field: WebAddress, region: str) -> str:
    return _WEB


@core.register
def _(field: Account, region: str) -> str:
    return rf"{_WEB}|(?!{_SCHEME}){_bounded('.', 300)}"


@core.register
def _(field: Postcode, region: str) -> str:
    return "[0-9]{5}" if region == "DE" else "[A-Z0-9][A-Z0-9 -]{2,9}"


@core.register
def _(field: ImageFile, region: str) -> str:
    return rf"(?:images/)?{field.form.pattern}"

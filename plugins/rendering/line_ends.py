"""Where lines may end: not in »e. V.«, »18 Uhr«, »1. Mai«, and in an address only at its signs.

It is done to what a page shows, whoever wrote it, and to nothing else: attributes, titles, what
fields of forms hold and what programs read stay as they were written, as do calendars and data.
A space becomes one at which no line ends; browsers copy it as a plain one, and find it as one.
Where one may end there is an element without words: `<wbr>` would be heard as a space.
"""

import re
from functools import lru_cache

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_SHORT = re.compile(rf"\. (?=[^\W\d_]\.|(?:{_MONTHS})\b)")
_UNIT = re.compile(r" (?=[UE€%kcmqM])(?=(?:Uhr|Euro|€|%|km|kg|cm|m²|qm|MB)(?!\w))")
_ADDRESSES = (
    re.compile(r' dir="ltr">[^<>\s]+(?=<)'),
    re.compile(r">https?://[^<>\s]+(?=<)"),
    re.compile(r"@[\w-]+(?:\.[\w-]+)+"),
)
_SIGN = re.compile(r"(?<=[\w-])(?=[@._]\w)|(?<=[^/:>]/)(?=[^/])")
_VALUE = re.compile("<(?:script|style|title|textarea|option)[ >]")
_END = '<span class="may-end"></span>'
_CODE = re.compile("<(?:code|pre)[ >]")


def with_line_ends(html: str) -> str:
    """The page, with the same words; what is above its content (its head, the menu) has no prose.

    Each pattern begins with a sign that is quickly looked for.
    """
    begin = max(html.find("<main"), 0)
    shown = _SHORT.sub(_after_letter, html[begin:])
    shown = _UNIT.sub(_after_digit, shown)
    for address in _ADDRESSES:
        shown = address.sub(_at_signs, shown)
    return html[:begin] + shown


def _after_letter(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    is_month = text[at + 3].isalpha()
    is_one = text[at - 1].isdigit() if is_month else _is_letter(text, at - 1)
    return ".\u00a0" if is_one and _is_prose(text, at) else match[0]


def _is_letter(text: str, at: int) -> bool:
    """Whether there is one letter, and no more."""
    return text[at].isalpha() and not text[at - 1].isalnum()


def _after_digit(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    is_number = text[at - 1].isdigit()
    return "\u00a0" if is_number and _is_prose(text, at) else match[0]


def _at_signs(match: re.Match[str]) -> str:
    return _ended(match[0]) if _is_shown(match.string, match.end()) else match[0]


@lru_cache(maxsize=4096)
def _ended(address: str) -> str:
    """The office's stands on every page."""
    before, end, shown = address.rpartition(">")
    return before + end + _END * (not end) + _SIGN.sub(_END, shown)


def _is_shown(html: str, at: int) -> bool:
    """Whether it is text of the page: in no tag, and not the value of something."""
    tag = html.rfind("<", 0, at)
    return html.rfind(">", 0, at) > tag and not _VALUE.match(html, tag)


def _is_prose(html: str, at: int) -> bool:
    """Whether it is shown, and no code."""
    return _is_shown(html, at) and not _CODE.match(html, html.rfind("<", 0, at))

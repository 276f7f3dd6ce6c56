"""What is emphasis and what is an address, in running text. Both ways of rendering ask here.

People write `Freund*innen`, `Eintritt 5 €*`, `2*3`, `foto_a_b.jpg`: a star or an underscore is a
sign like any other, unless a pair of them stands around whole words.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

MAX_DEPTH = 3
"""How deep emphasis may stand in emphasis; what is deeper stays as it is written."""

_RUN = re.compile(r"\*+|_+")

# Unicode's categories of what may stand before a first sign and after a last one: brackets,
# quotation marks, dashes, symbols, blanks, and what Python-Markdown marks places in a text with.
_BEFORE = frozenset("Ps Pi Pf Pd So Sm Zs Cc".split())
_AFTER = frozenset("Pe Pi Pf Pd Po So Sm Zs Cc".split())
_ALSO_BEFORE = "\"'/&:*_\u200e\u200f\u061c\ufe0e\ufe0f"
_ALSO_AFTER = "*_\u200e\u200f\u061c"
_NEVER_AFTER = "@#%§&\\"
# What a first sign does not stand right before, and a last one not right after.
_NOTHING_FIRST = re.compile(r"[\s)\]},;:!?%/|]|\.(?!\.)|innen(?![\w*])|$")
_NOTHING_LAST = "([{„‚"
# What follows a sign in a word with a gender star, which may stand in emphasis.
_GENDER = r"innen|(?i:in|e[mnrs]?|[mnrsx]|der|die|das|sie|ihre?[mnrs]?)(?!\w)"

_HOST = r"(?:[^\W_]+(?:-+[^\W_]+)*\.)+[^\W\d_]{2,}"
_REST = r"[^\s<>\"„“”«»\[\]{}|\\`\x02\x03]*"
BARE = re.compile(
    rf"(?<![\w@/.])(https?://{_HOST}(?::[0-9]+)?(?:[/?#]{_REST})?)"
    # Stars around it may be emphasis; before it or after it in a word they are a part of the name.
    rf"|(?<![\w@/.:%+&\\-])(?<![^\W_]\*)(?<![^\W_]\*\*)(?<![^\W_]\*\*\*)"
    rf"[\w.%+-]*\w@{_HOST}(?![*_]*[^\W_]|[*_]*@|-\w)"
)
"""What may be an address that stands in the text as it is; `bare_address` says what it is."""

# What no link is made of, but people know as an address: its signs are signs.
_NAMED_SIGNS = ("/", "@", "?", "_.")
_NAMED = (
    rf"(?<![^\W_])(?<![@/.-]){_HOST}(?::[0-9]+)?[/?#]{_REST}|/_{_REST}|@\w[\w.-]*"
    rf"|(?<![\w-])\w[\w-]*_\.{_HOST}"
)

_TRAILING = frozenset(".,;:!?'…*،؛؟")


class Span(NamedTuple):
    """Where emphasis begins and ends, with its signs, of which there are one or two each."""

    start: int
    end: int
    width: int

    @property
    def tag(self) -> str:
        """The element that it is."""
        return "strong" if self.width == 2 else "em"

    def inner(self, text: str) -> str:
        """What stands between the signs."""
        return text[self.start + self.width : self.end - self.width]


class Bare(NamedTuple):
    """An address that stands in the text as it is, and where a link from it leads."""

    start: int
    end: int
    target: str


class _Open:
    """Signs that may begin emphasis, of which some may be used up.

    Or signs in a word, as in `*Musik*abend`: what is open before them does not end after them.
    """

    def __init__(self, sign: str, end: int, left: int, in_word: bool) -> None:
        self.sign, self.end, self.left, self.in_word = sign, end, left, in_word


def emphasis(text: str, start: int = 0) -> list[Span]:
    """Emphasis that is not inside of other emphasis, from `start` on."""
    found: list[Span] = []
    opened: list[_Open] = []
    for run in _runs(text, start):
        sign, length = run[0][0], len(run[0])
        if length > 3 or (sign == "_" and length > 1):
            continue
        left = length
        if _may_end(text, run):
            while left and (index := _partner(opened, sign, left)) is not None:
                first = opened[index]
                width = min(first.left, left)
                begin, end = first.end - width, run.end() - left + width
                first.end, first.left, left = begin, first.left - width, left - width
                del opened[index + bool(first.left) :]
                while found and found[-1].start > begin:
                    found.pop()
                found.append(Span(begin, end, min(width, 2)))
        in_word = left == length and _is_in_word(text, run)
        if in_word or (left and _may_begin(text, run, after_emphasis=left < length)):
            opened.append(_Open(sign, run.end(), left, in_word))
    return found


def _runs(text: str, start: int) -> Iterator[re.Match[str]]:
    """The signs that are not a part of what is known as an address."""
    may_name = any(map(text.__contains__, _NAMED_SIGNS))
    named = map(_extent, re.finditer(_NAMED, text)) if may_name else ()
    ends, begin, end = iter(named), 0, 0
    for run in _RUN.finditer(text, start):
        while end <= run.start():
            begin, end = next(ends, (len(text), len(text)))
        if run.start() < begin:
            yield run


def _extent(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(_without_end(match, match[0]))


def _partner(opened: list[_Open], sign: str, left: int) -> int | None:
    """The nearest signs that these end: as many, or three of which some are left."""
    for index in range(len(opened) - 1, -1, -1):
        first = opened[index]
        if first.sign == sign and (first.left == left or 3 in (first.left, left)):
            return None if first.in_word else index
    return None


def _may_begin(text: str, run: re.Match[str], after_emphasis: bool) -> bool:
    before = text[run.start() - 1 : run.start()] if run.start() else ""
    at_edge = after_emphasis or _is_edge(before, _BEFORE, _ALSO_BEFORE)
    return at_edge and not _NOTHING_FIRST.match(text, run.end())


def _may_end(text: str, run: re.Match[str]) -> bool:
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if not run.start() or before.isspace() or before in _NOTHING_LAST:
        return False
    return (not after or after not in _NEVER_AFTER) and _is_edge(after, _AFTER, _ALSO_AFTER)


def _is_in_word(text: str, run: re.Match[str]) -> bool:
    """Whether a word goes on after the signs, which are no gender star."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if not run.start() or before.isspace() or re.match(_GENDER, text[run.end() :]):
        return False
    return not (_is_edge(before, _BEFORE, _ALSO_BEFORE) or _is_edge(after, _AFTER, _ALSO_AFTER))


def _is_edge(character: str, categories: frozenset[str], also: str) -> bool:
    return character in also or unicodedata.category(character) in categories


def bare_address(match: re.Match[str]) -> Bare:
    """The address of the web or of mail, without what ends the sentence around it."""
    if match[1] is None:
        start = match.start() + _signs_around(match)
        return Bare(start, match.end(), f"mailto:{match.string[start : match.end()]}")
    address = _without_end(match, match[1])
    return Bare(match.start(), match.start() + len(address), address)


def _signs_around(match: re.Match[str]) -> int:
    """How many underscores of a mail address stand behind it, too: they are none of it."""
    name, behind = match[0].partition("@")[0], match.string[match.end() :]
    signs = min(len(text) - len(text.lstrip("_")) for text in (name, behind))
    return signs if name[signs:] else 0


def _without_end(match: re.Match[str], address: str) -> str:
    """An address without a full stop, or a bracket or an underscore that began before it."""
    # What stands right before a slash may be the end of emphasis, and then belongs to nothing else.
    before = "" if address[0] == "/" else match.string[match.start() - 1 : match.start()]
    unmatched, end = address.count(")") - address.count("("), len(address)
    while (
        (last := address[end - 1]) in _TRAILING
        or last == "_" == before
        or (last == ")" and unmatched > 0)
    ):
        unmatched -= last == ")"
        end -= 1
    return address[:end]

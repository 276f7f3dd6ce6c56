"""The short way for plain texts: the same HTML as `markup.reference`, many times faster.

Nearly every text here is paragraphs, headings, flat lists, emphasis and links. Two rules keep this
module small and right:

1. It knows only what can be read in one way. A text that holds anything else, even once and even
   if its meaning seems clear, is not plain as a whole, and Python-Markdown renders it.
2. tests/rendering/markup/test_plain_markup.py compares what comes out here, byte for byte, with
   what the reference gives for thousands of made-up texts and for every text of the sample content.

What is written was in the text (which then had no `<`, `>` or `&`) or stands below, so nothing has
to be sanitised: the elements are a, em, h2 to h6, li, ol, p, strong and ul.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import count, repeat
from typing import NamedTuple

from plugins.catalogue.characters import FORBIDDEN
from plugins.rendering.markup.inline import BARE, MAX_DEPTH, bare_address, emphasis
from plugins.rendering.markup.lines import POINT, ListBlock, breaks, list_at, mark
from plugins.rendering.markup.plain_text import item_mark
from plugins.rendering.markup.plain_text import words as words_of

Resolve = Callable[[str], str | None]
"""The address that a link's target is written as; `None`: the link goes nowhere."""

# Characters that mean something to Markdown or HTML, wherever they stand.
_UNUSUAL = "<>&\\`|"
# Those that no text may hold; white space other than a blank and the end of a line, which some
# programs see as such and others do not. None of them is printable, as Python's `str` says it.
_UNSEEN = rf"[\t\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000{FORBIDDEN}]"
# Lines that may be something else than running text. Asked of a text with a line end before it:
# a search for one certain character is a fast one.
_BEGINNING = re.compile(rf"\n(?:[\n #*_+-]|{POINT.pattern}|$)")
_HEADING = re.compile(r"(#{1,6}) +(?=[^#]+$)")
# Lines, and what stands in items, that are or could be something else than running text.
_OTHER = re.compile(r"[ #]|[-*_][-*_ ]*$|$")
# Hosts are letters, digits, single hyphens: nothing that a parser of addresses may refuse.
_HOST = r"(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}"
_REST = r"[A-Za-z0-9/.~%?=#:,;@!$+_-]*"
_TARGET = (
    rf"https?://{_HOST}(?:[/?#]{_REST})?|mailto:[A-Za-z0-9._+-]+@{_HOST}(?:\?{_REST})?"
    rf"|tel:\+?[0-9-]+|/(?!/){_REST}"
)
_PLAIN_TARGET = _TARGET
# What may not stand before the bracket is asked after it: so `re` finds it with a fast search.
# A link without words is not plain: a block that is nothing else has none.
_LINK = re.compile(rf"\[(?<!!\[)(?![ \n]*\])([^][]+)\]\(({_TARGET})\)")
_SIGNS = ("[", "]", "*", "_", "@", "://")
_LISTS = ("ul", "ol")
_GLUED = r"\**[\w.%+-]+@"  # after an address: is it the next one's beginning?
_KEPT = re.compile("\x02([0-9]+)\x03")


class _NotPlain(Exception):
    """Something in the text could be read in another way."""


class _Block(NamedTuple):
    """A heading, a paragraph or a list: its element, its texts as written, its first number."""

    tag: str
    texts: Sequence[str]
    number: int = 1


def html(text: str, address: Resolve) -> str | None:
    """The HTML of a plain text; `None` when the text is not plain.

    `address` is asked for the target of every link.
    """
    try:
        return "\n".join([_html(block, address) for block in _blocks(text)])
    except _NotPlain:
        return None


def words(text: str, address: Resolve, addresses: bool) -> str | None:
    """What `words.words` says of the HTML of a plain text; `None` when the text is not plain."""
    if _says_itself(text):
        return text
    try:
        return "\n\n".join([_text_of(block, address, addresses) for block in _blocks(text)])
    except _NotPlain:
        return None


def _says_itself(text: str) -> bool:
    """Whether a text is paragraphs without a sign of anything: nearly half of all texts are."""
    if _has_sign(text) or "  " in text or " \n" in text or text.endswith(" "):
        return False
    lines = text.replace("\n\n", "\n")
    return not _BEGINNING.search(f"\n{lines}") and not _is_unusual(text)


def _blocks(text: str) -> Iterator[_Block]:
    """Headings, paragraphs and lists, in the order of the text."""
    if _is_unusual(text) or " \n" in text or text.endswith(" "):
        raise _NotPlain
    level, marked = 1, False
    for part in text.split("\n\n"):
        if not _BEGINNING.search(f"\n{part}"):
            marked = False
            yield _Block("p", (part,))
            continue
        lines = part.split("\n")
        if marked and mark(lines[0]):  # one list with blank lines in it, or two?
            raise _NotPlain
        while lines and (heading := _HEADING.match(lines[0])):
            level = min(max(2, len(heading[1])), level + 1)
            yield _Block(f"h{level}", (lines.pop(0)[heading.end() :],))
        marked = any(map(mark, lines))
        yield from _texts_and_lists(lines) if marked else _text(lines)


def _is_unusual(text: str) -> bool:
    if any(map(text.__contains__, _UNUSUAL)):
        return True
    return not text.replace("\n", "").isprintable() and re.search(_UNSEEN, text) is not None


def _texts_and_lists(lines: list[str]) -> Iterator[_Block]:
    """Paragraphs and lists, without a blank line between them."""
    while lines:
        start, listed = _first_list(lines)
        yield from _text(lines[:start])
        if listed is None:
            return
        yield _list(listed, lines[start : listed.end])
        lines = lines[listed.end :]


def _first_list(lines: list[str]) -> tuple[int, ListBlock | None]:
    def line(number: int) -> str | None:
        return lines[number] if number < len(lines) else None

    found = ((start, list_at(start, line)) for start in range(len(lines)))
    return next((pair for pair in found if pair[1]), (len(lines), None))


def _text(lines: list[str]) -> Iterator[_Block]:
    if any(map(_OTHER.match, lines)) or (len(lines) > 1 and any(breaks(lines))):
        raise _NotPlain
    if lines:
        yield _Block("p", ("\n".join(lines),))


def _list(listed: ListBlock, lines: list[str]) -> _Block:
    if len(lines) != len(listed.items):  # items of several lines
        raise _NotPlain
    return _Block(listed.kind, tuple(map(_item, lines)), listed.number)


def _item(line: str) -> str:
    """What stands after the mark of an item, if it is not another mark or a heading."""
    item = line.partition(" ")[2].lstrip(" ")
    if line.startswith(" ") or _OTHER.match(item) or mark(item):
        raise _NotPlain
    return item


def _html(block: _Block, address: Resolve) -> str:
    tag, texts, number = block
    if tag not in _LISTS:
        return _element(tag, texts[0], address)
    items = "\n".join([_element("li", text, address) for text in texts])
    start = f' start="{number}"' if tag == "ol" and number != 1 else ""
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _text_of(block: _Block, address: Resolve, addresses: bool) -> str:
    tag, texts, number = block
    words = [_words(text, address, addresses) for text in texts]
    if tag not in _LISTS:
        return words[0]
    numbers = count(number) if tag == "ol" else repeat(None)
    return "\n".join(map(str.__add__, map(item_mark, numbers), words))


def _words(text: str, address: Resolve, addresses: bool) -> str:
    """What running text says: itself, where nothing in it is a sign of anything."""
    if _has_sign(text) or "  " in text:
        return words_of(_element("p", text, address), addresses)
    return text


def _element(tag: str, words: str, address: Resolve) -> str:
    seen = _LINK.sub(r"\1", words) if "[" in words else words
    direction = ' dir="rtl"' if is_rtl(seen) else ""
    return f"<{tag}{direction}>{_inline(words, address)}</{tag}>"


def _has_sign(text: str) -> bool:
    """Whether there may be a link, an address or emphasis; looking for each is the fastest."""
    return any(map(text.__contains__, _SIGNS))


def _inline(words: str, address: Resolve) -> str:
    """Links, then addresses, then emphasis; other brackets could mean anything."""
    if not _has_sign(words):
        return words
    kept: list[str] = []

    def link(target: str, shown: str) -> str:
        where = address(target)
        href = "" if where is None else f' href="{escape(where)}"'
        kept.append(f'<a{href} rel="noopener">{shown}</a>')
        return f"\x02{len(kept) - 1}\x03"

    def bare(match: re.Match[str]) -> str:
        found = bare_address(match)
        if not re.fullmatch(_PLAIN_TARGET, found.target) or re.match(
            _GLUED, words_left[found.end :]
        ):
            raise _NotPlain
        written = link(found.target, words_left[found.start : found.end])
        before, after = words_left[match.start() : found.start], words_left[found.end : match.end()]
        return before + written + after

    words_left = _LINK.sub(lambda match: link(match[2], _emphasised(match[1])), words)
    if "[" in words_left or "]" in words_left:
        raise _NotPlain
    if "@" in words_left or "://" in words_left:
        written = _emphasised(BARE.sub(bare, words_left))
    else:
        written = _emphasised(words_left)
    return _KEPT.sub(lambda match: kept[int(match[1])], written)


def _emphasised(words: str, depth: int = MAX_DEPTH) -> str:
    if not depth or ("*" not in words and "_" not in words):
        return words
    pieces, done = [], 0
    for span in emphasis(words):
        inner = _emphasised(span.inner(words), depth - 1)
        pieces += [words[done : span.start], f"<{span.tag}>{inner}</{span.tag}>"]
        done = span.end
    return "".join([*pieces, words[done:]])


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (UAX 9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False

"""The short way for plain texts: the same HTML as `markup.reference`, many times faster.

Nearly every text here is paragraphs, headings, flat lists, emphasis and links. Two rules keep this
module small and right:

1. It knows only what can be read in one way. A text that holds anything else, even once and even
   if its meaning seems clear, is not plain as a whole, and Python-Markdown renders it.
2. tests/rendering/test_plain_markup.py compares what comes out here, byte for byte, with what the
   reference gives for thousands of made-up texts and for every text of the sample content.

What is written was in the text (which then had no `<`, `>` or `&`) or stands below, so nothing has
to be sanitised: the elements are a, em, h2 to h6, li, ol, p, strong and ul.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from html import escape

from plugins.catalogue.source import FORBIDDEN
from plugins.rendering.inline import BARE, MAX_DEPTH, bare_address, emphasis
from plugins.rendering.lines import Listed, breaks, list_at, mark

Address = Callable[[str], str | None]
"""The address that a link's target is written as; `None`: the link goes nowhere."""

# Characters that mean something to Markdown or HTML; those that no text may hold; white space other
# than a blank and the end of a line, which some programs see as such and others do not.
_UNUSUAL = re.compile(rf"[<>&\\`|\t\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000{FORBIDDEN}]")
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
_PLAIN_TARGET = re.compile(_TARGET)
# What may not stand before the bracket is asked after it: so `re` finds it with a fast search.
_LINK = re.compile(rf"\[(?<!!\[)([^][]+)\]\(({_TARGET})\)")
_MARK = re.compile(r"(?m)^(?:[-+*]|[0-9]+\.) ")
_SIGN = re.compile(r"[][*_@]|://")
_BRACKET = re.compile(r"[][]")
_KEPT = re.compile("\x02([0-9]+)\x03")


class _NotPlain(Exception):
    """Something in the text could be read in another way."""


def html(text: str, address: Address) -> str | None:
    """The HTML of a plain text; `None` when the text is not plain.

    `address` is asked for the target of every link.
    """
    try:
        return "\n".join(_elements(text, address))
    except _NotPlain:
        return None


def _elements(text: str, address: Address) -> Iterator[str]:
    """Headings, paragraphs and lists, in the order of the text."""
    if _UNUSUAL.search(text) or " \n" in text or text.endswith(" "):
        raise _NotPlain
    level, marked, has_marks = 1, False, _MARK.search(text) is not None
    for block in text.split("\n\n"):
        lines = block.split("\n")
        if marked and mark(lines[0]):  # one list with blank lines in it, or two?
            raise _NotPlain
        while lines and (heading := _HEADING.match(lines[0])):
            level = min(max(2, len(heading[1])), level + 1)
            yield _element(f"h{level}", lines.pop(0)[heading.end() :], address)
        marked = has_marks and any(map(mark, lines))
        yield from _texts_and_lists(lines, address) if marked else _text(lines, address)


def _texts_and_lists(lines: list[str], address: Address) -> Iterator[str]:
    """Paragraphs and lists, without a blank line between them."""
    while lines:
        start, listed = _first_list(lines)
        yield from _text(lines[:start], address)
        if listed is None:
            return
        yield _list(listed, lines[start : listed.end], address)
        lines = lines[listed.end :]


def _first_list(lines: list[str]) -> tuple[int, Listed | None]:
    def line(number: int) -> str | None:
        return lines[number] if number < len(lines) else None

    found = ((start, list_at(start, line)) for start in range(len(lines)))
    return next((pair for pair in found if pair[1]), (len(lines), None))


def _text(lines: list[str], address: Address) -> Iterator[str]:
    if any(map(_OTHER.match, lines)) or (len(lines) > 1 and any(breaks(lines))):
        raise _NotPlain
    if lines:
        yield _element("p", "\n".join(lines), address)


def _list(listed: Listed, lines: list[str], address: Address) -> str:
    if len(lines) != len(listed.items):  # items of several lines
        raise _NotPlain
    items = "\n".join([_element("li", _words(line), address) for line in lines])
    start = f' start="{listed.number}"' if listed.kind == "ol" and listed.number != 1 else ""
    return f"<{listed.kind}{start}>\n{items}\n</{listed.kind}>"


def _words(line: str) -> str:
    """What stands after the mark of an item, if it is not another mark or a heading."""
    found = mark(line)
    words = line[found.words :] if found else line
    if mark(words) or _OTHER.match(words) or line.startswith(" "):
        raise _NotPlain
    return words


def _element(tag: str, words: str, address: Address) -> str:
    seen = _LINK.sub(r"\1", words) if "[" in words else words
    direction = ' dir="rtl"' if is_rtl(seen) else ""
    return f"<{tag}{direction}>{_inline(words, address)}</{tag}>"


def _inline(words: str, address: Address) -> str:
    """Links, then addresses, then emphasis; other brackets could mean anything."""
    if not _SIGN.search(words):
        return words
    kept: list[str] = []

    def link(target: str, shown: str) -> str:
        where = address(target)
        href = "" if where is None else f' href="{escape(where)}"'
        kept.append(f'<a{href} rel="noopener">{shown}</a>')
        return f"\x02{len(kept) - 1}\x03"

    def bare(match: re.Match[str]) -> str:
        found = bare_address(match)
        if not _PLAIN_TARGET.fullmatch(found.target):
            raise _NotPlain
        shown = words_left[found.start : found.end]
        return link(found.target, shown) + words_left[found.end : match.end()]

    words_left = _LINK.sub(lambda match: link(match[2], _emphasised(match[1])), words)
    if _BRACKET.search(words_left):
        raise _NotPlain
    written = _emphasised(BARE.sub(bare, words_left))
    return _KEPT.sub(lambda match: kept[int(match[1])], written)


def _emphasised(words: str, depth: int = MAX_DEPTH) -> str:
    pieces, done = [], 0
    for span in emphasis(words) if depth else ():
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

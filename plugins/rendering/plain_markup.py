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

Address = Callable[[str], str | None]
"""The address that a link's target is written as; `None`: the link goes nowhere."""

# Characters that mean something to Markdown or HTML; white space other than a blank and the end of
# a line, which some programs see as such and others do not; what UTF-8 cannot hold.
_UNUSUAL = re.compile(
    r"[<>&\\`|_\x00-\t\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]"
)
# What a line is and where its words begin. These must not look like another marker, like a rule
# of dashes or like the line below a heading.
_LINE = re.compile(
    r"(?:(?P<heading>#{1,6}) +|(?P<ul>[-+*]) +|(?P<ol>[0-9]+\.) +|(?P<p>))"
    r"(?=.)(?![-=# ]|[+*] |\d+\. )"
)
# Hosts are letters, digits, single hyphens: nothing that a parser of addresses may refuse.
_HOST = r"(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}"
_REST = r"[A-Za-z0-9/.~%?=#:,;@!$+-]*"
_TARGET = (
    rf"https?://{_HOST}(?:[/?#]{_REST})?|mailto:[A-Za-z0-9.+-]+@{_HOST}(?:\?{_REST})?"
    rf"|tel:\+?[0-9-]+|/(?!/){_REST}"
)
# What may not stand before the bracket is asked after it: so `re` finds it with a fast search.
_LINK = re.compile(rf"\[(?<!!\[)([^][*]+)\]\(({_TARGET})\)")
# One or two stars to as many, both touching the words between them, which have none. A star that
# is left over refuses the text, so runs of three or nested ones need no word here.
_EMPHASIS = re.compile(r"\*(\*?)(?![\s*])([^*]*)(?<!\s)\*\1(?!\*)")
_SIGN = re.compile(r"[][*]")


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
    level, above = 1, ""
    for block in text.split("\n\n"):
        lines = [_line(line) for line in block.split("\n")]
        while lines and lines[0].lastgroup == "heading":
            heading = lines.pop(0)
            level = min(max(2, len(heading["heading"])), level + 1)
            above = f"h{level}"
            yield _element(above, _title(heading), address)
        if lines:
            above = _kind(lines, above)
            yield _block(above, [line.string[line.end() :] for line in lines], address)


def _line(line: str) -> re.Match[str]:
    match = _LINE.match(line)
    if match is None:
        raise _NotPlain
    return match


def _title(heading: re.Match[str]) -> str:
    """The words of a heading; a `#` at their end may be there for decoration."""
    words = heading.string[heading.end() :]
    if "#" in words:
        raise _NotPlain
    return words


def _kind(lines: list[re.Match[str]], above: str) -> str:
    """What lines without a blank one between them are together: `p`, `ul` or `ol`."""
    kind = lines[0].lastgroup or ""
    if any(line.lastgroup != kind for line in lines[1:]):
        raise _NotPlain
    if kind != "p" and kind == above:  # one list with blank lines in it, or two?
        raise _NotPlain
    if kind == "ol" and lines[0]["ol"] != "1.":
        raise _NotPlain
    return kind


def _block(kind: str, lines: list[str], address: Address) -> str:
    if kind == "p":
        return _element(kind, "\n".join(lines), address)
    items = "\n".join([_element("li", line, address) for line in lines])
    return f"<{kind}>\n{items}\n</{kind}>"


def _element(tag: str, words: str, address: Address) -> str:
    seen = _LINK.sub(r"\1", words) if "[" in words else words
    direction = ' dir="rtl"' if is_rtl(seen) else ""
    return f"<{tag}{direction}>{_inline(words, address)}</{tag}>"


def _inline(words: str, address: Address) -> str:
    """Links, then emphasis; what is left over of their signs could mean anything."""
    if not _SIGN.search(words):
        return words
    linked = _LINK.sub(lambda match: _link(match, address), words)
    written = _EMPHASIS.sub(_emphasis, linked)
    if _SIGN.search(written):
        raise _NotPlain
    return written


def _link(match: re.Match[str], address: Address) -> str:
    target = address(match[2])
    href = "" if target is None else f' href="{escape(target)}"'
    return f'<a{href} rel="noopener">{match[1]}</a>'


def _emphasis(match: re.Match[str]) -> str:
    tag = "strong" if match[1] else "em"
    return f"<{tag}>{match[2]}</{tag}>"


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (UAX 9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False

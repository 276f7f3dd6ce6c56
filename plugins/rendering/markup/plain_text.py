"""The words of a page's text without its HTML: for calendars, cards, excerpts.

What the page says is what these say, since both come from the same HTML: no sign of the text is
looked at here. A link gives its words and its address, an item of a list its number or a dash.
"""

import re
from dataclasses import dataclass, field
from html import unescape

_TOKEN = r"<(/?)([a-z0-9]+)((?:[^>\"]|\"[^\"]*\")*)>|([^<]+)"
_HREF = r' href="([^"]*)"'
_START = r' start="([0-9]+)"'
_BLANKS = r"\s+"
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "ol"))
_BLOCKS = frozenset(
    "blockquote dd dl dt h2 h3 h4 h5 h6 hr li ol p pre table tbody thead tr ul".split()
)
_PARTS = frozenset(("thead", "tbody"))
_WHITE = " \t\n"
_SPACES = r"\t[ \t]*|  [ \t]*"
_BREAK = "\x00"  # no text has one


def words(html: str, addresses: bool = True) -> str:
    """The words of HTML that `markup.html` gave; links without addresses, if so wanted.

    Paragraphs are a blank line apart, items and rows stand on lines of their own, and lines end
    where the text's do.
    """
    text = _PlainText(addresses)
    for closing, tag, attributes, piece in re.findall(_TOKEN, html):
        if piece:
            if piece != "\n" or text.pieces:  # a line end between two blocks is none of the text
                text.pieces.append(unescape(piece) if "&" in piece else piece)
        elif closing:
            text.close(tag)
        else:
            text.open(tag, attributes)
    text.end_block()
    return "".join(text.written)


def item_mark(number: int | None) -> str:
    """What an item of a list begins with: its number, if it has one."""
    return "- " if number is None else f"{number}. "


@dataclass
class _PlainText:
    """What has been written, and where in the HTML we are."""

    addresses: bool
    written: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)  # of the block that we are in
    numbers: list[int | None] = field(default_factory=list)  # of the next items of open lists
    link: tuple[str, int] = ("", 0)  # where it leads, and the piece that it begins with
    mark: str = ""  # of the item that has just begun
    close_by: bool = False  # whether the next block is a line of the same list or table

    def open(self, tag: str, attributes: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _LISTS:
            start = re.search(_START, attributes)
            self.numbers.append(int(start[1]) if start else 1 if tag == "ol" else None)
        elif tag == "li" and self.numbers:
            number = self.numbers[-1]
            self.mark = item_mark(number)
            self.numbers[-1] = None if number is None else number + 1
        elif tag == "br":
            self.pieces.append(_BREAK)
        elif tag == "a":
            href = re.search(_HREF, attributes)
            self.link = unescape(href[1]) if href else "", len(self.pieces)
        elif tag in _CELLS:
            while self.pieces and self.pieces[-1].isspace():
                self.pieces.pop()
            # An empty piece says that there has been a cell in this row.
            self.pieces.append(" | " if "" in self.pieces else "")

    def close(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _BLOCKS - _PARTS and not self.mark:  # else the item has said nothing yet
            self.close_by = tag in ("li", "tr") or (tag in _LISTS and len(self.numbers) > 1)
        if tag == "li":
            self.mark = ""
        if tag in _LISTS and self.numbers:
            self.numbers.pop()
        elif tag == "a" and self.addresses and self.link[0]:
            shown = re.sub(_BLANKS, " ", "".join(self.pieces[self.link[1] :])).strip()
            if shown and not _is_same(shown, self.link[0]):
                self.pieces.append(f" ({_address(self.link[0])})")

    def end_block(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces).replace(f"{_BREAK}\n", "\n").replace(_BREAK, "\n").strip(_WHITE)
        self.pieces.clear()
        if not text or text.isspace():
            return
        lines = [re.sub(_SPACES, " ", line).strip(" ") for line in text.split("\n")]
        outer = "  " * (len(self.numbers) - 1)
        inner = outer + "  " if self.numbers else ""
        if self.written:
            self.written.append("\n" if self.close_by or (self.mark and outer) else "\n\n")
        self.written.append((outer + self.mark if self.mark else inner) + f"\n{inner}".join(lines))
        self.mark, self.close_by = "", False


def _address(target: str) -> str:
    """Where a link leads, as people write it."""
    scheme, _, rest = target.partition(":")
    if scheme == "mailto":
        return rest.partition("?")[0]
    return rest if scheme == "tel" else target


def _is_same(shown: str, target: str) -> bool:
    """Whether the words of a link say where it leads."""
    scheme, _, rest = target.partition(":")
    if scheme == "tel":
        digits = re.sub("[^0-9]", "", shown).lstrip("0")
        return len(digits) > 2 and re.sub("[^0-9]", "", rest).endswith(digits)
    if scheme == "mailto":
        return shown.removeprefix("mailto:") == _address(target)
    return _bare(shown) == _bare(target)


def _bare(address: str) -> str:
    return re.sub("^https?://", "", address).rstrip("/")

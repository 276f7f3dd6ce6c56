"""The text of a mail, made of its page: so both say the same.

Each cell is a paragraph, the addresses of its links below it. Lines are short, and those that go on
end with a blank: programs that know that fill the width of the screen (RFC 3676, format=flowed).
"""

import html
import re
import textwrap
from collections.abc import Iterator

from plugins.intake.submission.html_text import text_in

WIDTH = 72
_LINK = re.compile(r'<a\b[^<>]*\bhref="([^"]*)"')
_HEADING = re.compile(r"<h[12]\b")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MAIL = "mailto:"


def plain_part(page: str) -> str:
    """The text of a page whose cells are `<td>`."""
    body = _COMMENT.sub("", page.partition("<body")[2].partition(">")[2])
    parts = ("\n".join(_lines(cell)) for cell in body.split("</td>"))
    return "\n\n".join(filter(None, parts)) + "\n"


def _lines(cell: str) -> Iterator[str]:
    lines = [line for line in text_in(cell).split("\n") if line]
    for line in lines:
        yield from _flowed(line)
    if lines and _HEADING.search(cell):
        yield "=" * min(WIDTH, max(map(len, lines)))
    addresses = map(html.unescape, _LINK.findall(cell))
    shown = "\n".join(lines)
    yield from (one for one in dict.fromkeys(addresses) if one.removeprefix(_MAIL) not in shown)


def _flowed(line: str) -> Iterator[str]:
    """The line in several, each but the last ending with a blank; no word is cut."""
    wrapped = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)
    for number, part in enumerate(wrapped, 1):
        yield _stuffed(part) + (" " if number < len(wrapped) else "")


def _stuffed(line: str) -> str:
    """A line that would be read as a quotation, or as the beginning of a mail, is moved (4.4)."""
    return f" {line}" if line.startswith((" ", ">", "From ")) else line

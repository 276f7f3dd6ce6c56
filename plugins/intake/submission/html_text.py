"""The words of a page in a mail: in time that grows with its length, whatever is in it."""

import html
import re

_HIDDEN = frozenset({"script", "style", "head", "title", "template"})
_BLOCKS = frozenset(
    "address article blockquote div dd dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre "
    "section table tr ul".split()
)
_PIECE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{0,10000}>|[^<]+|<")


def text_in(page: str) -> str:
    """The text that a reader sees; lines end where paragraphs and rows do."""
    found: list[str] = []
    hidden = ""
    for match in _PIECE.finditer(_without_comments(page)):
        is_end, name = match[1], (match[2] or "").lower()
        if hidden:
            hidden = "" if is_end and name == hidden else hidden
        elif name in _HIDDEN and not is_end:
            hidden = name
        elif name in _BLOCKS or name == "br":
            found.append("\n")
        elif name == "td" and is_end:
            found.append(" ")
        elif not name:
            found.append(re.sub(r"[ \t\r\n]+", " ", html.unescape(match[0])))
    lines = (line.strip().replace("\xa0", " ") for line in "".join(found).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_comments(page: str) -> str:
    found: list[str] = []
    position = 0
    while (start := page.find("<!--", position)) >= 0:
        found.append(page[position:start])
        end = page.find("-->", start)
        position = end + 3 if end >= 0 else len(page)
    found.append(page[position:])
    return "".join(found)

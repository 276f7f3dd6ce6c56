"""The field for Markdown text, bounded before any parser sees it.

Python-Markdown needs time that grows with the square of the number of open brackets, and its
stack grows with the nesting of quotes and lists. The bounds keep every accepted text harmless.
"""

import re
from typing import Any

from plugins.catalogue.characters import forbidden, name_of
from plugins.catalogue.diagnostics import Place
from plugins.catalogue.fields.base import TEXT, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.patterns import bounded
from plugins.catalogue.nodes import Scalar

USUAL, LONG = 8_000, 40_000
"""How many characters an entry's text may have, and the text of a page or report."""

MAX_OPEN = 200
MAX_NESTING = 12
_MARKERS = re.compile(r"(?:[ \t]*(?:>|[*+-](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])))+")
_ITEM = r">|[*+-](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])"


def _unescaped(line: str) -> str:
    """A line with its entities resolved, though they hide each other or a backslash hides them."""
    line = line.replace("\\", "")
    if "&" not in line:
        return line
    from html import unescape  # a long table of names, which few texts need

    for _ in range(3):
        line = unescape(line)
    return line


class Prose(Text):
    """Markdown: paragraphs, lists, emphasis, links, headings, tables.

    What is written as `&#8238;` becomes a character on the page, so it is looked at as one; so is
    `&amp;#8238;`, which may become one in a program that a calendar or a feed is read with.
    """

    name = ("Text (Markdown)", "text (Markdown)")
    translatable = True
    free = True
    types = TEXT
    control = "long"

    def __init__(self, most: int = USUAL) -> None:
        self.most = most

    def pattern(self, region: str) -> str:
        """As many characters as it may have, over several lines."""
        return bounded(r"[\s\S]", self.most)

    def tidy(self, text: str) -> str:
        """The text without blank lines around it; blanks before its first word may be markup."""
        lines = text.split("\n")
        first = next((number for number, line in enumerate(lines) if line.strip()), 0)
        return "\n".join(lines[first:]).rstrip()

    def parse(self, scalar: Scalar, context: Context) -> Any:
        """The text, or `INVALID` when it is beyond the bounds."""
        problems = context.problems
        before = len(problems)
        if len(scalar.text) > self.most:
            length = len(scalar.text)
            problems.add("MD-LONG", scalar.place, most=self.most, length=length)
        for characters in ("[", "<", "`", "*_"):
            limit = MAX_OPEN if characters in "[<" else MAX_OPEN * 5
            if sum(map(scalar.text.count, characters)) > limit:
                problems.add("MD-MANY", scalar.place, character=characters[0], most=limit)
        first = scalar.place.line
        for number, line in enumerate(scalar.text.split("\n")):
            shown = _unescaped(line) if "&" in line else ""
            hidden = next(forbidden(shown), None)
            if hidden is not None:
                character = name_of(shown[hidden[0]])
                problems.add("ENC-ESCAPE", Place(first + number, 1), character=character)
            markers = _MARKERS.match(line)
            depth = len(re.findall(_ITEM, markers[0])) if markers else 0
            if depth > MAX_NESTING or len(line) - len(line.lstrip()) > 4 * MAX_NESTING:
                problems.add("MD-DEPTH", Place(first + number, 1), most=MAX_NESTING)
                break
        return scalar.text if len(problems) == before else INVALID

    def describe(self) -> str:
        """One English phrase for `docs/fields.md`."""
        return f"Markdown, at most {self.most:,} characters"

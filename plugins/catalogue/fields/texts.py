"""Texts in words of the author's own."""

import re
from typing import Any

from plugins.catalogue.fields.base import TEXT, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.patterns import bounded
from plugins.catalogue.nodes import Scalar


class Line(Text):
    """One line of text."""

    name = ("eine Zeile Text", "line of text")
    types = TEXT
    free = True

    def __init__(self, most: int = 200, *, translatable: bool = False) -> None:
        self.most, self.translatable = most, translatable

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if "\n" in scalar.text:
            context.problems.add("FLD-LINE", scalar.place)
            return INVALID
        if len(scalar.text) > self.most:
            length = len(scalar.text)
            context.problems.add("FLD-LONG", scalar.place, most=self.most, length=length)
            return INVALID
        is_plain = scalar.text.isprintable() and "  " not in scalar.text
        return scalar.text if is_plain else re.sub(r"\s+", " ", scalar.text)

    def describe(self) -> str:
        return f"text, at most {self.most} characters"

    def pattern(self, region: str) -> str:
        return bounded(".", self.most)


class Paragraph(Text):
    """Plain text over several lines, no markup."""

    name = ("Text", "text")
    control = "long"
    types = TEXT
    free = True

    def __init__(self, most: int = 4000, *, translatable: bool = False) -> None:
        self.most, self.translatable = most, translatable

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if len(scalar.text) > self.most:
            length = len(scalar.text)
            context.problems.add("FLD-LONG", scalar.place, most=self.most, length=length)
            return INVALID
        return scalar.text

    def describe(self) -> str:
        return f"text of several lines, at most {self.most} characters"

    def pattern(self, region: str) -> str:
        return bounded(r"[\s\S]", self.most)

    def tidy(self, text: str) -> str:
        return text.strip()

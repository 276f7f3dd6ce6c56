"""Numbers, whole or with decimals."""

import re
from decimal import Decimal
from typing import Any

from plugins.catalogue.fields.base import NUMBER, WHOLE, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.nodes import Scalar


def _with_point(text: str) -> str:
    """A number with a point where there is a comma: 49,50 is 49.50."""
    return text.replace(",", ".") if re.fullmatch(r"-?[0-9]{1,12},[0-9]{1,10}", text) else text


class Integer(Text):
    """A whole number."""

    name = ("ganze Zahl", "whole number")
    control = "number"
    types = WHOLE
    numeric = True

    def __init__(self, least: int = 0, most: int = 10_000_000) -> None:
        self.bounds: tuple[int, int] = (least, most)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if not re.fullmatch(r"-?[0-9]{1,12}", scalar.text):
            context.problems.add("FLD-INTEGER", scalar.place, value=scalar.text)
            return INVALID
        number = int(scalar.text)
        least, most = self.bounds
        if not least <= number <= most:
            context.problems.add("FLD-RANGE", scalar.place, value=number, least=least, most=most)
            return INVALID
        return number

    def pattern(self, region: str) -> str:
        return "-?[0-9]{1,12}"

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return _with_point(text)


class Number(Text):
    """A number with or without decimals, with a point: 49.5.

    Money has two decimals at most, so that 1.000 is not taken for one when a thousand is meant.
    """

    name = ("Zahl", "number")
    control = "number"
    types = NUMBER
    numeric = True
    decimals = 2

    def __init__(self, least: int = 0, most: int = 1_000_000_000) -> None:
        self.bounds: tuple[int, int] = (least, most)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if not re.fullmatch(rf"-?[0-9]{{1,12}}(\.[0-9]{{1,{self.decimals}}})?", scalar.text):
            meant = scalar.text.replace(".", "").replace(" ", "")
            grouped = re.fullmatch(r"[0-9]{1,3}([. ][0-9]{3})+", scalar.text)
            suggestion = meant if grouped else ""
            context.problems.add(
                "FLD-NUMBER", scalar.place, value=scalar.text, suggestion=suggestion
            )
            return INVALID
        number = Decimal(scalar.text)
        least, most = self.bounds
        if not least <= number <= most:
            context.problems.add("FLD-RANGE", scalar.place, value=number, least=least, most=most)
            return INVALID
        return number

    def written(self, value: Any) -> Any:
        return float(value)

    def pattern(self, region: str) -> str:
        return rf"-?[0-9]{{1,12}}(?:\.[0-9]{{1,{self.decimals}}})?"

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return _with_point(text)


class Coordinate(Number):
    """Degrees of latitude or longitude (WGS 84)."""

    name = ("Koordinate in Grad", "degrees")
    decimals = 10

    def __init__(self, most: int) -> None:
        super().__init__(-most, most)

"""Dates, numbers and names in every language of the theme: `written.txt`. `make bless` renews it.

Marks that CLDR puts in to turn a text, and digits other than European, are in none of them.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup

from plugins.catalogue.fields.days import WEEKDAYS, PartialDate
from plugins.wording.language import Language
from plugins.wording.language_names import own_name

GOLDEN = Path(__file__).parent / "written.txt"
LANGUAGES = "de de-simple en tr ar uk ru it fr el ro fa".split()
MAY, NOVEMBER = date(2026, 5, 9), date(2026, 11, 26)
SPOKEN = ("de", "tr", "ar", "uk", "rom", "kmr")

FORMS: dict[str, Callable[[Language], str]] = {
    "date_long": lambda one: one.date_long(MAY),
    "date_medium": lambda one: one.date_medium(MAY),
    "date_short": lambda one: one.date_short(NOVEMBER),
    "month_year": lambda one: one.month_year(MAY),
    "month_year at a beginning": lambda one: one.capitalised(one.month_year(MAY)),
    "month_name": lambda one: one.month_name(MAY),
    "month_beside_day": lambda one: one.month_beside_day(MAY),
    "month_short": lambda one: one.capitalised(one.month_short(NOVEMBER)),
    "weekday_short": lambda one: one.capitalised(one.weekday_short(NOVEMBER)),
    "weekday_list": lambda one: one.weekday_list(WEEKDAYS[3:]),
    "weekday_list at a beginning": lambda one: one.capitalised(one.weekday_list(WEEKDAYS[3:5])),
    "clock": lambda one: one.clock(time(19, 30)),
    "since": lambda one: one.since(PartialDate(1998, 5)),
    "number": lambda one: one.number(Decimal("12500.5")),
    "percent": lambda one: one.percent(0.49),
    "money": lambda one: one.money(Decimal(2500), "EUR"),
    "money with cents": lambda one: one.money(Decimal("12.50"), "CHF"),
    "language_list": lambda one: one.language_list(SPOKEN),
    "language_list at a beginning": lambda one: one.capitalised(one.language_list(SPOKEN[:2])),
    "own_name": lambda one: own_name(one.tag),
    "comma": lambda one: f"a{one.comma}b",
    "colon": lambda one: f"a{one.colon}b",
}


def table() -> str:
    parts = []
    for name, written in FORMS.items():
        rows = [f"{tag:10} {written(Language(tag))}\n" for tag in LANGUAGES]
        parts.append(f"{name}\n{''.join(rows)}")
    return "\n".join(parts)


@pytest.mark.golden
def test_written(bless: bool) -> None:
    if bless:
        GOLDEN.write_text(table(), encoding="utf-8")
    assert table() == GOLDEN.read_text(encoding="utf-8")


def test_no_marks_and_no_other_digits() -> None:
    every = [(tag, name) for tag in LANGUAGES for name in FORMS]
    texts = {key: FORMS[key[1]](Language(key[0])) for key in every}
    texts |= {
        (tag, str(month)): Language(tag).date_long(date(2026, month, 3))
        for tag in LANGUAGES
        for month in range(1, 13)
    }
    odd = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![0-9])\\d")
    assert {key: text for key, text in texts.items() if odd.search(text)} == {}
    assert {unicodedata.normalize("NFC", text) for text in texts.values()} == set(texts.values())


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("tr", "italyanca", "İtalyanca"),
        ("it", "italiano", "Italiano"),
        ("uk", "їжа", "Їжа"),
        ("ro", "ședință", "Ședință"),
        ("ar", "مايو", "مايو"),
        ("fr", "", ""),
    ],
)
def test_capitalised(tag: str, text: str, expected: str) -> None:
    assert Language(tag).capitalised(text) == expected


def test_capitalised_text_is_as_safe_as_before() -> None:
    assert Language("fr").capitalised(Markup("mai <b>&amp;</b>")) == Markup("Mai <b>&amp;</b>")
    assert type(Language("fr").capitalised(Markup("mai"))) is Markup
    assert type(Language("fr").capitalised("<b>")) is str

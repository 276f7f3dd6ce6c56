"""How German writes dates, numbers, and the names of languages."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from plugins.catalogue.fields.days import PartialDate
from plugins.wording.language import Language
from plugins.wording.locales import direction

GERMAN = Language("de")
DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (GERMAN.date_long(DAY), "Donnerstag, 26. November 2026"),
        (GERMAN.date_medium(DAY), "26. November 2026"),
        (GERMAN.date_short(DAY), "26.11.2026"),
        (GERMAN.weekday(DAY), "Donnerstag"),
        (GERMAN.weekday_name("sunday"), "Sonntag"),
        (GERMAN.weekday_name(0), "Montag"),
        (GERMAN.weekday_short(DAY), "Do"),
        (GERMAN.month_short(DAY), "Nov"),
        (GERMAN.month_year(DAY), "November 2026"),
        (GERMAN.clock(datetime(2026, 11, 26, 9, 5)), "09:05"),
        (GERMAN.since(PartialDate(1998)), "1998"),
        (GERMAN.since(PartialDate(1998, 5)), "Mai 1998"),
        (GERMAN.since(PartialDate(1998, 5, 12)), "12. Mai 1998"),
        (GERMAN.number(1250), "1.250"),
        (GERMAN.percent(22 / 45), "49\xa0%"),
        (GERMAN.money(Decimal(2500), "EUR"), "2.500\xa0€"),
        (GERMAN.money(Decimal("12.50"), "EUR"), "12,50\xa0€"),
        (GERMAN.listing(["Deutsch", "Türkisch", "Arabisch"]), "Deutsch, Türkisch und Arabisch"),
        (GERMAN.figure(22 / 45), "49\xa0%"),
        (GERMAN.figure(45), "45"),
        (GERMAN.figure(DAY), "26. November 2026"),
    ],
)
def test_written(written: str, expected: str) -> None:
    assert written == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("uk", "Ukrainisch"),
        ("rom", "Romanes"),
        ("kmr", "Kurmandschi (Kurdisch)"),
        ("prs", "Dari"),
        ("gsg", "Deutsche Gebärdensprache"),
        ("zh-Hant", "Chinesisch (Traditionell)"),
        ("hno", "hno"),
    ],
)
def test_language_name(tag: str, expected: str) -> None:
    assert GERMAN.language_name(tag).lower() == expected.lower()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (Language("fr").date_long(date(2026, 12, 1)), "mardi 1er décembre 2026"),
        (Language("fr").date_medium(date(2001, 1, 1)), "1er janvier 2001"),
        (Language("fr").date_medium(date(2026, 12, 11)), "11 décembre 2026"),
        (Language("fr").month_year(date(2026, 12, 1)), "décembre 2026"),
        (Language("it").date_medium(date(2026, 12, 1)), "1 dicembre 2026"),
    ],
)
def test_the_first_of_a_month(written: str, expected: str) -> None:
    assert written == expected


@pytest.mark.parametrize(("tag", "expected"), [("ar", "rtl"), ("fa-IR", "rtl"), ("de", "ltr")])
def test_direction(tag: str, expected: str) -> None:
    assert direction(tag) == expected

import pytest

from plugins.catalogue.descriptions.words import WORDS
from plugins.catalogue.fields.base import Text
from plugins.catalogue.fields.choices import Choice, Degree, Weekday, YesNo
from plugins.catalogue.fields.contact import WebAddress
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.days import Day, DayOfSeries, DayOrTime, Since
from plugins.catalogue.fields.numbers import Coordinate, Integer, Number
from plugins.catalogue.fields.prose import Prose
from plugins.catalogue.fields.references import ImageFile, LanguageTag, Reference, Term
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Event, VocabularyTerm
from plugins.intake.sheet.columns import column_at
from plugins.intake.sheet.values import canonical
from plugins.intake.tree import meant


def term(german: str, english: str) -> VocabularyTerm:
    return VocabularyTerm(label=FrozenMap((("de", german), ("en", english))))


LISTS = Lists(
    {"topics": {"musik": term("Musik", "Music"), "a": term("Chor", "x"), "b": term("Chor", "y")}},
    {"associations": {"chor": "Chor e. V.", "eins": "Doppelt", "zwei": "Doppelt"}},
    words=WORDS,
)


@pytest.mark.parametrize(
    ("field", "cell", "file"),
    [
        (Line(), "  a \t b ", "a b"),
        (Line(), "=1+1", "=1+1"),
        (LanguageTag(), "Türkisch", "tr"),
        (LanguageTag(), "English", "en"),
        (LanguageTag(), "Türkçe", "tr"),
        (LanguageTag(), "українська", "uk"),
        (LanguageTag(), "zh-Hant", "zh-Hant"),
        (LanguageTag(), "Klingonisch", "Klingonisch"),
        (Prose(), "\r\n  a\r\nb \n\n", "  a\nb"),
        (YesNo(), "Ja", "yes"),
        (YesNo(), "FALSCH", "no"),
        (YesNo(), "vielleicht", "vielleicht"),
        (Degree(), "eingeschränkt", "limited"),
        (Degree(), "TRUE", "yes"),
        (Choice("offer", "seek"), "Biete", "offer"),
        (Choice("offer", "seek"), "seek", "seek"),
        (Choice("EUR", "CHF"), "eur", "EUR"),
        (Choice("offer", "seek"), "tausche", "tausche"),
        (Weekday(), "Dienstag", "tuesday"),
        (Weekday(), "TU", "tuesday"),
        (Term("topics"), "musik", "musik"),
        (Term("topics"), "MUSIC", "musik"),
        (Term("topics"), "Chor", "Chor"),
        (Term("topics"), "Tanz", "Tanz"),
        (Reference("associations"), "chor e. v.", "chor"),
        (Reference("associations"), "Doppelt", "Doppelt"),
        (Reference("associations", also=("office",)), "office", "office"),
        (Integer(), "007", "7"),
        (Integer(), "1.000", "1.000"),
        (Integer(), "0", "0"),
        (Number(), "49,50", "49.5"),
        (Number(), "1.000", "1.000"),
        (Number(), "1.000,50", "1.000,50"),
        (Coordinate(90), "-52,5138", "-52.5138"),
        (Day(), "1.12.2026", "2026-12-01"),
        (Day(), "2026-12-01", "2026-12-01"),
        (Day(), "31.2.2026", "2026-02-31"),
        (Day(), "1.12.26", "2026-12-01"),
        (Day(), "2026-12-01 00:00:00", "2026-12-01"),
        (Day(), "1.12.", "1.12."),
        (DayOrTime(), "Di, 1. Dezember 2026, 19 Uhr", "2026-12-01T19:00"),
        (DayOrTime(), "1.12.2026 19:30", "2026-12-01T19:30"),
        (DayOrTime(), "01.12.2026, 9.05 Uhr", "2026-12-01T09:05"),
        (DayOrTime(), "2026-12-01 19:30:00", "2026-12-01T19:30"),
        (DayOrTime(), "19:30", "19:30"),
        (DayOfSeries(), "2026-12-01T19:30", "2026-12-01"),
        (Since(), "1998", "1998"),
        (Since(), "1.2.1998", "1998-02-01"),
        (ImageFile(), "images/a.png", "a.png"),
        (WebAddress(), "www.chor.example/x", "https://www.chor.example/x"),
        (WebAddress(), "a@b.example", "a@b.example"),
        (WebAddress(), "http://chor.example", "http://chor.example"),
    ],
)
def test_meant(field: Text, cell: str, file: str) -> None:
    assert meant(cell, field, LISTS) == file
    assert meant(file, field, LISTS) == file


@pytest.mark.parametrize(
    ("field", "file", "cell"),
    [
        (YesNo(), "no", "nein"),
        (Degree(), "limited", "teilweise"),
        (Choice("offer", "seek"), "offer", "Biete"),
        (Term("topics"), "musik", "Musik"),
        (Term("topics"), "a", "a"),
        (Term("topics"), "fremd", "fremd"),
        (DayOrTime(), "2026-12-01T19:30", "2026-12-01 19:30"),
        (Reference("associations"), "chor", "chor"),
        (Line(), "T", "T"),
    ],
)
def test_shown(field: Text, file: str, cell: str) -> None:
    assert field.shown(file, LISTS) == cell
    assert meant(cell, field, LISTS) == file


@pytest.mark.parametrize(
    ("cell", "file"),
    [
        ("Verein für Kunst, Kultur und Sport", "kunst"),
        ("Kunst, Chor", "Kunst; chor"),
        ("Verein für Kunst, Kultur und Sport; Chor", "kunst; chor"),
        ("chor, kunst", "chor; kunst"),
    ],
)
def test_a_name_with_commas_is_one(cell: str, file: str) -> None:
    names = {"chor": "Chor e. V.", "kunst": "Verein für Kunst, Kultur und Sport"}
    column = column_at(Event, "organisers")
    assert column is not None
    assert canonical(cell, column, Lists({}, {"associations": names}), ";\n,") == file


@pytest.mark.parametrize(
    ("key", "cell", "file"),
    [
        ("languages", "Deutsch und Türkisch", "de; tr"),
        ("languages", "Deutsch/Arabisch & Kurdisch", "de; ar; ku"),
        ("languages", "Deutsche Gebärdensprache", "gsg"),
        ("languages", "Deutsch und Klingonisch", "Deutsch und Klingonisch"),
        ("organisers", "Chor & Tanz und Musik", "Chor & Tanz und Musik"),
        ("organisers", "Chor e. V. / Kunst", "chor; kunst"),
        ("organisers", "Tanz und Musik", "tanz"),
        ("organisers", "chor und gibtsnicht", "chor und gibtsnicht"),
    ],
)
def test_several_values_without_semicolons(key: str, cell: str, file: str) -> None:
    names = {"chor": "Chor e. V.", "kunst": "Kunst", "tanz": "Tanz und Musik"}
    column = column_at(Event, key)
    assert column is not None
    assert canonical(cell, column, Lists({}, {"associations": names})) == file

"""Every field: what it makes of a text, and what it says when it cannot."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.base import Text
from plugins.catalogue.fields.choices import (
    Choice,
    Degree,
    Menu,
    MenuPlace,
    Rhythm,
    Weekday,
    YesNo,
)
from plugins.catalogue.fields.contact import Account, Email, Phone, Postcode, WebAddress
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.days import (
    Day,
    DayOfMonth,
    DayOfSeries,
    DayOrTime,
    PartialDate,
    Since,
)
from plugins.catalogue.fields.numbers import Coordinate, Integer, Number
from plugins.catalogue.fields.prose import Prose
from plugins.catalogue.fields.references import Identifier, ImageFile, LanguageTag, Reference, Term
from plugins.catalogue.fields.texts import Line, Paragraph
from plugins.catalogue.model import VocabularyTerm
from plugins.catalogue.nodes import Scalar
from plugins.catalogue.phones import PhoneNumber

TOPICS = {"musik": VocabularyTerm(label=FrozenMap((("de", "Musik"), ("en", "Music"))))}

# Characters that hide something, as entities: named, without a semicolon, and hidden once more.
HIDDEN = "&#8238; &#x202e; &#X202E; &#08238; &#x0000202e; &#8238 &#x202E &#8294; &#xfeff;"
HIDDEN += " &NoBreak; &ZeroWidthSpace; &amp;#8238; &amp;#x202e; &#38;#8238; &amp;amp;#8238;"
HIDDEN += " &\\#8238; &#\\x202e; &amp;NoBreak;"


def reading(field: Text, text: str, region: str = "DE") -> tuple[object, list[tuple[str, str]]]:
    """The value, and code and suggestion of each problem."""
    problems = Problems("x")
    value = field.read(Scalar(text, Place(1, 1)), Context(problems, {"topics": TOPICS}, region))
    return value, [(p.code, dict(p.details).get("suggestion", "")) for p in problems]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Line(), "Ein  Chor", "Ein Chor"),
        (Line(), "a\u00a0b", "a b"),
        (Line(4), "abcd", "abcd"),
        (Paragraph(), "a\nb", "a\nb"),
        (Choice("offer", "seek"), "seek", "seek"),
        (Degree(), "yes", "yes"),
        (Degree(), "TRUE", "yes"),
        (Degree(), "false", "no"),
        (YesNo(), "Yes", True),
        (YesNo(), "false", False),
        (Integer(), "0", 0),
        (Integer(), "007", 7),
        (Number(), "49.50", Decimal("49.50")),
        (Coordinate(90), "-89.9", Decimal("-89.9")),
        (Day(), "2024-02-29", date(2024, 2, 29)),
        (DayOrTime(), "2026-11-03", date(2026, 11, 3)),
        (DayOrTime(), "2026-11-03T19:05", datetime(2026, 11, 3, 19, 5)),
        (Since(), "1990", PartialDate(1990)),
        (Since(), "1990-05", PartialDate(1990, 5)),
        (Since(), "1990-05-31", PartialDate(1990, 5, 31)),
        (Identifier(), "chor-2", "chor-2"),
        (Reference("associations"), "chor", "chor"),
        (Term("topics"), "musik", "musik"),
        (LanguageTag(), "zh-Hant", "zh-Hant"),
        (LanguageTag(), "kmr", "kmr"),
        (LanguageTag(), "de-simple", "de-simple"),
        (Email(), "kontakt@chor.example", "kontakt@chor.example"),
        (Email(), "a.b+c@x-y.example.org", "a.b+c@x-y.example.org"),
        (Email(), "büro@müsterstadt.example", "büro@müsterstadt.example"),
        (Phone(), "030 23125 014", PhoneNumber("tel:+49-30-23125014", "030 23125014")),
        (Phone(), "+49 30 23125014", PhoneNumber("tel:+49-30-23125014", "030 23125014")),
        (WebAddress(), "https://chor.example/a?b=c#d", "https://chor.example/a?b=c#d"),
        (WebAddress(), "http://müsterstadt.example", "http://müsterstadt.example"),
        (WebAddress(), "https://chor.example:8080/", "https://chor.example:8080/"),
        (Postcode(), "01067", "01067"),
        (ImageFile(), "chor_1-b.webp", "chor_1-b.webp"),
        (ImageFile(), "images/chor.jpeg", "chor.jpeg"),
        (DayOfMonth(), "last friday", (-1, 4)),
        (DayOfMonth(), "First  Sunday", (1, 6)),
        (DayOfMonth(), "31", (31, None)),
        (Menu(), "yes", MenuPlace("main")),
        (Menu(), "footer", MenuPlace("footer")),
        (Menu(), "no", MenuPlace()),
        (Menu(), "Über uns", MenuPlace("footer", "Über uns")),
        (Weekday(), "tue", "tuesday"),
        (Account(), "@chor@social.example", "@chor@social.example"),
        (Account(), "https://social.example/@chor", "https://social.example/@chor"),
        (Weekday(), "TU", "tuesday"),
        (Term("topics"), "Music", "musik"),
        (Prose(), "*Hallo*\n\n- Welt", "*Hallo*\n\n- Welt"),
        (Prose(), "> " * 12 + "a", "> " * 12 + "a"),
        (Prose(), "[" * 200, "[" * 200),
    ],
)
def test_values(field: Text, text: str, value: object) -> None:
    assert reading(field, text) == (value, [])
    assert reading(field, str(field.written(value))) == (value, [])


@pytest.mark.parametrize(
    ("field", "text", "code", "suggestion"),
    [
        (Line(), "a\nb", "FLD-LINE", ""),
        (Line(3), "abcd", "FLD-LONG", ""),
        (Paragraph(3), "abcd", "FLD-LONG", ""),
        (Choice("offer", "seek"), "ofer", "FLD-CHOICE", "offer"),
        (Choice("offer", "seek"), "x", "FLD-CHOICE", ""),
        (Choice("offer", "seek"), "Biete", "FLD-CHOICE", "offer"),
        (Choice("offer", "seek"), "Woche", "FLD-CHOICE", ""),
        (Rhythm(), "2 weeks", "RRULE-INTERVAL", ""),
        (Rhythm(), "alle zwei Wochen", "RRULE-INTERVAL", ""),
        (Rhythm(), "14-tägig", "RRULE-INTERVAL", ""),
        (Rhythm(), "zweiwöchentlich", "RRULE-INTERVAL", ""),
        (Rhythm(), "jeden zweiten Monat", "RRULE-INTERVAL", ""),
        (Rhythm(), "vierteljährlich", "RRULE-INTERVAL", ""),
        (Rhythm(), "alle 14 Tage", "RRULE-INTERVAL", ""),
        (Rhythm(), "2x pro Woche", "FLD-CHOICE", ""),
        (Rhythm(), "wöchentlich", "FLD-CHOICE", "week"),
        (DayOfSeries(), "2026-12-19 bis 6.1.2027", "RRULE-SPAN", ""),
        (WebAddress(), "webcal://chor.example/c.ics", "URL-SCHEME", "https://chor.example/c.ics"),
        (Degree(), "ja", "FLD-CHOICE", "yes"),
        (Weekday(), "Dienstag", "FLD-CHOICE", "tuesday"),
        (Day(), "31.02.2024", "DATE-IMPOSSIBLE", ""),
        (DayOrTime(), "3.11.2026, 25:00", "DATE-IMPOSSIBLE", ""),
        (YesNo(), "ja", "FLD-YES-NO", ""),
        (Integer(), "ca. 40", "FLD-INTEGER", ""),
        (Integer(), "1.000", "FLD-INTEGER", ""),
        (Integer(), "٣", "FLD-INTEGER", ""),
        (Integer(), "9" * 13, "FLD-INTEGER", ""),
        (Integer(), "-1", "FLD-RANGE", ""),
        (Number(), "49,5", "FLD-NUMBER", ""),
        (Number(), "1e9", "FLD-NUMBER", ""),
        (Number(), "nan", "FLD-NUMBER", ""),
        (Coordinate(90), "90.1", "FLD-RANGE", ""),
        (Day(), "3.11.2026", "DATE-FORMAT", "2026-11-03"),
        (Day(), "2026-1-3", "DATE-FORMAT", "2026-01-03"),
        (Day(), "2026-11-03T19:00", "DATE-FORMAT", "2026-11-03"),
        (Day(), "morgen", "DATE-FORMAT", ""),
        (Day(), "2026-02-30", "DATE-IMPOSSIBLE", ""),
        (Day(), "0999-01-01", "DATE-RANGE", ""),
        (Day(), "٢٠٢٦-٠١-٠١", "DATE-FORMAT", "2026-01-01"),
        (DayOrTime(), "2026-11-03 19:30", "DATE-TIME-FORMAT", "2026-11-03T19:30"),
        (DayOrTime(), "3.11.2026, 19.30 Uhr", "DATE-TIME-FORMAT", "2026-11-03T19:30"),
        (DayOrTime(), "2026-11-03T24:00", "DATE-TIME-FORMAT", "2026-11-04T00:00"),
        (DayOrTime(), "2026-11-03T19:00:00", "DATE-TIME-FORMAT", "2026-11-03T19:00"),
        (DayOrTime(), "2026-11-03T19:00Z", "DATE-ZONE", ""),
        (DayOrTime(), "12.06.2027 14 Uhr", "DATE-TIME-FORMAT", "2027-06-12T14:00"),
        (DayOrTime(), "46357.8125", "DATE-TIME-FORMAT", "2026-12-01T19:30"),
        (DayOrTime(), "5.12.2026, 19-21 Uhr", "DATE-SPAN", ""),
        (Day(), "1.2.26", "DATE-FORMAT", "2026-02-01"),
        (Day(), "5.-7.12.2026", "DATE-SPAN", ""),
        (Since(), "Mai 1998", "DATE-FORMAT", "1998-05"),
        (Since(), "1990-13", "DATE-FORMAT", ""),
        (Since(), "um 1990", "DATE-FORMAT", ""),
        (Identifier(), "Alter Chor", "ID-FORM", "alter-chor"),
        (Identifier(), "../x", "ID-FORM", "x"),
        (Identifier(), "a" * 81, "ID-FORM", "a" * 80),
        (Term("topics"), "Musick", "REF-TERM", "musik"),
        (Term("topics"), "mussik", "REF-TERM", "musik"),
        (Term("unbekannt"), "x", "REF-TERM", ""),
        (LanguageTag(), "DE", "FLD-LANGUAGE", "de"),
        (LanguageTag(), "deutsch", "FLD-LANGUAGE", "de"),
        (LanguageTag(), "mnk", "FLD-LANGUAGE", "man"),
        (LanguageTag(), "xyz", "FLD-LANGUAGE", ""),
        (LanguageTag(), "de" + "-abcdefgh" * 5, "FLD-LANGUAGE", ""),
        (Email(), "kontakt at chor.example", "MAIL-FORM", ""),
        (Email(), "a@b", "MAIL-FORM", ""),
        (Email(), "mailto:a@chor.example", "MAIL-FORM", "a@chor.example"),
        (Email(), "Chor <a@chor.example>", "MAIL-FORM", "a@chor.example"),
        (Email(), "a (at) chor (dot) example", "MAIL-FORM", "a@chor.example"),
        (Email(), "a[ät]chor.example", "MAIL-FORM", "a@chor.example"),
        (Email(), "a@chor.example.", "MAIL-FORM", "a@chor.example"),
        (Email(), "a@chor.example, b@chor.example", "MAIL-SEVERAL", ""),
        (Email(), "a@chor.example und b@chor.example", "MAIL-SEVERAL", ""),
        (Email(), "fest team@chor.example", "MAIL-FORM", ""),
        (Email(), "a@chor.example, fest team@chor.example", "MAIL-FORM", ""),
        (Email(), "a@chor.example/b@@chor.example", "MAIL-FORM", ""),
        (Email(), "keine", "MAIL-FORM", ""),
        (Email(), "a@b.example\nBcc: c@d.example", "MAIL-FORM", ""),
        (Email(), '"<script>"@x.example', "MAIL-FORM", ""),
        (Phone(), "ruf an", "TEL-FORM", ""),
        (Phone(), "12", "TEL-FORM", ""),
        (Phone(), "030 1 oder 2", "TEL-FORM", ""),
        (WebAddress(), "chor.example", "URL-SCHEME", "https://chor.example"),
        (WebAddress(), "javascript:alert(1)", "URL-SCHEME", ""),
        (WebAddress(), "//chor.example", "URL-SCHEME", ""),
        (WebAddress(), "kontakt@chor.example", "URL-SCHEME", ""),
        (WebAddress(), "https://a b.example", "URL-CHARACTER", ""),
        (WebAddress(), 'https://a.example/"onclick=', "URL-CHARACTER", ""),
        (WebAddress(), "https://u:p@a.example", "URL-USER", ""),
        (WebAddress(), "https://localhost", "URL-FORM", ""),
        (WebAddress(), "https://a.example:99999", "URL-FORM", ""),
        (WebAddress(), "https://[::1", "URL-FORM", ""),
        (WebAddress(), "https://a.example/" + "x" * 2000, "URL-LONG", ""),
        (Postcode(), "1067", "ADR-POSTCODE", ""),
        (Postcode(), "D-01067", "ADR-POSTCODE", ""),
        (ImageFile(), "../geheim.png", "IMG-NAME", ""),
        (ImageFile(), "images/images/a.png", "IMG-NAME", ""),
        (ImageFile(), "chor.svg", "IMG-NAME", ""),
        (ImageFile(), "Chor.png", "IMG-NAME", ""),
        (DayOfMonth(), "fifth friday", "RRULE-DAY", ""),
        (DayOfMonth(), "32", "RRULE-DAY", ""),
        (Menu(), "foter", "FLD-CHOICE", "footer"),
        (Account(), "javascript:alert(1)", "URL-SCHEME", ""),
        (Account(), "https:chor", "URL-FORM", ""),
        (Prose(), "a" * 8001, "MD-LONG", ""),
        (Prose(), "[" * 201, "MD-MANY", ""),
        (Prose(), "<" * 201, "MD-MANY", ""),
        (Prose(), "*" * 1001, "MD-MANY", ""),
        (Prose(), "> " * 13 + "a", "MD-DEPTH", ""),
        (Prose(), "- " * 2000, "MD-DEPTH", ""),
        *((Prose(), f"a\nb {hidden} c", "ENC-ESCAPE", "") for hidden in HIDDEN.split()),
        (Prose(), "a\n" + " " * 49 + "b", "MD-DEPTH", ""),
    ],
)
def test_refused(field: Text, text: str, code: str, suggestion: str) -> None:
    assert reading(field, text) == (INVALID, [(code, suggestion)])


@pytest.mark.parametrize(
    ("text", "region", "accepted"),
    [("1010", "AT", True), ("SW1A 1AA", "GB", True), ("1010", "DE", False), ("?", "AT", False)],
)
def test_postcodes_of_other_countries(text: str, region: str, accepted: bool) -> None:
    assert (reading(Postcode(), text, region)[0] is not INVALID) == accepted


def test_a_national_number_is_read_in_the_region_of_the_site() -> None:
    assert reading(Phone(), "01 58858 0", "AT")[0] == PhoneNumber("tel:+43-1-588580", "01 588580")


@pytest.mark.parametrize(
    ("since", "earliest", "latest"),
    [
        (PartialDate(1990), date(1990, 1, 1), date(1990, 12, 31)),
        (PartialDate(1992, 2), date(1992, 2, 1), date(1992, 2, 29)),
        (PartialDate(1990, 5, 6), date(1990, 5, 6), date(1990, 5, 6)),
    ],
)
def test_partial_dates(since: PartialDate, earliest: date, latest: date) -> None:
    assert (since.earliest, since.latest) == (earliest, latest)

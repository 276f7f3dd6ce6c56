"""The fields that read one piece of text: lines, dates, numbers, addresses, references."""

# What a field gives is of any type; `parse` and `describe` are explained once, in `Field`.
# ruff: noqa: ANN401, D102

import re
from calendar import monthrange
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlsplit

from plugins.catalogue import dates
from plugins.catalogue.languages import is_language
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.names import ID, MAX_ID, slug
from plugins.catalogue.patterns import DAY, MONTH, TIME, WEB, any_case, bounded
from plugins.catalogue.phones import first_number, phone_number, with_area_code
from plugins.catalogue.schema import ANSWER, INVALID, NUMBER, TEXT, WHOLE, Context, Text
from plugins.catalogue.source import Scalar
from plugins.catalogue.text import fold, nearest

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Moment = date | datetime


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
        return re.sub(r"\s+", " ", scalar.text)

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


class Choice(Text):
    """One of a few words that the software knows."""

    name = ("Auswahl", "choice")
    closed = True

    def __init__(self, *words: str, synonyms: dict[str, str] | None = None) -> None:
        self.words, self.synonyms = words, synonyms or {}

    def parse(self, scalar: Scalar, context: Context) -> Any:
        word = self.synonyms.get(scalar.text.lower(), scalar.text)
        if word in self.words:
            return word
        german = IN_GERMAN.get(word.lower(), "")
        suggestion = german if german in self.words else nearest(word, self.words)
        allowed = ", ".join(self.words)
        context.problems.add(
            "FLD-CHOICE", scalar.place, value=word, allowed=allowed, suggestion=suggestion
        )
        return INVALID

    def describe(self) -> str:
        return " | ".join(self.words)

    def pattern(self, region: str) -> str:
        return "|".join((*self.words, *map(any_case, sorted(self.synonyms))))

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        written, word = fold(text), self.synonyms.get(text.lower(), text).lower()
        called = (known for known in self.words if fold(self.called(known, lists)) == written)
        german = IN_GERMAN.get(text.lower(), "")
        known = (k for k in self.words if k.lower() == word or k == german)
        return next(iter((*called, *known, text)))

    def called(self, text: str, lists: Lists) -> str:
        return lists.words.get(text, text)


# What somebody writes who knows no English: suggested, not accepted, so that files stay alike.
IN_GERMAN = {
    **dict(
        zip(
            "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(),
            WEEKDAYS,
            strict=True,
        )
    ),
    **{"ja": "yes", "nein": "no", "teilweise": "limited", "eingeschränkt": "limited"},
    **{"biete": "offer", "angebot": "offer", "suche": "seek", "gesuch": "seek"},
    **{"tag": "day", "woche": "week", "monat": "month", "jahr": "year"},
    **{"täglich": "day", "wöchentlich": "week", "monatlich": "month", "jährlich": "year"},
    **{"abgesagt": "cancelled", "verschoben": "postponed", "ausgebucht": "full"},
    **{"offen": "open", "vermittelt": "placed", "zurückgezogen": "withdrawn", "euro": "EUR"},
}


class Weekday(Choice):
    """A day of the week by its English name, or the beginning of it: tuesday, tue, TU."""

    def __init__(self) -> None:
        short = {day[:length]: day for day in WEEKDAYS for length in (2, 3)}
        super().__init__(*WEEKDAYS, synonyms=short | {day: day for day in WEEKDAYS})


class Degree(Choice):
    """Yes, limited or no: how far something is accessible."""

    types = ANSWER
    answers = True

    def __init__(self) -> None:
        super().__init__("yes", "limited", "no", synonyms={"true": "yes", "false": "no"})


_TRUTH = {"ja": "yes", "wahr": "yes", "true": "yes", "nein": "no", "falsch": "no", "false": "no"}


class YesNo(Text):
    """Yes or no."""

    name = ("ja oder nein", "yes | no")
    types = ANSWER
    answers = True
    closed = True
    words = ("yes", "no")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        answer = {"yes": True, "true": True, "no": False, "false": False}.get(scalar.text.lower())
        if answer is None:
            context.problems.add("FLD-YES-NO", scalar.place, value=scalar.text)
            return INVALID
        return answer

    def pattern(self, region: str) -> str:
        return any_case("yes", "true", "no", "false")

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return _TRUTH.get(text.lower(), text.lower())

    def called(self, text: str, lists: Lists) -> str:
        return lists.words.get(text, text)


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


class PartialDate(NamedTuple):
    """A year, a month or a day; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


class Dated(Text):
    """A day or time. Midnight at a day is what databases write; it says nothing."""

    times: ClassVar = False

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        found = dates.moment(text, lists.today, lists.beside)
        return found if self.times else found.removesuffix("T00:00")

    def called(self, text: str, lists: Lists) -> str:
        return text.replace("T", " ")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        return self._moment(scalar, context, times=self.times)

    def _moment(self, scalar: Scalar, context: Context, *, times: bool) -> Any:
        match = _ISO.fullmatch(scalar.text)
        if not match or (match[4] and not times):
            code, details = self._complaint(scalar.text)
            context.problems.add(code, scalar.place, value=scalar.text, **details)
            return INVALID
        if not dates.exists(scalar.text):
            context.problems.add("DATE-IMPOSSIBLE", scalar.place, value=scalar.text)
            return INVALID
        moment = (datetime if match[4] else date).fromisoformat(scalar.text)
        if not 1000 <= moment.year <= 2200:
            context.problems.add("DATE-RANGE", scalar.place, value=scalar.text)
            return INVALID
        return moment

    def _meant_on(self, text: str, day: date) -> str:
        return self.meant(text, Lists(today=day))

    def _complaint(self, text: str) -> tuple[str, dict[str, str]]:
        """What to say of a text in another form, and what its author probably meant."""
        both = dates.span(text)
        if both:
            return "DATE-SPAN", {"begin": both[0], "end": both[1]}
        if zoned := dates.without_zone(text):
            return "DATE-ZONE", {"suggested": zoned if self.times else zoned[:10]}
        meant = dates.from_serial(text) or self.meant(text)
        meant = meant if self.times else meant.partition("T")[0]
        if meant != text and _ISO.fullmatch(meant) and not dates.exists(meant):
            return "DATE-IMPOSSIBLE", {}
        rest = dates.without_year(self._meant_on, text) if meant == text else ""
        if rest:
            return "DATE-YEAR", {"rest": rest if self.times else rest[:6]}
        code = "DATE-TIME-FORMAT" if self.times else "DATE-FORMAT"
        return code, {"suggestion": meant if meant != text else ""}


class Day(Dated):
    """A calendar day, YYYY-MM-DD (ISO 8601)."""

    name = ("Tag JJJJ-MM-TT", "date YYYY-MM-DD")
    control = "date"

    def pattern(self, region: str) -> str:
        return DAY


class DayOrTime(Dated):
    """A day, or a time on a day: YYYY-MM-DDTHH:MM in the site's time zone."""

    name = ("Tag oder Zeit JJJJ-MM-TTThh:mm", "date or YYYY-MM-DDTHH:MM")
    control = "date"
    times = True

    def pattern(self, region: str) -> str:
        return f"{DAY}(?:{TIME})?"


class DayOfSeries(Dated):
    """One date of a series, by its day; a time beside it is the series' own and is dropped."""

    name = ("Tag JJJJ-MM-TT", "date YYYY-MM-DD")

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        found = dates.moment(text, lists.today, lists.beside)
        return found.partition("T")[0] if _ISO.fullmatch(found) else text

    def parse(self, scalar: Scalar, context: Context) -> Any:
        moment = self._moment(scalar, context, times="T" in scalar.text)
        return moment.date() if isinstance(moment, datetime) else moment

    def pattern(self, region: str) -> str:
        return f"{DAY}(?:{TIME})?"


class Since(Dated):
    """A year, a month or a day."""

    name = ("Jahr, Monat oder Tag", "YYYY, YYYY-MM or YYYY-MM-DD")
    types = WHOLE
    bounds = (1000, 2200)

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return dates.since(text, lists.today)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?", scalar.text)
        if match and 1000 <= int(match[1]) <= 2200 and 1 <= int(match[2] or 1) <= 12:
            return PartialDate(int(match[1]), int(match[2] or 0))
        day = self._moment(scalar, context, times=False)
        return INVALID if day is INVALID else PartialDate(day.year, day.month, day.day)

    def pattern(self, region: str) -> str:
        return f"{MONTH}|{DAY}"


_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?")


class Identifier(Text):
    """The id of an entry: its file's name without the ending."""

    name = ("Kennung", "id")
    types = TEXT

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if ID.fullmatch(scalar.text) and len(scalar.text) <= MAX_ID:
            return scalar.text
        suggestion = slug(scalar.text)
        context.problems.add("ID-FORM", scalar.place, value=scalar.text, suggestion=suggestion)
        return INVALID

    def pattern(self, region: str) -> str:
        return rf"(?=[a-z0-9-]{{1,{MAX_ID}}}\s*$){ID.pattern}"


class Reference(Identifier):
    """The id of another entry, of one of `kinds`.

    What is no id is left as it is: linking knows which entries there are, what they are called, and
    so which one was meant. `place` says that a place may be described instead.
    """

    closed = True

    links = True

    def __init__(self, *kinds: str, also: tuple[str, ...] = (), place: bool = False) -> None:
        self.kinds, self.also, self.place = kinds, also, place

    def parse(self, scalar: Scalar, context: Context) -> Any:
        value = Line().parse(scalar, context)
        if value is not INVALID:
            context.references.append((value, scalar.place, self))
        return value

    def is_free(self, text: str) -> bool:
        return self.place and not ID.fullmatch(text)

    def takes(self, text: str, context: Context) -> bool:
        return ID.fullmatch(text) is not None

    def describe(self) -> str:
        return "id in " + "/, ".join(self.kinds) + "/" + "".join(f" or `{w}`" for w in self.also)

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        if any(text in lists.names.get(folder, {}) for folder in self.kinds):
            return text
        named = {key for folder in self.kinds for key in lists.named(folder, text)}
        return named.pop() if len(named) == 1 else text


class Term(Text):
    """A term of a vocabulary: its id, or its label in any language, which stands for the id."""

    name = ("Begriff", "term")
    types = TEXT
    closed = True

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary

    def parse(self, scalar: Scalar, context: Context) -> Any:
        terms = context.vocabularies.get(self.vocabulary, {})
        if scalar.text in terms:
            return scalar.text
        meant = self.meant(scalar.text, Lists(context.vocabularies))
        if meant in terms:
            return meant
        context.problems.add(
            "REF-TERM",
            scalar.place,
            value=scalar.text,
            vocabulary=self.vocabulary,
            suggestion=_nearest_term(scalar.text, terms),
        )
        return INVALID

    def describe(self) -> str:
        return f"id in vocabulary/{self.vocabulary}.yaml"

    def pattern(self, region: str) -> str:
        return ""

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        terms = lists.vocabularies.get(self.vocabulary, {})
        if text in terms:
            return text
        written = fold(text)
        labels = ((key, label) for key, term in terms.items() for _, label in term.label)
        named = {key for key, label in labels if fold(label) == written}
        return named.pop() if len(named) == 1 else text

    def called(self, text: str, lists: Lists) -> str:
        term = lists.vocabularies.get(self.vocabulary, {}).get(text)
        return str(term.label_in("de")) if term else text


def _nearest_term(text: str, terms: Any) -> str:
    """The id that resembles `text`, or whose label or synonym does."""
    words = {fold(word): term_id for term_id, term in terms.items() for word in term.words}
    return nearest(text, terms) or words.get(nearest(text, words), "")


class LanguageTag(Text):
    """A language by its BCP 47 tag: de, uk, zh-Hant, kmr."""

    name = ("Sprachkürzel", "BCP 47 language tag")
    kinds = ("languages",)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if is_language(scalar.text):
            return scalar.text
        from plugins.catalogue.language_words import meant  # only when needed: it is long

        suggestion = meant(scalar.text)
        context.problems.add("FLD-LANGUAGE", scalar.place, value=scalar.text, suggestion=suggestion)
        return INVALID

    def pattern(self, region: str) -> str:
        return "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        from plugins.catalogue.language_words import named  # only when needed: it is long

        return text if is_language(text) else named(text) or text


class Email(Text):
    """An e-mail address (RFC 5322, checked offline)."""

    name = ("E-Mail-Adresse", "e-mail address")
    _plain = re.compile(
        r"[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}"
    )

    def parse(self, scalar: Scalar, context: Context) -> Any:
        text = scalar.text
        if (self._plain.fullmatch(text) and len(text) <= 200) or _is_email(text):
            return text
        context.problems.add("MAIL-FORM", scalar.place, value=text)
        return INVALID

    def pattern(self, region: str) -> str:
        return r"[^@\s]{1,254}@[^@\s]{1,254}"


@lru_cache(maxsize=4096)
def _is_email(text: str) -> bool:
    """The library's word, asked only about addresses that are not of the plainest form."""
    from email_validator import EmailNotValidError, validate_email  # 30 ms: only when needed

    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


class Phone(Text):
    """A phone number, national in the site's region or with its country code."""

    name = ("Telefonnummer", "phone number")
    types = NUMBER

    def parse(self, scalar: Scalar, context: Context) -> Any:
        written, region = scalar.text, context.region
        number = phone_number(written, region)
        if number is None:
            one = first_number(written, region)
            like = f": {one}" if one else ""
            context.problems.add("TEL-FORM", scalar.place, value=written, one=one, like=like)
            return INVALID
        if not number.uri:
            suggestion = with_area_code(written, region)
            context.problems.add("TEL-AREA", scalar.place, value=written, suggestion=suggestion)
        return number

    def pattern(self, region: str) -> str:
        return r"\+?[0-9 \u00a0\u2009\u202f()/.\u2010\u2011–-]{3,40}"


_BARE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
"""An address of the web as people write it: www.chor.example."""


class WebAddress(Text):
    """An address on the web: http or https, with a host, nothing hidden in it."""

    name = ("Webadresse", "web address")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        text = scalar.text
        problem = _web_address_problem(text)
        if problem:
            bare = re.fullmatch(r"(?!\w+:)[\w-]+(\.[\w-]+)+(/\S*)?", text)
            suggestion = f"https://{text}" if bare and "@" not in text else ""
            context.problems.add(problem, scalar.place, value=text, suggestion=suggestion)
            return INVALID
        return text

    def pattern(self, region: str) -> str:
        return WEB

    def tidy(self, text: str) -> str:
        text = super().tidy(text)
        return f"https://{text}" if _BARE.fullmatch(text) else text


class Account(WebAddress):
    """An account in a social network: its web address, or a handle such as @chor."""

    name = ("Adresse oder Name", "web address or handle")
    types = TEXT
    _scheme = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

    def is_free(self, text: str) -> bool:
        return not self._scheme.match(text)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if self._scheme.match(scalar.text):
            return super().parse(scalar, context)
        return Line(300).parse(scalar, context)

    def pattern(self, region: str) -> str:
        return rf"{WEB}|(?!{self._scheme.pattern}){bounded('.', 300)}"

    def tidy(self, text: str) -> str:
        return Text.tidy(self, text)


def _web_address_problem(text: str) -> str:
    if len(text) > 2000:
        return "URL-LONG"
    if re.search(r"[\s\"<>\\^`{|}]", text):
        return "URL-CHARACTER"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "URL-FORM"
    if parts.scheme not in ("http", "https"):
        return "URL-SCHEME"
    if parts.username is not None or parts.password is not None:
        return "URL-USER"
    labels = host.split(".")
    if len(labels) < 2 or not all(re.fullmatch(r"\w(?:[\w-]*\w)?", part) for part in labels):
        return "URL-FORM"
    return ""


class Postcode(Text):
    """A postcode, as text: 01067 keeps its zero."""

    name = ("Postleitzahl", "postcode")
    types = NUMBER
    numeric = False

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if re.fullmatch(self.pattern(context.region), scalar.text):
            return scalar.text
        context.problems.add("ADR-POSTCODE", scalar.place, value=scalar.text)
        return INVALID

    def pattern(self, region: str) -> str:
        return "[0-9]{5}" if region == "DE" else "[A-Z0-9][A-Z0-9 -]{2,9}"

    def of_number(self, digits: str, region: str) -> str:
        german = region == "DE" and re.fullmatch("[0-9]{4}", digits)
        return f"0{digits}" if german else digits


class ImageFile(Text):
    """The name of a picture in content/images/."""

    name = ("Bilddatei", "file in images/")
    kinds = ("images",)
    links = True
    form: ClassVar = re.compile(r"([a-z0-9][a-z0-9_-]{0,79}\.(?:png|jpg|jpeg|webp))")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        match = self.form.fullmatch(scalar.text.removeprefix("images/"))
        if not match:
            context.problems.add("IMG-NAME", scalar.place, value=scalar.text)
            return INVALID
        context.references.append((match[1], scalar.place, self))
        return match[1]

    def pattern(self, region: str) -> str:
        return rf"(?:images/)?{self.form.pattern}"

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return text.removeprefix("images/")


class DayOfMonth(Text):
    """The day on which something repeats each month: »last friday«, or 15."""

    name = ("Tag im Monat", '"first|second|third|fourth|last <weekday>" or 1-31')
    types = WHOLE
    bounds = (1, 31)
    ordinals: ClassVar = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}

    def parse(self, scalar: Scalar, context: Context) -> Any:
        words = scalar.text.lower().split()
        if len(words) == 2 and words[0] in self.ordinals and words[1] in WEEKDAYS:
            return (self.ordinals[words[0]], WEEKDAYS.index(words[1]))
        if re.fullmatch(r"[1-9]|[12][0-9]|3[01]", scalar.text):
            return (int(scalar.text), None)
        context.problems.add("RRULE-DAY", scalar.place, value=scalar.text)
        return INVALID

    def pattern(self, region: str) -> str:
        ordinals, weekdays = any_case(*self.ordinals), any_case(*WEEKDAYS)
        return rf"(?:{ordinals})\s+(?:{weekdays})|[1-9]|[12][0-9]|3[01]"


class MenuPlace(NamedTuple):
    """Where a page is linked from (`main`, `footer` or empty), and under which words."""

    place: str = ""
    label: str = ""


NO_MENU = MenuPlace()


class Menu(Text):
    """Where a page is linked from: the main menu, the footer, or nowhere.

    Any other words put it into the footer, under these words instead of its title.
    """

    name = ("Menü", "main | footer | no, or the words of a link in the footer")
    types = TEXT
    answers = True
    words = ("main", "footer", "no")
    _nowhere: ClassVar = ("no", "false", "none")
    _places: ClassVar = {"yes": "main", "true": "main", "main": "main", "footer": "footer"}

    def is_free(self, text: str) -> bool:
        return text.lower() not in (*self._nowhere, *self._places)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        text = scalar.text.lower()
        if text in self._nowhere:
            return NO_MENU
        if text in self._places:
            return MenuPlace(self._places[text])
        if nearest(text, ("main", "footer")):
            return Choice(*self.words).parse(scalar, context)
        label = Line(40).parse(scalar, context)
        return INVALID if label is INVALID else MenuPlace("footer", label)

    def pattern(self, region: str) -> str:
        return bounded(".", 40)

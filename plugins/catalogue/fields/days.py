"""Days and times, and what is less exact."""

import re
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from plugins.catalogue import dates
from plugins.catalogue.fields.base import WHOLE, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.patterns import DAY, MONTH, TIME, any_case
from plugins.catalogue.lists import NO_LISTS, Lists
from plugins.catalogue.nodes import Scalar
from plugins.catalogue.text import fold, nearest

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


Moment = date | datetime


_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?")


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
        from calendar import monthrange  # asked about few dates, and slow to import

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

    def proposed(self, text: str) -> str:
        meant = self.meant(text)
        return meant if dates.exists(meant) and meant[:4] in text else text

    def parse(self, scalar: Scalar, context: Context) -> Any:
        return self._moment(scalar, context, times=self.times)

    def written(self, value: Any) -> Any:
        return value.isoformat(*(("T", "minutes") if isinstance(value, datetime) else ()))

    def _moment(self, scalar: Scalar, context: Context, *, times: bool) -> Any:
        match = _ISO.fullmatch(scalar.text)
        if not match or (match[4] and not times):
            code, details = self._complaint(scalar.text)
            context.problems.add(code, scalar.place, value=scalar.text, **details)
            return INVALID
        if not dates.exists(scalar.text):
            meant = dates.moment(scalar.text)
            if times and dates.exists(meant):  # 24:00
                context.problems.add(
                    "DATE-TIME-FORMAT", scalar.place, value=scalar.text, suggestion=meant
                )
                return INVALID
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
    control = "moment"
    times = True

    def pattern(self, region: str) -> str:
        return f"{DAY}(?:{TIME})?"


class DayOfSeries(Dated):
    """One date of a series, by its day; a time beside it is the series' own and is dropped."""

    name = ("Tag JJJJ-MM-TT", "date YYYY-MM-DD")

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        found = dates.moment(text, lists.today, lists.beside)
        return found.partition("T")[0] if _ISO.fullmatch(found) else text

    def _complaint(self, text: str) -> tuple[str, dict[str, str]]:
        code, details = super()._complaint(text)
        return "RRULE-SPAN" if code == "DATE-SPAN" else code, details

    def parse(self, scalar: Scalar, context: Context) -> Any:
        moment = self._moment(scalar, context, times="T" in scalar.text)
        return moment.date() if isinstance(moment, datetime) else moment

    def pattern(self, region: str) -> str:
        return f"{DAY}(?:{TIME})?"


class TimeZone(Text):
    """The name of a time zone (IANA), such as America/New_York."""

    name = ("Zeitzone wie America/New_York", "time zone, such as America/New_York")

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        return text if is_zone(text) else _zone_of(text) or text

    def proposed(self, text: str) -> str:
        return self.meant(text)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if is_zone(scalar.text):
            return scalar.text
        meant = _zone_of(scalar.text)
        context.problems.add("DATE-UNKNOWN-ZONE", scalar.place, value=scalar.text, suggestion=meant)
        return INVALID

    def pattern(self, region: str) -> str:
        return "[A-Z][A-Za-z]+(?:/[A-Za-z0-9_+-]+)+"


def is_zone(name: str) -> bool:
    """Whether there is a time zone of this name: of a city, or a fixed one as Etc/GMT+5."""
    try:
        return "/" in name and ZoneInfo(name).key == name
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _zone_of(text: str) -> str:
    """The zone whose city, or whose name, is written like this; empty without any."""
    places = {fold(name.rpartition("/")[2]).replace("_", " "): name for name in _zones()}
    names = {fold(name): name for name in _zones()}
    written = fold(text.strip())
    words = written.replace("_", " ")
    near = nearest(words, places) if len(words) > len("EDT+1") else ""
    return names.get(written) or places.get(words) or places.get(near, "")


@cache
def _zones() -> tuple[str, ...]:
    """Those of cities, sorted."""
    return tuple(sorted(z for z in available_timezones() if "/" in z and z[:4] != "Etc/"))


SCHOOL_HOLIDAYS, PUBLIC_HOLIDAYS = "school_holidays", "public_holidays"


_HOLIDAYS = {
    fold(word.strip()): holidays
    for holidays, words in (
        (
            SCHOOL_HOLIDAYS,
            "Schulferien, Ferien, school holidays, okul tatilleri, العطل المدرسية,"
            " шкільні канікули, школьные каникулы, vacanze scolastiche, vacances scolaires,"
            " σχολικές διακοπές, vacanțe școlare, تعطیلات مدرسه‌ها",
        ),
        (
            PUBLIC_HOLIDAYS,
            "Feiertage, gesetzliche Feiertage, public holidays, resmî tatiller, العطل الرسمية,"
            " свята, праздники, giorni festivi, jours fériés, αργίες, sărbători legale,"
            " تعطیلات رسمی",
        ),
    )
    for word in words.split(",")
}
"""What people call them, in the languages of the site."""


class DayLeftOut(DayOfSeries):
    """A date of a series on which it pauses, or a word for all holidays of a sort."""

    name = (
        f"Tag JJJJ-MM-TT, {SCHOOL_HOLIDAYS} oder {PUBLIC_HOLIDAYS}",
        f"date YYYY-MM-DD, {SCHOOL_HOLIDAYS} or {PUBLIC_HOLIDAYS}",
    )
    holidays: ClassVar = (SCHOOL_HOLIDAYS, PUBLIC_HOLIDAYS)

    def meant(self, text: str, lists: Lists = NO_LISTS) -> str:
        known = self._word(text)
        return known or super().meant(text, lists)

    def called(self, text: str, lists: Lists) -> str:
        if text in self.holidays:
            return lists.words.get(text, text)
        return super().called(text, lists)

    def _complaint(self, text: str) -> tuple[str, dict[str, str]]:
        known = self._word(text)
        return ("DATE-FORMAT", {"suggestion": known}) if known else super()._complaint(text)

    def _word(self, text: str) -> str:
        return _HOLIDAYS.get(fold(text.strip()), "")

    def parse(self, scalar: Scalar, context: Context) -> Any:
        return scalar.text if scalar.text in self.holidays else super().parse(scalar, context)

    def written(self, value: Any) -> Any:
        return value if isinstance(value, str) else super().written(value)

    def pattern(self, region: str) -> str:
        return "|".join((*self.holidays, super().pattern(region)))


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

    def written(self, value: Any) -> Any:
        return "-".join(f"{part:02}" for part in value if part)

    def pattern(self, region: str) -> str:
        return f"{MONTH}|{DAY}"


class DayOfMonth(Text):
    """The day on which something repeats each month: »last friday«, or 15."""

    name = ("Tag im Monat", '"first|second|third|fourth|last <weekday>" or 1-31')
    control = "nth"
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

    def written(self, value: Any) -> Any:
        position, weekday = value
        words = {number: word for word, number in self.ordinals.items()}
        return str(position) if weekday is None else f"{words[position]} {WEEKDAYS[weekday]}"

    def pattern(self, region: str) -> str:
        ordinals, weekdays = any_case(*self.ordinals), any_case(*WEEKDAYS)
        return rf"(?:{ordinals})\s+(?:{weekdays})|[1-9]|[12][0-9]|3[01]"

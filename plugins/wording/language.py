"""How a language writes dates, numbers and lists: CLDR, by Babel."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol

from plugins.catalogue.fields.days import WEEKDAYS, PartialDate
from plugins.catalogue.frozen import Frozen, record
from plugins.wording import locales
from plugins.wording.language_names import language_name, own_name
from plugins.wording.locales import direction, locale_of, without_marks

# Where CLDR writes days with digits and slashes, which can be read from both sides.
_SHORT_IN_WORDS = frozenset({"ar"})
# Where CLDR puts the sign before the number, and a mark that turns the line.
_MONEY = {"fa": "#,##0.00\xa0¤"}
# Where the short days have digits of their own: ۵ش.
_NARROW_WEEKDAYS = frozenset({"fa"})
# What CLDR leaves to the reader: the first of a month is no plain number.
_FIRST = {"fr": "1er"}
_ONE = r"\b1(?= )"
# Where days are small unless they are those of a date.
_SMALL_WEEKDAYS = frozenset({"tr"})


@record(frozen=True)
class Language(Frozen):
    """One language of the site, by its BCP 47 tag."""

    tag: str

    @property
    def locale(self) -> Locale:
        """What CLDR knows about it."""
        return locale_of(self.tag)

    def functions(self) -> Mapping[str, Callable[..., str]]:
        """What templates call to write things in this language."""
        return {
            "language_name": self.language_name,
            "own_name": own_name,
            "date_long": self.date_long,
            "date_medium": self.date_medium,
            "date_short": self.date_short,
            "day_or_words": self.day_or_words,
            "weekday": self.weekday,
            "weekday_list": self.weekday_list,
            "weekdays_listed": self.weekdays_listed,
            "language_list": self.language_list,
            "weekday_short": self.weekday_short,
            "month_short": self.month_short,
            "month_name": self.month_name,
            "month_beside_day": self.month_beside_day,
            "month_year": self.month_year,
            "clock": self.clock,
            "zone_city": self.zone_city,
            "since": self.since,
            "number": self.number,
            "percent": self.percent,
            "figure": self.figure,
            "money": self.money,
            "listing": self.listing,
            "capitalised": self.capitalised,
            "direction": direction,
        }

    @property
    def comma(self) -> str:
        """What stands between the words of a list that nothing closes."""
        return locales.comma(self.tag)

    @property
    def colon(self) -> str:
        """What stands between a name and what it is the name of."""
        return locales.colon(self.tag)

    def capitalised(self, text: str) -> str:
        """The text as it stands at a beginning: of a line, a heading, a cell."""
        return locales.capitalised(text, self.tag)

    @property
    def plural_samples(self) -> tuple[tuple[str, int], ...]:
        """A number for each plural form that whole numbers have: (`one`, 1), (`other`, 0)."""
        samples: dict[str, int] = {}
        for number in range(1, 201):
            samples.setdefault(self.locale.plural_form(number), number)
        return tuple(samples.items())

    def language_name(self, tag: str) -> str:
        """»Ukrainisch« for `uk`; the tag itself when nobody has a name for it."""
        return language_name(tag, self.tag)

    def date_long(self, day: date) -> str:
        """»Donnerstag, 26. November 2026«."""
        return _format_date(_day(day), "full", self.tag)

    def date_medium(self, day: date) -> str:
        """»26. November 2026«."""
        return _format_date(_day(day), "long", self.tag)

    def date_short(self, day: date) -> str:
        """»26.11.2026«."""
        form = "long" if locales.primary(self.tag) in _SHORT_IN_WORDS else "medium"
        return _format_date(_day(day), form, self.tag)

    def day_or_words(self, text: str) -> str:
        """»15.12.2021« for 2021-12-15; any other text as it is."""
        try:
            return self.date_short(date.fromisoformat(text))
        except ValueError:
            return text

    def weekday(self, day: date) -> str:
        """»Donnerstag«."""
        name = _format_date(_WEEK[day.weekday()], "cccc", self.tag)
        return name.lower() if locales.primary(self.tag) in _SMALL_WEEKDAYS else name

    def weekday_name(self, name: str | int) -> str:
        """»Donnerstag« for `thursday` or 3."""
        index = WEEKDAYS.index(name) if isinstance(name, str) else name
        return self.weekday(_WEEK[index])

    def weekday_list(self, names: Iterable[str]) -> str:
        """»Dienstag und Donnerstag«."""
        return self.listing(self.weekday_name(name) for name in names)

    def language_list(self, tags: Iterable[str]) -> str:
        """»Deutsch, Türkisch und Arabisch«."""
        return self.listing(self.language_name(tag) for tag in tags)

    def weekday_short(self, day: date) -> str:
        """»Do«."""
        form = "EEEEE" if locales.primary(self.tag) in _NARROW_WEEKDAYS else "EEEEEE"
        return _format_date(_WEEK[day.weekday()], form, self.tag).rstrip(".")

    def month_short(self, day: date) -> str:
        """»Nov«."""
        return _format_date(_month(day), "LLL", self.tag).rstrip(".")

    @property
    def short_weekdays(self) -> tuple[str, ...]:
        """»Mo«, »Di« ..., as they stand on a leaf of a calendar."""
        return tuple(self.capitalised(self.weekday_short(day)) for day in _WEEK)

    @property
    def short_months(self) -> tuple[str, ...]:
        """»Jan«, »Feb« ..., the same."""
        months = (date(2024, number, 1) for number in range(1, 13))
        return tuple(self.capitalised(self.month_short(day)) for day in months)

    def month_name(self, day: date) -> str:
        """»November« by itself: »ноябрь«, »Νοέμβριος«."""
        return _format_date(_month(day), "LLLL", self.tag)

    def month_beside_day(self, day: date) -> str:
        """»November« as it stands with a day and without a year: »ноября«, »Νοεμβρίου«."""
        pattern = self.locale.datetime_skeletons["MMMMd"].pattern
        return _format_date(_month(day), "LLLL" if "LLLL" in pattern else "MMMM", self.tag)

    def month_year(self, day: date) -> str:
        """»November 2026«."""
        return _format_skeleton(_day(day), "yMMMM", self.tag)

    def clock(self, moment: datetime | time) -> str:
        """»19:30«: everywhere as on the city's posters, clocks and tickets."""
        return f"{moment:%H:%M}"

    def zone_city(self, zone: str) -> str:
        """»New York« for America/New_York: the city by which CLDR calls a time zone."""
        return without_marks(get_timezone_location(zone, locale=self.locale, return_city=True))

    def since(self, partial: PartialDate) -> str:
        """»1998«, »Mai 1998« or »12. Mai 1998«, as much as is known."""
        if partial.day:
            return self.date_medium(partial.earliest)
        return self.month_year(partial.earliest) if partial.month else str(partial.year)

    def number(self, value: int | float | Decimal) -> str:
        """»1.250«."""
        return _format_number(value, self.tag)

    def percent(self, share: float) -> str:
        """»49 %«, without decimals."""
        return format_percent(round(share, 2), locale=self.locale)

    def money(self, amount: Decimal, currency: str) -> str:
        """»2.500 €«; cents only where there are any."""
        usual: str = self.locale.currency_formats["standard"].pattern
        pattern = _MONEY.get(locales.primary(self.tag), usual)
        sign = get_currency_symbol(currency, "en")  # some have EUR for €
        gap = "\xa0" if pattern.startswith("¤") and sign.isalpha() else ""
        pattern = pattern.replace("¤", f"'{sign}{gap}'")
        if not amount % 1:
            pattern = pattern.replace("0.00", "0")
        written = format_currency(amount, currency, pattern, self.locale, currency_digits=False)
        return without_marks(written)

    def weekdays_listed(
        self, words: Mapping[str, str], weekdays: Iterable[str], start: date
    ) -> str:
        """Weekdays in their order, in words that fit a sentence; without one that of a day.

        `words` has them by their names in entries, from Monday on.
        """
        named = frozenset(weekdays) or {[*words][start.weekday()]}
        return self.listing(word for name, word in words.items() if name in named)

    def listing(self, words: Iterable[str]) -> str:
        """»Deutsch, Türkisch und Arabisch«."""
        return without_marks(format_list(list(words), locale=self.locale))

    def figure(self, value: int | date | float | str) -> str:
        """A figure of a report, also in its text; words as they are."""
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return self.date_medium(value)
        return self.percent(value) if isinstance(value, float) else self.number(value)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


_WEEK = tuple(date(2024, 1, 1 + number) for number in range(7))
"""A week, Monday first: its days stand for all days that are called the same."""


def _month(day: date) -> date:
    """A day that stands for all of the same month."""
    return date(2024, day.month, 1)


@lru_cache(maxsize=8192)
def _format_date(day: date, form: str, tag: str) -> str:
    written = without_marks(format_date(day, form, locale=locale_of(tag)))
    first = _FIRST.get(locales.primary(tag)) if day.day == 1 else None
    return re.sub(_ONE, first, written) if first else written


@lru_cache(maxsize=4096)
def _format_skeleton(day: date, skeleton: str, tag: str) -> str:
    written = format_skeleton(skeleton, datetime.combine(day, time.min), locale=locale_of(tag))
    return without_marks(written)


@lru_cache(maxsize=4096, typed=True)
def _format_number(value: int | float | Decimal, tag: str) -> str:
    return format_decimal(value, locale=locale_of(tag))

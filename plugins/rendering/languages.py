"""How a language writes dates, numbers, lists and the names of languages: CLDR, by Babel."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from plugins.catalogue.store import Store
from plugins.catalogue.values import WEEKDAYS, PartialDate
from plugins.rendering.language_names import CORRECTED

# English as in Europe: 26 November 2026, 19:30.
_LOCALES = {"en": "en_GB"}

_RTL = frozenset(
    {"ar", "arc", "aii", "ckb", "dv", "fa", "he", "pes", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)


_ARABIC_COMMA = frozenset({"ar", "ckb", "fa", "prs", "ps", "ug", "ur"})


def direction(tag: str) -> str:
    """`rtl` or `ltr`, for the HTML attribute `dir`."""
    return "rtl" if tag.split("-")[0] in _RTL else "ltr"


def own_name(tag: str) -> str:
    """How a language calls itself: »Türkçe« for `tr`; its German name when CLDR does not know."""
    primary = tag.split("-")[0]
    try:
        return _language_name(tag, primary)
    except UnknownLocaleError:
        return _language_name(tag, "de")


@dataclass(frozen=True)
class Language:
    """One language of the site, by its BCP 47 tag."""

    tag: str

    @property
    def locale(self) -> Locale:
        """What CLDR knows about it."""
        return _locale(self.tag)

    def functions(self) -> Mapping[str, Callable[..., str]]:
        """What templates call to write things in this language."""
        return {
            "language_name": self.language_name,
            "own_name": own_name,
            "date_long": self.date_long,
            "date_medium": self.date_medium,
            "date_short": self.date_short,
            "day_or_words": self.day_or_words,
            "day_month": self.day_month,
            "weekday": self.weekday,
            "weekday_name": self.weekday_name,
            "weekday_list": self.weekday_list,
            "language_list": self.language_list,
            "weekday_short": self.weekday_short,
            "month_short": self.month_short,
            "month_name": self.month_name,
            "month_year": self.month_year,
            "clock": self.clock,
            "since": self.since,
            "number": self.number,
            "percent": self.percent,
            "money": self.money,
            "listing": self.listing,
            "direction": direction,
        }

    @property
    def comma(self) -> str:
        """What stands between the words of a list that nothing closes."""
        return "، " if self.tag in _ARABIC_COMMA else ", "

    @property
    def plural_samples(self) -> tuple[tuple[str, int], ...]:
        """A number for each plural form that whole numbers have: (`one`, 1), (`other`, 0)."""
        samples: dict[str, int] = {}
        for number in range(1, 201):
            samples.setdefault(self.locale.plural_form(number), number)
        return tuple(samples.items())

    def language_name(self, tag: str) -> str:
        """»Ukrainisch« for `uk`; the tag itself when nobody has a name for it."""
        return _language_name(tag, self.tag)

    def date_long(self, day: date) -> str:
        """»Donnerstag, 26. November 2026«."""
        return _format_date(_day(day), "full", self.tag)

    def date_medium(self, day: date) -> str:
        """»26. November 2026«."""
        return _format_date(_day(day), "long", self.tag)

    def date_short(self, day: date) -> str:
        """»26.11.2026«."""
        return _format_date(_day(day), "medium", self.tag)

    def day_or_words(self, text: str) -> str:
        """»15.12.2021« for 2021-12-15; any other text as it is."""
        try:
            return self.date_short(date.fromisoformat(text))
        except ValueError:
            return text

    def day_month(self, day: date) -> str:
        """»26. November«."""
        return _format_skeleton(_day(day), "MMMMd", self.tag)

    def weekday(self, day: date) -> str:
        """»Donnerstag«."""
        return _format_date(_day(day), "EEEE", self.tag)

    def weekday_name(self, name: str | int) -> str:
        """»Donnerstag« for `thursday` or 3."""
        index = WEEKDAYS.index(name) if isinstance(name, str) else name
        return self.weekday(date(2024, 1, 1 + index))  # a Monday

    def weekday_list(self, names: Iterable[str]) -> str:
        """»Dienstag und Donnerstag«."""
        return self.listing(self.weekday_name(name) for name in names)

    def language_list(self, tags: Iterable[str]) -> str:
        """»Deutsch, Türkisch und Arabisch«."""
        return self.listing(self.language_name(tag) for tag in tags)

    def weekday_short(self, day: date) -> str:
        """»Do«."""
        return _format_date(_day(day), "EEEEEE", self.tag).rstrip(".")

    def month_short(self, day: date) -> str:
        """»Nov«."""
        return _format_date(_day(day), "LLL", self.tag).rstrip(".")

    def month_name(self, day: date) -> str:
        """»November«."""
        return _format_date(_day(day), "MMMM", self.tag)

    def month_year(self, day: date) -> str:
        """»November 2026«."""
        return _format_skeleton(_day(day), "yMMMM", self.tag)

    def clock(self, moment: datetime | time) -> str:
        """»19:30«."""
        moment_time = moment.time() if isinstance(moment, datetime) else moment
        return _format_time(moment_time, self.tag)

    def since(self, partial: PartialDate) -> str:
        """»1998«, »Mai 1998« or »12. Mai 1998«, as much as is known."""
        if partial.day:
            return self.date_medium(partial.earliest)
        return self.month_year(partial.earliest) if partial.month else str(partial.year)

    def number(self, value: int | float | Decimal) -> str:
        """»1.250«."""
        return format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """»49 %«, without decimals."""
        return format_percent(round(share, 2), locale=self.locale)

    def money(self, amount: Decimal, currency: str) -> str:
        """»2.500 €«; cents only where there are any."""
        pattern: str = self.locale.currency_formats["standard"].pattern
        if not amount % 1:
            pattern = pattern.replace("0.00", "0")
        return format_currency(amount, currency, pattern, self.locale, currency_digits=False)

    def listing(self, words: Iterable[str]) -> str:
        """»Deutsch, Türkisch und Arabisch«."""
        return format_list(list(words), locale=self.locale)

    def figure(self, value: int | date | float | str) -> str:
        """A figure in the text of a report; words as they are."""
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return self.date_medium(value)
        return self.percent(value) if isinstance(value, float) else self.number(value)


@lru_cache(maxsize=64)
def _locale(tag: str) -> Locale:
    primary = tag.split("-")[0]
    return Locale.parse(_LOCALES.get(primary, primary))


_KNOWN: dict[tuple[str, str], str] = {}


@contextmanager
def names_kept(store: Store | None) -> Iterator[None]:
    """Keep the names that are looked up meanwhile: to load a language of CLDR takes long."""
    before = (store.get("language-names") if store else None) or {}
    _KNOWN.update(before)
    yield
    if store and _KNOWN.keys() != before.keys():
        store.put("language-names", _KNOWN)


def _language_name(tag: str, in_language: str) -> str:
    if (tag, in_language) not in _KNOWN:
        _KNOWN[tag, in_language] = _looked_up(tag, in_language)
    return _KNOWN[tag, in_language]


def _looked_up(tag: str, in_language: str) -> str:
    own = CORRECTED.get(in_language.split("-")[0], {}).get(tag)
    if own:
        return own
    names: Mapping[str, Any] = _locale(in_language).languages
    found = names.get(tag.replace("-", "_"))
    if found is None:
        try:
            found = Locale.parse(tag, sep="-").get_display_name(in_language)
        except (UnknownLocaleError, ValueError):
            found = None
    found = found or names.get(tag.split("-")[0]) or tag
    return str(found)[:1].upper() + str(found)[1:]


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=8192)
def _format_date(day: date, form: str, tag: str) -> str:
    return format_date(day, form, locale=_locale(tag))


@lru_cache(maxsize=4096)
def _format_skeleton(day: date, skeleton: str, tag: str) -> str:
    return format_skeleton(skeleton, datetime.combine(day, time.min), locale=_locale(tag))


@lru_cache(maxsize=2048)
def _format_time(moment: time, tag: str) -> str:
    return format_time(moment, "short", locale=_locale(tag))

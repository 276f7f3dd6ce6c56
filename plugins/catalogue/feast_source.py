"""When the feasts are that a city's list names: asked of the library `holidays`, and kept.

What it says of calendars stands in private classes of it, for its public ones know only states; a
table of published dates (tests/catalogue/test_feasts.py) says so if that changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from plugins.catalogue.cache import Cache
from plugins.catalogue.holiday_source import AHEAD, FIRST
from plugins.catalogue.holidays import Feast
from plugins.catalogue.model import VocabularyTerm

Starts = Callable[[int], Iterable[date]]
"""The days of a year on which a feast begins."""

_DAY = timedelta(days=1)


class _Reckoned(NamedTuple):
    """A feast that can be reckoned: when it begins, and how many days it has.

    Of one that lasts until another begins it is said which. Where somebody must have seen the moon,
    it may begin a day earlier or later.
    """

    starts: Starts
    days: int = 1
    until: Starts | None = None
    by_moon: bool = False


def _in(calendar: str, feast: str) -> Starts:
    """As the library reckons it; where it does not know a year, never."""

    def starts(year: int) -> Iterator[date]:
        from holidays import calendars  # slow

        found = getattr(getattr(calendars, calendar)(), feast)(year)
        yield from (day for day in _days_in(found) if day.year == year)

    return starts


def _days_in(found: object) -> Iterator[date]:
    """A day, or days in what the library makes of them: with a note on how sure it is, or none."""
    if isinstance(found, date):
        yield found
    elif isinstance(found, Iterable):
        for one in found:
            yield from _days_in(one)


def _on(month: int, day: int) -> Starts:
    return lambda year: (date(year, month, day),)


def _red_wednesday(year: int) -> Iterator[date]:
    """Çarşema Sor of the Yazidis: the first Wednesday of April in the Julian calendar."""
    first = date(year, 4, 14)
    yield first + (2 - first.weekday()) % 7 * _DAY


def _orthodox_easter(year: int) -> Iterator[date]:
    from dateutil.easter import EASTER_ORTHODOX, easter  # slow

    yield easter(year, EASTER_ORTHODOX)


_ISLAMIC, _HEBREW, _HINDU = "_IslamicLunar", "_HebrewLunisolar", "_HinduLunisolar"
_CHINESE, _BUDDHIST, _PERSIAN = "_ChineseLunisolar", "_BuddhistLunisolar", "_Persian"

_EID_AL_FITR = _in(_ISLAMIC, "eid_al_fitr_dates")

_COMPUTED: Mapping[str, _Reckoned] = {
    "ramadan": _Reckoned(
        _in(_ISLAMIC, "ramadan_beginning_dates"), until=_EID_AL_FITR, by_moon=True
    ),
    "ramadanfest": _Reckoned(_EID_AL_FITR, 3, by_moon=True),
    "opferfest": _Reckoned(_in(_ISLAMIC, "eid_al_adha_dates"), 4, by_moon=True),
    "aschura": _Reckoned(_in(_ISLAMIC, "ashura_dates"), by_moon=True),
    "mawlid": _Reckoned(_in(_ISLAMIC, "mawlid_dates"), by_moon=True),
    "newroz": _Reckoned(_on(3, 21)),
    "nouruz": _Reckoned(_in(_PERSIAN, "new_year_date")),
    "roter_mittwoch": _Reckoned(_red_wednesday),
    "hidrellez": _Reckoned(_on(5, 6)),
    "orthodoxes_osterfest": _Reckoned(_orthodox_easter),
    "orthodoxe_weihnachten": _Reckoned(_on(1, 7)),
    "purim": _Reckoned(_in(_HEBREW, "purim_date")),
    "pessach": _Reckoned(_in(_HEBREW, "passover_date"), 8),
    "rosch_haschana": _Reckoned(_in(_HEBREW, "rosh_hashanah_date"), 2),
    "jom_kippur": _Reckoned(_in(_HEBREW, "yom_kippur_date")),
    "sukkot": _Reckoned(_in(_HEBREW, "sukkot_date"), 7),
    "chanukka": _Reckoned(_in(_HEBREW, "hanukkah_date"), 8),
    "holi": _Reckoned(_in(_HINDU, "holi_date")),
    "diwali": _Reckoned(_in(_HINDU, "diwali_india_date")),
    "vaisakhi": _Reckoned(_in(_HINDU, "vaisakhi_date")),
    "vesak": _Reckoned(_in(_BUDDHIST, "vesak_may_date")),
    "chinesisches_neujahr": _Reckoned(_in(_CHINESE, "lunar_new_year_date")),
    "mondfest": _Reckoned(_in(_CHINESE, "mid_autumn_date")),
}

KNOWN = tuple(_COMPUTED)
"""The feasts that can be reckoned."""


def read(
    terms: Mapping[str, VocabularyTerm], today: date, cache: Cache | None = None
) -> tuple[Feast, ...]:
    """The feasts of a list, in their order, in the years of which holidays are told.

    A year of which the list says the days itself has these and no others.
    """
    years = range(FIRST, today.year + AHEAD + 1)
    key = (years.stop, tuple((name, term.dates) for name, term in terms.items()))
    kept = cache.get("feasts") if cache and terms else None
    if isinstance(kept, tuple) and kept[0] == key:
        return kept[1]  # type: ignore[no-any-return]
    found = tuple(feast for name, days in key[1] for feast in _feasts(name, days, years))
    if cache and terms:
        cache.put("feasts", (key, found))
    return found


def _feasts(name: str, days: tuple[date, ...], years: range) -> Iterator[Feast]:
    written = {day.year for day in days}
    yield from _runs(name, sorted(days))
    if computed := _COMPUTED.get(name):
        for year in years:
            if year not in written:
                yield from _of_year(name, computed, year)


def _runs(name: str, days: Iterable[date]) -> Iterator[Feast]:
    """Days that follow each other are one feast."""
    run: list[date] = []
    for day in days:
        if run and day > run[-1] + _DAY:
            yield Feast(run[0], run[-1], name)
            run = []
        run.append(day)
    if run:
        yield Feast(run[0], run[-1], name)


def _of_year(name: str, computed: _Reckoned, year: int) -> Iterator[Feast]:
    for first in sorted(set(computed.starts(year))):
        last = first + (computed.days - 1) * _DAY
        if computed.until:
            ends = (*computed.until(year), *computed.until(year + 1))
            last = min((day for day in ends if day > first), default=first + _DAY) - _DAY
        yield Feast(first, last, name, computed.by_moon)

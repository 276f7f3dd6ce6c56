"""Which holidays a state has: asked of the library `holidays`, and kept.

To import it takes longer than a whole build without changes, so it is only asked when the state,
the year or the library is another one.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from plugins.catalogue.cache import Cache
from plugins.catalogue.holidays import NO_HOLIDAYS, Holidays, PublicHoliday, SchoolBreak

FIRST, AHEAD = 1990, 5
"""From this year on they are told, until so many years from now: as far back as school holidays are
known, and as far ahead as anybody plans."""

_AND = "; "
"""Between the names of two holidays on one day."""


def read(state: str, today: date, cache: Cache | None = None) -> Holidays:
    """The holidays of a state (ISO 3166-2); none of no state."""
    if not state:
        return NO_HOLIDAYS
    years = range(FIRST, today.year + AHEAD + 1)
    key = (state, years.stop)
    kept = cache.get("holidays") if cache else None
    if isinstance(kept, tuple) and kept[0] == key:
        return kept[1]  # type: ignore[no-any-return]
    found = Holidays(tuple(_public(state, years)), tuple(_school(state, years)))
    if cache:
        cache.put("holidays", (key, found))
    return found


def _public(state: str, years: range) -> Iterator[PublicHoliday]:
    for day, names in _days(state, years, "public"):
        for name in names.split(_AND):
            yield PublicHoliday(day, name)


def _school(state: str, years: range) -> Iterator[SchoolBreak]:
    """Days of one name that follow each other are one break."""
    days = list(enumerate(_days(state, years, "school")))
    for _, run in groupby(days, key=lambda one: (one[1][0] - timedelta(days=one[0]), one[1][1])):
        found = [day for _, day in run]
        yield SchoolBreak(found[0][0], found[-1][0], found[0][1])


def _days(state: str, years: range, category: str) -> list[tuple[date, str]]:
    """The days of a category, by their names in German; none where the library knows none."""
    import holidays  # slow

    country, _, part = state.partition("-")
    known = holidays.list_supported_countries()
    if part not in known.get(country, ()):
        return []
    kind = holidays.country_holidays(country, subdiv=part)
    if category not in kind.supported_categories:
        return []
    found = holidays.country_holidays(
        country, subdiv=part, years=years, language="de", categories=(category,)
    )
    return sorted(found.items())

"""What days are besides: public holidays, the holidays of schools, feasts of communities."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plugins.catalogue.holidays import Holidays

_KINDS = ("public", "school", "feast")


class Observance(NamedTuple):
    """What is observed from the `first` to the `last` day: `public` or `school`, or a `feast`.

    The name of a feast is its id in the closed list. `by_moon` it may be a day earlier or later.
    """

    kind: str
    name: str
    first: date
    last: date
    by_moon: bool = False

    def is_on(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.first <= day <= self.last

    def is_told_on(self, day: date) -> bool:
        """Whether a grid of days says it on this one.

        It says what begins, and once a week what goes on from before; of feasts once a month.
        """
        again = day.day == 1 or (day.weekday() == 0 and self.kind != "feast")
        return self.is_on(day) and (self.first == day or again)


def between(known: Holidays, first: date, last: date) -> tuple[Observance, ...]:
    """What touches the days from `first` to `last`, in order."""
    found = (one for one in _all(known) if one.first <= last and one.last >= first)
    return tuple(sorted(found, key=lambda one: (one.first, _KINDS.index(one.kind))))


def kind_of(day: date, observances: tuple[Observance, ...]) -> str:
    """What of it concerns all who live there: `public` before `school`; empty on other days."""
    kinds = {one.kind for one in observances if one.is_on(day)}
    return next((kind for kind in ("public", "school") if kind in kinds), "")


def _all(known: Holidays) -> Iterator[Observance]:
    for holiday in known.public:
        yield Observance("public", holiday.name, holiday.day, holiday.day)
    for days in known.school:
        yield Observance("school", days.name, days.first, days.last)
    for feast in known.feasts:
        yield Observance("feast", feast.name, feast.first, feast.last, feast.by_moon)

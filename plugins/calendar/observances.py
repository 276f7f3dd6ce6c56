"""What days are besides: public holidays, and the holidays of schools."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plugins.catalogue.holidays import Holidays


class Observance(NamedTuple):
    """What is observed from the `first` to the `last` day: `public` or `school` holidays."""

    kind: str
    name: str
    first: date
    last: date

    def is_on(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.first <= day <= self.last


def between(known: Holidays, first: date, last: date) -> tuple[Observance, ...]:
    """What touches the days from `first` to `last`, in order."""
    found = (one for one in _all(known) if one.first <= last and one.last >= first)
    return tuple(sorted(found, key=lambda one: (one.first, one.kind)))


def kind_of(day: date, observances: tuple[Observance, ...]) -> str:
    """What of it concerns all who live there: `public` before `school`; empty on other days."""
    kinds = {one.kind for one in observances if one.is_on(day)}
    return next((kind for kind in ("public", "school") if kind in kinds), "")


def _all(known: Holidays) -> Iterator[Observance]:
    for holiday in known.public:
        yield Observance("public", holiday.name, holiday.day, holiday.day)
    for days in known.school:
        yield Observance("school", days.name, days.first, days.last)

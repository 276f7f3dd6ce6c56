"""Which entries are due: nobody has confirmed them for so many days."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Funding


@dataclass(frozen=True)
class Due:
    """An entry that is due; `last` is its day in question, `None` when nothing is known."""

    entry: Association | Funding
    name: str
    email: str
    last: date | None
    confirmed: bool
    """Whether `last` is the day of a confirmation, and not the one on which it was listed."""


def due(catalogue: Catalogue, today: date, days: int) -> tuple[Due, ...]:
    """What was last confirmed more than `days` days ago, the oldest first.

    Associations that have ended, or are not yet there, need not be confirmed.
    """
    late = [one for one in _all(catalogue, today) if not one.last or (today - one.last).days > days]
    return tuple(sorted(late, key=lambda one: (one.last or date.min, one.entry.id)))


def asked(catalogue: Catalogue, today: date, days: int, lost: Collection[str]) -> tuple[Due, ...]:
    """What is due, and besides the associations in `lost`, whose calendars do not arrive."""
    late = due(catalogue, today, days)
    known = {one.entry for one in late}
    others = (one for one in _all(catalogue, today) if one.entry.folder == "associations")
    return (*late, *(o for o in others if o.entry.id in lost and o.entry not in known))


def _all(catalogue: Catalogue, today: date) -> Iterator[Due]:
    for entry in catalogue.associations:
        if entry.is_active(today):
            known = entry.private_checked is not None
            yield Due(entry, entry.name, entry.email, entry.last_confirmed, known)
    for programme in catalogue.funding:
        checked = programme.checked
        last = checked.on if checked else None
        yield Due(programme, programme.title, "", last, checked is not None)

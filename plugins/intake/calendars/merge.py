"""What an entry says after its event was read anew; what a person changed in it stays.

Of each field the digest of what was imported is kept. A field that still says that follows the
calendar; any other is a person's. Fields that make sense only together are one in this.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import Occurrence, occurrences
from plugins.intake.calendars.records import NOTHING, digest
from plugins.intake.calendars.series import AHEAD
from plugins.intake.tree import Branch, Tree

UNITS = (
    ("title",),
    ("start", "end", "repeat"),
    ("venue",),
    ("online",),
    ("status", "reason"),
    ("text",),
)
"""The fields that come from calendars."""

GONE = "Steht nicht mehr im Kalender des Vereins."
TOLD = timedelta(days=56)
"""So far ahead dates of a series that is gone are still shown, as cancelled."""


def digests(tree: Branch) -> Mapping[str, str]:
    """The digests of what an import says."""
    return {key: digest(tree.get(key, "")) for unit in UNITS for key in unit if key in tree}


def merged(before: Branch, imported: Branch, known: Mapping[str, str]) -> tuple[Branch, bool]:
    """The entry with what the calendar says now, and whether something newer was held back.

    `known` are the digests of what was imported last.
    """
    after, held_back = dict(before), False
    for unit in UNITS:
        if all(digest(before.get(key, "")) == known.get(key, NOTHING) for key in unit):
            for key in unit:
                _set(after, key, imported.get(key, ""))
        else:
            now = (digest(imported.get(key, "")) for key in unit)
            then = (known.get(key, NOTHING) for key in unit)
            held_back |= tuple(now) != tuple(then)
    return after, held_back


def _set(tree: Branch, key: str, value: Tree) -> None:
    if value:
        tree[key] = value
    else:
        tree.pop(key, None)


def called_off(event: Event, tree: Branch, today: date) -> Branch | None:
    """The entry of an event that is gone from its calendar; `None` where nothing lay ahead.

    Dates that were do not change: a series that has begun ends, and its next ones are called off.
    """
    ahead = [one for one in occurrences(event, today, today + AHEAD) if one.is_held]
    ahead = [one for one in ahead if one.day >= today]
    if not ahead:
        return None
    begun = occurrences(event, date(1000, 1, 2), today - timedelta(days=1))
    repeat = tree.get("repeat")
    if not isinstance(repeat, dict) or not begun:
        return {**tree, "status": "cancelled", "reason": GONE}
    told = [one for one in ahead if one.day <= today + TOLD] or ahead[:1]
    return {**tree, "repeat": _ended(repeat, told)}


def _ended(repeat: Branch, told: list[Occurrence]) -> Branch:
    """The series up to the last date that is told, with these called off."""
    days = sorted({str(one.moved_from or one.start)[:10] for one in told})
    last = max(days)
    ended = {key: _up_to(value, last) for key, value in repeat.items() if key not in _ENDS}
    if repeat.get("count") == "1":
        ended["count"] = "1"
    else:
        ended["until"] = last
    cancelled = ended.get("cancelled")
    known = cancelled if isinstance(cancelled, dict) else {}
    ended["cancelled"] = dict(sorted({**dict.fromkeys(days, GONE), **known}.items()))
    return {key: value for key, value in ended.items() if value}


_ENDS = ("until", "count")


def _up_to(value: Tree, last: str) -> Tree:
    """What is said of days, without those after the last one."""
    if isinstance(value, dict):
        return {key: inner for key, inner in value.items() if key[:10] <= last}
    if isinstance(value, list):
        return [item for item in value if not str(item)[:4].isdigit() or str(item)[:10] <= last]
    return value


def changed_fields(before: Branch, after: Branch) -> Iterator[str]:
    """The fields that differ."""
    yield from (key for key in {**before, **after} if before.get(key, "") != after.get(key, ""))

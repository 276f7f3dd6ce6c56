"""Who came, as the file of an event says it; nothing else in the file is changed."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.catalogue.link import names_of
from plugins.catalogue.model import Association, Event
from plugins.catalogue.occurrences import occurrences
from plugins.catalogue.text import fold
from plugins.intake.content import ContentFolder
from plugins.intake.edit import edited, read_tree
from plugins.intake.tree import Branch, Tree
from plugins.intake.writes import Write

MOST = 1_000_000
_BETWEEN = re.compile(r"\s*[,;\n]\s*")


class NotSo(Exception):
    """What was given cannot be; the text is the name of a message, then what it is about."""


def people_in(text: str) -> int:
    """A number of people. Raises `NotSo`."""
    written = text.strip()
    if not re.fullmatch(r"[0-9]{1,7}", written, re.ASCII) or int(written) > MOST:
        raise NotSo("people", text)
    return int(written)


def associations_in(text: str, content: ContentFolder) -> tuple[str, ...]:
    """The ids of the associations that a text names, by ids or by names. Raises `NotSo`."""
    found = _ids(_BETWEEN.split(text.strip()), content)
    if len(found) == 1 and None in found.values():
        by_blanks = _ids(text.split(), content)
        found = by_blanks if any(by_blanks.values()) else found
    unknown = [word for word, key in found.items() if key is None]
    if unknown:
        raise NotSo("association", unknown[0])
    return tuple(dict.fromkeys(key for key in found.values() if key))


def _ids(words: list[str], content: ContentFolder) -> dict[str, str | None]:
    known = {one.id for one in content.entries(Association)}
    names = names_of(content.entries(Association)).get(Association.folder, {})
    return {w: w if w in known else names.get(fold(w)) for w in words if w}


def day_of(event: Event, text: str, today: date) -> date:
    """The day of a date of the event that is over; the only one where none is given.

    Raises `NotSo`.
    """
    if not text and event.repeat is not None:
        raise NotSo("which", event.id)
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        raise NotSo("day", text) from None
    days = tuple(_over(event, day, today))
    if not days:
        raise NotSo("over", f"{event.id} {text}".strip())
    return days[-1]


def _over(event: Event, day: date | None, today: date) -> Iterator[date]:
    first, last = (day, day) if day else (date(1900, 1, 1), today)
    for one in occurrences(event, first, last):
        if one.is_held and one.last_day < today and day in (None, one.day):
            yield one.day


def recorded(
    content: ContentFolder, event: Event, day: date, people: int, associations: tuple[str, ...]
) -> Write:
    """The file that says it. Raises `CannotEdit`.

    Of a series it is told for each date; the associations are those of all of them.
    """
    source = content.files[Event.folder, event.id]
    file = content.file(source)
    before: Branch = read_tree(file) or {}
    told = before.get("attendance", {})
    attendance: dict[str, Tree] = dict(told) if isinstance(told, dict) else {}
    if event.repeat is None:
        attendance["people"] = str(people)
    else:
        dates = attendance.get("dates", {})
        known = {**(dates if isinstance(dates, dict) else {}), day.isoformat(): str(people)}
        attendance["dates"] = {key: known[key] for key in sorted(known)}
    if associations:
        there = attendance.get("associations", [])
        earlier = there if isinstance(there, list) and event.repeat is not None else []
        attendance["associations"] = [*dict.fromkeys((*map(str, earlier), *associations))]
    data = edited(file, before, {**before, "attendance": attendance})
    return Write(source.path, data, file.data)

"""What was read of a calendar, before anything of it is held against the entries."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from plugins.catalogue.occurrences import Occurrence, last_day
from plugins.intake.tree import Branch


class Instance(NamedTuple):
    """One time at which something takes place, in local time; until midnight where all day."""

    start: datetime
    end: datetime
    all_day: bool = False
    is_held: bool = True
    original: datetime | None = None
    """When it was to begin before it was moved, where the calendar names that."""

    @property
    def begins(self) -> datetime:
        """When it begins as long as nobody moves it."""
        return self.original or self.start

    @property
    def day(self) -> date:
        """The day by which a series knows it."""
        return self.begins.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return last_day(self.start, self.end)

    @property
    def length(self) -> timedelta:
        """How long it takes."""
        return self.end - self.start


class Dates(NamedTuple):
    """The times that an entry must have from its first day to `until`, as they are compared."""

    until: date
    times: frozenset[tuple[datetime, datetime, bool]]

    @classmethod
    def of(cls, until: date, found: "tuple[Instance | Occurrence, ...]") -> "Dates":
        """Of what begins up to a day; the reason of a cancellation does not matter."""
        times = ((one.start, one.end, one.is_held) for one in found if one.start.date() <= until)
        return cls(until, frozenset(times))


@dataclass(frozen=True)
class SourceEvent:
    """An event as an entry would say it, without its organisers.

    `key` stands for its UID, `remark` for what of it could not be said (texts.SKIPPED).
    """

    key: str
    fields: Branch
    dates: Dates
    remark: str = ""

    @property
    def called(self) -> str:
        """Its title."""
        return str(self.fields.get("title", ""))


@dataclass(frozen=True)
class SkippedEvent:
    """What is not taken over, and why (texts.SKIPPED); without a title it is a part of the file."""

    title: str
    reason: str
    detail: str = ""


@dataclass(frozen=True)
class SourceCalendar:
    """All that was read. `present` are the keys of what is there, taken over or not."""

    events: tuple[SourceEvent, ...] = ()
    skipped: tuple[SkippedEvent, ...] = ()
    present: frozenset[str] = frozenset()
    is_empty: bool = False
    """Whether there is no event in it at all, not even one that is over."""


def key_of(uid: str) -> str:
    """What stands for a UID: many programs make one of somebody's name or address."""
    return sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def part_key(key: str, first: datetime) -> str:
    """The key of dates of an event that are described otherwise than the event itself."""
    return f"{key}-{first:%Y%m%dT%H%M}"


def whole_key(key: str) -> str:
    """The key of the event that a part belongs to."""
    return key.partition("-")[0]


def as_json(calendar: SourceCalendar) -> str:
    """For the way from the process that reads to the one that writes."""
    return json.dumps(asdict(calendar), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(type(value).__name__)


def from_json(text: bytes) -> SourceCalendar:
    """The calendar again. Raises `ValueError` for anything else."""
    try:
        given: Mapping[str, Any] = json.loads(text)
        return SourceCalendar(
            tuple(map(_event, given["events"])),
            tuple(SkippedEvent(**one) for one in given["skipped"]),
            frozenset(given["present"]),
            given["is_empty"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _event(given: Mapping[str, Any]) -> SourceEvent:
    until, times = given["dates"]
    read = datetime.fromisoformat
    found = frozenset((read(start), read(end), held) for start, end, held in times)
    dates = Dates(date.fromisoformat(until), found)
    return SourceEvent(given["key"], given["fields"], dates, given["remark"])

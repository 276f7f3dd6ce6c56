"""How each calendar is: when it came last, what was wrong, and by what its server knows it again.

It stands in the inbox (`eingang/`), not in the content: it changes with every fetch, is about this
machine's way to the servers, and nothing is lost with it but that the next fetch asks for all.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from plugins.intake.calendars.fetch import NO_VALIDATORS, NotFetched, Validators
from plugins.intake.writes import Write, write_all

FILE = ".kalender.json"
"""Hidden, so that nobody takes it for something that was handed in."""

OFTEN = 3
"""After so many failures in a row somebody should be asked."""

ANEW = timedelta(days=28)
"""So long an unchanged calendar is not read again; the dates of some series go only so far."""


@dataclass(frozen=True)
class CalendarHealth:
    """What is known of one calendar; `problem` is a code of texts.PROBLEMS, empty when all is well.

    `tried`, `succeeded`, `changed`, `read` are days: of the last fetch, of the last one that
    worked, of the last one that changed an entry, of the last one that looked at all events.
    """

    address: str
    tried: str = ""
    succeeded: str = ""
    changed: str = ""
    read: str = ""
    failures: int = 0
    problem: str = ""
    details: Mapping[str, object] | None = None
    events: int = 0
    skipped: int = 0
    etag: str = ""
    modified: str = ""

    @property
    def needs_help(self) -> bool:
        """Whether it failed so often that somebody should be asked."""
        return self.failures >= OFTEN

    def validators(self, today: date) -> Validators:
        """What the server may be asked with; nothing when all events are to be looked at again."""
        if not self.read or date.fromisoformat(self.read) + ANEW <= today:
            return NO_VALIDATORS
        return Validators(self.etag, self.modified)

    def failed(self, problem: NotFetched, today: date) -> "CalendarHealth":
        """The same after a fetch that did not work."""
        return replace(
            self,
            tried=today.isoformat(),
            failures=self.failures + 1,
            problem=problem.code,
            details=dict(problem.details),
        )

    def worked(self, today: date) -> "CalendarHealth":
        """The same after a fetch that worked."""
        day = today.isoformat()
        return replace(self, tried=day, succeeded=day, failures=0, problem="", details=None)


Healths = Mapping[str, CalendarHealth]
"""By the ids of associations."""


def read(inbox: Path) -> Healths:
    """What was noted; nothing where nobody noted anything that can be read."""
    try:
        given: Mapping[str, Any] = json.loads((inbox / FILE).read_bytes())
        return {str(key): _health(one) for key, one in given.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _health(given: Mapping[str, Any]) -> CalendarHealth:
    one = CalendarHealth(**given)
    days = filter(None, (one.tried, one.succeeded, one.changed, one.read))
    if not all(map(date.fromisoformat, days)) or one.failures < 0:
        raise ValueError(one.address)
    return one


def write(inbox: Path, healths: Healths) -> None:
    """Note all of them."""
    inbox.mkdir(mode=0o700, exist_ok=True)
    path = inbox / FILE
    data = json.dumps({key: asdict(healths[key]) for key in sorted(healths)}, indent=1).encode()
    write_all([Write(path, data, path.read_bytes() if path.exists() else None)])


def forget(inbox: Path, associations: Collection[str]) -> None:
    """Note nothing of these any more."""
    known = read(inbox)
    kept = {key: health for key, health in known.items() if key not in associations}
    if kept != known:
        write(inbox, kept)

"""Reads one calendar in a process of its own, with bounded memory and time.

Strangers wrote it, and a rule of thirty characters can ask for more dates than there is room for.
On standard input a line of JSON that says for when and where, then the file; on standard output
what `read` makes of it, or `{"code": ...}` where it is no calendar.
"""

import json
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from zoneinfo import ZoneInfo

from plugins.intake.calendars.fetch import NotFetched
from plugins.intake.calendars.read import Horizon, TooMuchEffort, read
from plugins.intake.calendars.source_event import as_json

SECONDS, EACH = 60, 3
"""So much of the processor's time a calendar may take, and one event of it."""
MEMORY = 1 << 30


def main() -> int:
    """Read, write."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    with suppress(ValueError, OSError):  # some systems know no such limit; the time is one too
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _stop)
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    given = json.loads(head)
    since = {key: date.fromisoformat(day) for key, day in given["since"].items()}
    horizon = Horizon(ZoneInfo(given["zone"]), date.fromisoformat(given["today"]), since)
    try:
        found = as_json(read(data, given["charset"], horizon, _bounded))
    except NotFetched as error:
        found = json.dumps({"code": error.code, "details": error.details})
    sys.stdout.buffer.write(found.encode("utf-8", "replace"))
    return 0


@contextmanager
def _bounded() -> Iterator[None]:
    """Within it, no more than some seconds are spent."""
    signal.setitimer(signal.ITIMER_PROF, EACH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(number: int, frame: object) -> None:
    raise TooMuchEffort


if __name__ == "__main__":
    sys.exit(main())

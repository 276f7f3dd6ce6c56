"""Days and times of which the parts stand in several cells."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from plugins.catalogue import dates
from plugins.catalogue.model import Entry, Event
from plugins.intake.sheet.grid import Cell

_BARE_HOURS = re.compile(r"(?:(?:ab|um|from|at) )?[0-9]{1,2}(?: ?(?:[-–]|bis|to) ?[0-9]{1,2})?")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00)?\Z")


def joined(cells: Sequence[Cell]) -> str:
    """The texts of cells in one; between a day and its time the midnight of a database goes."""
    texts = [" ".join(cell.text.split()) for cell in cells]
    day = _MIDNIGHT.sub("", texts[0])
    if not dates.exists(dates.day(day)):
        return " ".join(texts)
    times = [f"{text} Uhr" if _BARE_HOURS.fullmatch(text) else text for text in texts[1:]]
    return " ".join([day, *times])


def completed(cells: Mapping[str, str], kind: type[Entry]) -> dict[str, str]:
    """The cells of an event with the end that stands in the cell of its start, or without a day."""
    done = dict(cells)
    if kind is not Event:
        return done
    both = dates.span(cells.get("start", ""))
    if both:
        done["start"] = both[0]
        done["end"] = cells.get("end", "") or both[1]
    both = dates.span(done.get("end", ""))
    clock = dates.time(done.get("end", ""))
    if both:
        done["end"] = both[1]
    elif clock and "T" in done.get("start", "") and dates.exists(done["start"]):
        done["end"] = _after(done["start"], clock)
    return done


def _after(start: str, clock: str) -> str:
    """The first moment after `start` at which the clock shows this."""
    end = dates.moment(clock, beside=start)
    if end > start:
        return end
    later = date.fromisoformat(start[:10]) + timedelta(days=1)
    return f"{later.isoformat()}T{clock}"

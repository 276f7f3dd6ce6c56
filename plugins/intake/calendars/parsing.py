"""Bytes to calendars, as icalendar reads them; what it refuses is handed to it in smaller parts.

One event that cannot be read keeps no other from being read.
"""

import re
from collections.abc import Iterator

from icalendar import Calendar, Event
from icalendar.prop import vBroken

from plugins.intake.calendars.fetch import NotFetched
from plugins.intake.submission.mail_text import decoded

_MOST_EVENTS = 20_000
_BLOCK = re.compile(r"^BEGIN:VEVENT[ \t]*\n.*?^END:VEVENT[ \t]*(?:\n|\Z)", re.M | re.S | re.I)
_LINE = re.compile(r"[A-Za-z0-9-]+(?:;[^\n]*?)?:|[A-Za-z0-9-]+;[^\n]*:|[ \t]|\Z")
_MAY_LACK = ("SEQUENCE", "EXDATE", "RDATE")
_PAIR = "BEGIN", "END"
_PAGE = re.compile(r"<!doctype html|<html\b|<head\b|<body\b", re.I)


def calendars(data: bytes, charset: str) -> Iterator[tuple[Calendar, int]]:
    """Each calendar of a file, and how many events in it cannot be read.

    Raises `NotFetched` when there is none, saying what is there instead.
    """
    text = _folded(_text(data, charset))
    if not re.search(r"^BEGIN:VCALENDAR", text, re.M | re.I):
        raise NotFetched("page" if _PAGE.search(text[:20_000]) else "other")
    begun, ended = (len(re.findall(rf"^{word}:VEVENT", text, re.M | re.I)) for word in _PAIR)
    if begun > _MOST_EVENTS:
        raise NotFetched("many", most=_MOST_EVENTS)
    if begun > ended or not re.search(r"^END:VCALENDAR\s*\Z", text, re.M | re.I):
        raise NotFetched("cut")
    whole = _parsed(text)
    if whole is not None:
        yield from ((one, 0) for one in whole)
        return
    yield _by_parts(text)


def _text(data: bytes, charset: str) -> str:
    """The text, whatever its bytes are said to be; lines end as on Unix."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16", "replace") if wide else decoded(data, charset)
    text = text.replace("\0", "").lstrip("\ufeff \t\r\n")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parsed(text: str) -> list[Calendar] | None:
    """What icalendar reads; `None` where it refuses. It raises what its parts raise."""
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except Exception:
        return None


def _folded(text: str) -> str:
    """A line that begins no property goes on with the one before: its program did not fold it.

    icalendar would pass over it, and half of a text would be missing.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and not _LINE.match(line):
            lines[-1] += f"\\n{line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _by_parts(text: str) -> tuple[Calendar, int]:
    """All events that can be read when each stands alone, with the zones of the whole."""
    frame = _frame(text)
    calendar, refused = frame or Calendar(), 0
    head = _BLOCK.sub("", text).rpartition("END:VCALENDAR")[0] if frame is not None else ""
    head = head or "BEGIN:VCALENDAR\n"
    for block in _BLOCK.findall(text):
        alone = _parsed(f"{head}{block}END:VCALENDAR\n")
        events = [event for one in alone or () for event in one.walk("VEVENT")]
        for event in events:
            calendar.add_component(event)
        refused += not events
    return calendar, refused


def _frame(text: str) -> Calendar | None:
    """The calendar without its events: its zones, if they can be read."""
    found = _parsed(_BLOCK.sub("", text))
    return found[0] if found else None


def events_of(calendar: Calendar) -> list[Event]:
    """Its events, without what some programs write that says nothing: an EXDATE with no date."""
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    for event in events:
        for name in _MAY_LACK:
            if _is_nothing(event.get(name), name):
                del event[name]
    return events


def _is_nothing(value: object, name: str) -> bool:
    """A number of a version is of no use to us; of dates only none at all may be passed over."""
    return isinstance(value, vBroken) and (name == "SEQUENCE" or not str(value).strip())

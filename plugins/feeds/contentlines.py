"""Content lines of iCalendar (RFC 5545): how names, texts and times become bytes.

A line is `NAME:value` or `NAME;PARAMETER=value:value` (section 3.1). What the lines say is the
matter of the modules beside this one. Most parameters are words of the format, names of zones, tags
of languages, which never need the quotes of section 3.2; `quoted` is for the others.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from plugins.catalogue.characters import unix
from plugins.catalogue.fields.days import Moment

OCTETS = 75
"""The longest line, without its end (section 3.1)."""

UTC = "UTC"
"""The zone whose times end in Z and name no zone (section 3.3.5, form 2)."""

_BREAKS = re.compile(r"[\r\n]+")
_SIGNS = str.maketrans("", "", "-:")


def text(value: str) -> str:
    """A value of type TEXT (section 3.3.11). Every kind of line break is read back as LF."""
    value = unix(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return value.replace("\n", "\\n")


def texts(values: Iterable[str]) -> str:
    """A list of values of type TEXT."""
    return ",".join(map(text, values))


def verbatim(value: str) -> str:
    """A value that readers show as it stands, as they do with names that begin with X-.

    Nothing in it can be escaped, so line breaks become blanks.
    """
    return _BREAKS.sub(" ", value)


def quoted(value: str) -> str:
    """The value of a parameter (section 3.2), whatever is in it (RFC 6868)."""
    escaped = unix(value).replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{escaped}"'


def said(name: str, value: str, language: str) -> str:
    """The line of a value of type TEXT, and in which language it is (section 3.2.10)."""
    return f"{name};LANGUAGE={language}:{text(value)}"


def moment(name: str, when: Moment, zone: str) -> str:
    """The line of a day (section 3.3.4), or of a local time in a time zone (section 3.3.5)."""
    value = basic(when)
    if not isinstance(when, datetime):
        return f"{name};VALUE=DATE:{value}"
    return f"{name}:{value}Z" if zone == UTC else f"{name};TZID={zone}:{value}"


def duration(length: timedelta) -> str:
    """A length of time (section 3.3.6), its days as days: `P1DT9H20M`."""
    minutes = length.seconds // 60
    hours, minutes = divmod(minutes, 60)
    parts = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
    return "P" + f"{length.days}D" * bool(length.days or not parts) + f"T{parts}" * bool(parts)


def basic(when: Moment) -> str:
    """A day or time without the signs between its numbers: `20261020`, `20261020T193000`."""
    if isinstance(when, datetime):
        return when.replace(tzinfo=None).isoformat(timespec="seconds").translate(_SIGNS)
    return when.isoformat().translate(_SIGNS)


def component(name: str, lines: Iterable[str], *parts: bytes) -> bytes:
    """A component (section 3.6): its own lines, folded, then the components inside it."""
    own = map(folded, lines)
    return b"".join((folded(f"BEGIN:{name}"), *own, *parts, folded(f"END:{name}")))


def folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none cut inside a letter (section 3.1)."""
    data = line.encode()
    if len(data) <= OCTETS:
        return data + b"\r\n"
    start, end, pieces = 0, OCTETS, []
    while end < len(data):
        while data[end] & 0xC0 == 0x80:  # in the middle of a letter
            end -= 1
        pieces.append(data[start:end])
        start, end = end, end + OCTETS - 1  # the next piece begins with a space
    pieces.append(data[start:])
    return b"\r\n ".join(pieces) + b"\r\n"

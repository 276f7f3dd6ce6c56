"""What templates write into attributes: links to mail, telephone and maps, times for machines."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from urllib.parse import quote, urlsplit

from plugins.catalogue.model import Location
from plugins.catalogue.occurrences import Occurrence
from plugins.wording.locales import primary


def functions() -> Mapping[str, Callable[..., object]]:
    """The functions below by the names under which templates call them."""
    named = (monogram, mail_to, is_mail, map_address, licence_deed, iso, last_moment, host_of)
    return {function.__name__: function for function in named}


def monogram(name: str) -> str:
    """One or two letters that stand for a name where there is no logo."""
    initials = [word[0] for word in re.findall(r"\w+", name) if word[0].isupper()]
    return "".join(initials[:2]) or name[:1].upper()


def mail_to(address: str, subject: str = "", about: str = "", body: str = "") -> str:
    """A link that opens a mail; its subject says what it is about (RFC 6068)."""
    filled = f"{subject}: {about}" if subject and about else subject
    lines = "\r\n".join(body.split("\n"))
    given = (("subject", filled), ("body", lines))
    fields = [f"{name}={quote(text)}" for name, text in given if text]
    return f"mailto:{quote(address, safe='@')}" + (f"?{'&'.join(fields)}" if fields else "")


def is_mail(text: str) -> bool:
    """Whether a text is a mail address and nothing else."""
    return re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text) is not None


def map_address(location: Location) -> str:
    """Where OpenStreetMap shows a point."""
    latitude, longitude = location.latitude, location.longitude
    marked = f"mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
    return f"https://www.openstreetmap.org/?{marked}"


def licence_deed(language: str) -> str:
    """What CC0 means, in plain words. Creative Commons has it in every language of the theme."""
    return f"https://creativecommons.org/publicdomain/zero/1.0/deed.{primary(language)}"


def iso(moment: date) -> str:
    """A day or a time for the attribute `datetime`: 2026-12-01, 2026-12-01T19:30."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else str(moment)


def last_moment(occurrence: Occurrence) -> str:
    """For the attribute `data-until`: when an occurrence is over."""
    if occurrence.all_day or occurrence.end == occurrence.start:
        return iso(occurrence.last_day)
    return iso(occurrence.end)


def host_of(address: str) -> str:
    """What of a web address is worth reading: »chor.example.org«."""
    return (urlsplit(address).hostname or address).removeprefix("www.")

"""What templates write into attributes: links to mail, telephone and maps, times for machines."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from urllib.parse import quote, urlencode, urlsplit

from plugins.catalogue.model import Location
from plugins.catalogue.occurrences import Occurrence
from plugins.rendering.qr import qr_code
from plugins.wording.locales import primary


def functions() -> Mapping[str, Callable[..., object]]:
    """The functions below by the names under which templates call them."""
    named = (monogram, mail_to, is_mail, licence_deed, iso, last_moment, host_of)
    ways = (qr_code, google_event, google_subscription, map_search, route_address, geo_address)
    return {function.__name__: function for function in (*named, *ways)}


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


def map_search(line: str) -> str:
    """Where OpenStreetMap looks for a postal address."""
    return f"{_OPENSTREETMAP}/search?query={quote(line, safe='')}"


def route_address(location: Location) -> str:
    """Where OpenStreetMap plans the way to a point; it asks from where."""
    return f"{_OPENSTREETMAP}/directions?to={location.latitude}%2C{location.longitude}"


def geo_address(location: Location) -> str:
    """A point, for the program for maps that a device has (RFC 5870)."""
    return f"geo:{location.latitude},{location.longitude}"


def google_event(title: str, on: Occurrence, place: str, about: str, zone: str) -> str:
    """Where Google's calendar takes an event; what it is told stands in the address."""
    if on.all_day:
        first, last = on.day.isoformat(), (on.last_day + timedelta(days=1)).isoformat()
    else:
        end = on.end + _AN_HOUR * (on.end == on.start)
        first, last = (
            one.replace(tzinfo=None).isoformat(timespec="seconds") for one in (on.start, end)
        )
    dates = re.sub("[-:]", "", f"{first}/{last}")
    said = {"action": "TEMPLATE", "text": title, "dates": dates, "ctz": zone}
    return f"{_GOOGLE}?{urlencode({**said, 'location': place, 'details': about})}"


def google_subscription(calendar: str) -> str:
    """Where Google's calendar subscribes to one."""
    return f"{_GOOGLE}?{urlencode({'cid': calendar})}"


_AN_HOUR = timedelta(hours=1)
_GOOGLE = "https://calendar.google.com/calendar/render"
_OPENSTREETMAP = "https://www.openstreetmap.org"


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

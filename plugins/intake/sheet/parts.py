"""Values that stand in one cell together, or in several each with a part of it.

Of addresses and points on the map only the plain forms are taken apart; everything else stays as it
is. Days and times may stand beside each other.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from plugins.catalogue import dates
from plugins.catalogue.model import Entry, Event

_COUNTRIES = frozenset({"deutschland", "germany", "de", "brd"})
_NUMBERED = re.compile(r".*[^\W\d_].*\s?[0-9]+\s?[a-zA-Z]?(?:\s?[-/+–]\s?[0-9]+\s?[a-zA-Z]?)*")
_STREET = re.compile(
    r"(?:str\.|str\b|stra(?:ß|ss)e\b|weg\b|platz\b|allee\b|gasse\b|ring\b|damm\b|ufer\b|markt\b)"
    r"\D{0,3}[0-9]",
    re.IGNORECASE,
)


def address(text: str, region: str) -> dict[str, str]:
    """The parts of »Hafenstr. 24, 01067 Lindenhafen« and its like; empty when it is none.

    `note` is what stands in front of the street, or behind it.
    """
    parts = _lines(text, region)
    places = [match for part in parts if (match := _place(region).fullmatch(part))]
    if len(places) != 1 or is_two(text, region):
        return {}
    rest = [part for part in parts if not _place(region).fullmatch(part)]
    streets = [part for part in rest if _STREET.search(part)] or [
        part for part in rest if _NUMBERED.fullmatch(part)
    ]
    street = streets[0] if streets else (rest[0] if len(rest) == 1 else "")
    city, note = (places[0][2] or "").strip(), ", ".join(part for part in rest if part != street)
    found = {"street": street, "postal_code": places[0][1], "city": city, "note": note}
    return {name: value for name, value in found.items() if value}


def is_two(text: str, region: str) -> bool:
    """Whether there are two addresses: two postcodes with a place, or two streets with numbers."""
    places = [part for part in _lines(text, region) if _place(region).fullmatch(part)]
    return len(places) > 1 or len(_STREET.findall(text)) > 1


def _place(region: str) -> re.Pattern[str]:
    digits = "{5}" if region == "DE" else "{4,5}"
    return re.compile(rf"(?:[A-Z]{{1,2}}[- ]\s?)?([0-9]{digits})(?:\s+([^\W\d_].*))?")


def _lines(text: str, region: str) -> list[str]:
    """The pieces between commas and line breaks, and before a postcode."""
    digits = "{5}" if region == "DE" else "{4,5}"
    boundary = re.compile(rf"\s+(?=(?:[A-Z]{{1,2}}-\s?)?[0-9]{digits}\s+[^\W\d_])")
    pieces = (piece for part in re.split(r"[,;|\n]", text) for piece in boundary.split(part))
    tidy = (" ".join(piece.split()) for piece in pieces)
    return [piece for piece in tidy if piece and piece.lower() not in _COUNTRIES]


_NUMBER = r"([+-]?[0-9]{1,3}(?:[.,][0-9]+)?)"
_DOTTED = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]+)?)\s*[,;/\s]\s*([+-]?[0-9]{1,3}(?:\.[0-9]+)?)")
_COMMAS = re.compile(rf"{_NUMBER}\s*(?:;|/|,\s|\s)\s*{_NUMBER}")
_LETTERS = re.compile(
    rf"(?:N\s*{_NUMBER}|{_NUMBER}\s*°?\s*N)[\s,;/]+(?:[EO]\s*{_NUMBER}|{_NUMBER}\s*°?\s*[EO])"
)
_WKT = re.compile(r"POINT\s*Z?\s*\(\s*([+-]?[0-9.]+)\s+([+-]?[0-9.]+)(?:\s+[0-9.+-]+)?\s*\)", re.I)
_GEO = re.compile(r"geo:([+-]?[0-9.]+),([+-]?[0-9.]+)(?:[,;?].*)?")


def point(text: str) -> tuple[str, str] | None:
    """Degrees north and east (WGS 84) of »51.0504, 13.7373« and its like; `None` when it is none.

    Decimals have a point.
    """
    bare = text.strip().strip("()[]").strip()
    if match := _WKT.fullmatch(text.strip()):  # longitude first (OGC 06-103r4)
        return _checked(match[2], match[1])
    if match := _LETTERS.fullmatch(bare):
        return _checked(match[1] or match[2], match[3] or match[4])
    match = _GEO.fullmatch(bare) or _DOTTED.fullmatch(bare) or _COMMAS.fullmatch(bare)
    return _checked(match[1], match[2]) if match else None


def _checked(latitude: str, longitude: str) -> tuple[str, str] | None:
    north, east = degrees(latitude), degrees(longitude)
    try:
        fits = abs(float(north)) <= 90 and abs(float(east)) <= 180
    except ValueError:
        return None
    return (north, east) if fits else None


def degrees(text: str) -> str:
    """Decimals with a point, to a tenth of a metre: what lies behind is no knowledge of a place."""
    whole, _, decimals = text.strip().lstrip("+").replace(",", ".").partition(".")
    if len(decimals) > 6:
        return f"{float(f'{whole}.{decimals}'):.6f}".rstrip("0").rstrip(".")
    return f"{whole}.{decimals}" if decimals else whole


# --- days and times ---

_BARE_HOURS = re.compile(r"(?:(?:ab|um|from|at) )?[0-9]{1,2}(?: ?(?:[-–]|bis|to) ?[0-9]{1,2})?")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00)?\Z")


def moment(texts: Sequence[str]) -> str:
    """Several texts in one; between a day and its time the midnight of a database goes."""
    texts = [" ".join(text.split()) for text in texts]
    day = _MIDNIGHT.sub("", texts[0])
    if not dates.exists(dates.day(day)):
        return " ".join(texts)
    times = [f"{text} Uhr" if _BARE_HOURS.fullmatch(text) else text for text in texts[1:]]
    return " ".join([day, *times])


def with_end(cells: Mapping[str, str], kind: type[Entry]) -> dict[str, str]:
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

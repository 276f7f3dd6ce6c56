"""One text for what has fields of its own, taken apart: an address, how something repeats."""

import re
from collections.abc import Collection, Mapping

from plugins.catalogue.fields.choices import rhythm
from plugins.catalogue.fields.days import WEEKDAYS
from plugins.catalogue.text import fold

_ADDRESS = re.compile(r"(?:([\w .\-/()]+?), *)?([0-9]{5}) +([\w .\-/()]+)")
_STREET = re.compile(r"[^\W\d][\w .\-]* [0-9]+ ?[a-z]?(?:[-/][0-9]+)?")
_GERMAN = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_EVERY = {
    **{"taglich": "day", "wochentlich": "week", "monatlich": "month", "jahrlich": "year"},
    **{"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"},
    **{"day": "day", "week": "week", "month": "month", "year": "year"},
    **{"tag": "day", "woche": "week", "monat": "month", "jahr": "year"},
}
# One value says which of these fields it is: of registration, attendance, a room.
_ALONE = {
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "url": re.compile(r"https?://[^\s,{}\[\]#\"]+"),
    "people": re.compile(r"[0-9]{1,6}"),
    "seats": re.compile(r"[0-9]{1,6}"),
}
_POINT = re.compile(r"([0-9]{1,2}\.[0-9]+)[,;/ ]+([0-9]{1,2}\.[0-9]+)")
_LED = re.compile(r"(?:jede[nrs]?|every|am|immer) ")


def in_fields(text: str, keys: Collection[str]) -> Mapping[str, str]:
    """The values of `keys` that a text gives, as they are written; none where that is unclear."""
    if "postal_code" in keys:
        return _address(text)
    if "latitude" in keys and (point := _POINT.fullmatch(text)):
        return {"latitude": point[1], "longitude": point[2]}
    for key, form in _ALONE.items():
        if key in keys and form.fullmatch(text):
            return {key: text}
    return _repeat(text) if "weekdays" in keys else {}


def _address(text: str) -> Mapping[str, str]:
    if match := _ADDRESS.fullmatch(text):
        street, postal_code, city = match.groups()
        found = {"street": street or "", "postal_code": postal_code, "city": city}
        return {key: value for key, value in found.items() if value}
    return {"street": text} if _STREET.fullmatch(text) else {}


def _repeat(text: str) -> Mapping[str, str]:
    unit, interval = rhythm(fold(text))
    if interval:
        return {"every": unit, "interval": str(interval)}
    plain = _LED.sub("", fold(text))
    if every := _EVERY.get(plain):
        return {"every": every}
    words = [word for word in re.split(r"[\s,;/+&]+", plain) if word not in ("und", "and")]
    days = [_weekday(word) for word in words]
    if not days or "" in days:
        return {}
    return {"every": "week", "weekdays": f"[{', '.join(dict.fromkeys(days))}]"}


def _weekday(word: str) -> str:
    """The weekday by its name; also »dienstags« and »tuesdays«."""
    known = dict(zip((*_GERMAN, *WEEKDAYS), WEEKDAYS * 2, strict=True))
    return known.get(word) or known.get(word.removesuffix("s"), "")

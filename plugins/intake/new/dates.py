"""Days and times the way people type them, to the form in which files hold them.

What is not understood is given back as it is: the field then says what is wrong with it.
"""

import re
from datetime import date, datetime, timedelta

from plugins.catalogue.diagnostics import Language
from plugins.catalogue.text import fold

_MONTHS = {
    name: number
    for names in (
        "januar februar marz april mai juni juli august september oktober november dezember",
        "january february march april may june july august september october november december",
        "janner feber marz april mai juni juli august september oktober november dezember",
    )
    for number, name in enumerate(names.split(), start=1)
}
_WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_DAYS_AHEAD = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "ubermorgen": 2}

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMBERS = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\.(?: ?([0-9]{4}|[0-9]{2}))?")
_WORDS = re.compile(r"([0-9]{1,2})\.? ([^\W\d_]{3,})\.?(?: ([0-9]{4}))?")
_TIME = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?( ?(?:uhr|h))?")
_WITH_TIME = re.compile(
    r"(.+?)(?:,? +(?:um +|at +)?|[tT])([0-9]{1,2}(?:[:.h][0-9]{2})?(?: ?(?:[uU]hr|h))?)"
)
_MONTH = re.compile(r"(?:([0-9]{1,2})[./]([0-9]{4})|([0-9]{4})[-/.]([0-9]{1,2}))")


def day(text: str, today: date) -> str:
    """The day that `text` means, as YYYY-MM-DD; one without a year is the next one from today on.

    >>> day("1.12.", date(2026, 12, 2))
    '2027-12-01'
    """
    typed = " ".join(text.split())
    ahead = _DAYS_AHEAD.get(fold(typed))
    if ahead is not None:
        return (today + timedelta(days=ahead)).isoformat()
    numbers = _numbers(typed)
    if numbers is None:
        return text
    year, month, day_of_month = numbers
    if year is None:
        year = _next_year(month, day_of_month, today)
    return f"{year:04}-{month:02}-{day_of_month:02}"


def moment(text: str, today: date, beside: str = "") -> str:
    """The day, or the time on a day, that `text` means, as YYYY-MM-DD or YYYY-MM-DDTHH:MM.

    A time alone is one on the day of the moment `beside`.
    """
    typed = " ".join(text.split())
    alone = _time(typed)
    if alone and beside:
        return f"{beside[:10]}T{alone}"
    match = _WITH_TIME.fullmatch(typed)
    time = _time(match[2]) if match else ""
    found = day(match[1].rstrip(","), today) if match and time else ""
    return f"{found}T{time}" if _ISO.fullmatch(found) else day(text, today)


def since(text: str, today: date) -> str:
    """The year, month or day that `text` means: YYYY, YYYY-MM or YYYY-MM-DD."""
    match = _MONTH.fullmatch(text.strip())
    if match:
        year, month = match[2] or match[3], int(match[1] or match[4])
        return f"{year}-{month:02}"
    return day(text, today)


def in_words(iso: str, language: Language) -> str:
    """A day or time as people say it, with its weekday, for looking over: »Dienstag, 1.12.2026«.

    What is no day or time stays as it is.
    """
    try:
        known = datetime.fromisoformat(iso) if len(iso) > 7 else None
    except ValueError:
        known = None
    if known is None:
        return iso
    weekday = _WEEKDAYS[language][known.weekday()]
    shown = iso[:10] if language == "en" else f"{known.day}.{known.month}.{known.year}"
    time = f", {iso[11:]}" if "T" in iso else ""
    return f"{weekday}, {shown}{time}"


def _numbers(text: str) -> tuple[int | None, int, int] | None:
    """Year, month and day, when `text` has the form of a day; whether it exists is not asked."""
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(text):
        return _year(match[3]), int(match[2]), int(match[1])
    if match := _WORDS.fullmatch(text):
        month = _month(match[2])
        return (_year(match[3]), month, int(match[1])) if month else None
    return None


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month(word: str) -> int:
    """The month that begins so; 0 for none."""
    folded = fold(word).replace("maerz", "marz")
    return next((number for name, number in _MONTHS.items() if name.startswith(folded)), 0)


def _next_year(month: int, day_of_month: int, today: date) -> int:
    """The first year from `today` on in which that day is still to come.

    This year, for a day that no year has: the field will say so.
    """
    for year in range(today.year, today.year + 9):
        try:
            if date(year, month, day_of_month) >= today:
                return year
        except ValueError:  # 29 February; or never
            continue
    return today.year


def _time(text: str) -> str:
    """HH:MM; empty when `text` is no time of day, and for a bare number."""
    match = _TIME.fullmatch(text.lower())
    if not match or not (match[2] or match[3]):
        return ""
    return f"{int(match[1]):02}:{match[2] or '00'}"

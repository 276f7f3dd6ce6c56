"""Days and times the way people write them, to the form in which files hold them.

One reader for suggestions in files, for `make new`, tables and forms. Months and weekdays have
names in all languages of the site. What is not understood in one way only is given back as it is:
the field then says what is wrong with it. Where the day `today` is not known, a date without a
year is not understood.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Literal

from plugins.catalogue import cldr
from plugins.catalogue.text import fold

_MONTHS = {
    name: number
    for names in (
        "januar februar marz april mai juni juli august september oktober november dezember",
        "january february march april may june july august september october november december",
        "janner feber mrz april mai juni juli august september oktober november dezember",
    )
    for number, name in enumerate(names.split(), start=1)
}
_WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_WEEKDAY_NUMBERS = {
    **{day.lower(): n for days in _WEEKDAYS.values() for n, day in enumerate(days)},
    **{day.lower()[:2]: n for n, day in enumerate(_WEEKDAYS["de"])},
    **{day.lower()[:3]: n for n, day in enumerate(_WEEKDAYS["en"])},
    "sonnabend": 5,
}
_DAYS_AHEAD = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "ubermorgen": 2}

_WEEKDAY = r"([^\W\d_]{2,12})(?:\.,?|,)? ?(?:(?:den|the) )?(?=\w)"
_WEEKDAY_BEHIND = r"(.*\w),? ([^\W\d_]{2,12})\.?"
# What Russian and Ukrainian write behind a year: »2026 г.«, »2026 року«.
_NAMED_YEAR = r"(?<=[0-9]{4}) ?(?:г|р|года|року)\b\.?"
_UNSPOKEN = "(?<=[^\\W\\d_])[’ʼ'\N{ZERO WIDTH NON-JOINER}](?=[^\\W\\d_])"
_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_EIGHT_DIGITS = r"[0-9]{8}"
_NUMBERS = r"([0-9]{1,2})\. ?([0-9]{1,2})\.(?: ?([0-9]{4}|'?[0-9]{2}))?"
_EITHER_FIRST = r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})"
_DAY_FIRST = (
    r"([0-9]{1,2})(?:\.|st|nd|rd|th|er|º)? ?(?:of )?([^\W\d_]{2,})\.?,?(?: ?([0-9]{4}|'?[0-9]{2}))?"
)
# Two digits behind a month may be a day or, as spreadsheet programs write, a year: Dez 26.
_MONTH_FIRST = (
    r"([^\W\d_]{3,})\.? (?:([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})"
    r"|([0-9]{1,2}(?:st|nd|rd|th)|[1-9]))"
)
_CLOCK = r"[0-9]{1,2}(?:[:.h][0-9]{2}(?::00)?)?(?: ?(?:(?:uhr|h)(?: [0-9]{2})?|[ap]\.?m\.?))?"
_AT = "(?:um|ab|at|from|à|(?:alle )?ore|alle|(?:la )?ora|saat|в|о|об|στις|الساعة|ساعت)"
_TIME = r"([0-9]{1,2})(?:[:.h]([0-9]{2})(?::00)?)?(?: ?(uhr|h|[ap]\.?m\.?)(?: ([0-9]{2}))?)?"
_WITH_TIME = rf"(?i)(.+?)(?:,? (?:[-–|/] )?(?:{_AT} )?|, ?|[tT])({_CLOCK})"
_LED = rf"(?i){_AT} "
_TO = r" ?(?:[-–—]|\bbis(?: zum)?\b|\bto\b|\buntil\b) ?"
_BEGINNING = r"([0-9]{1,2})\.(?: ?([0-9]{1,2})\.)?"
_MONTH = r"(?:([0-9]{1,2})[./]([0-9]{4})|([0-9]{4})[-/.]([0-9]{1,2}))"
_NAMED_MONTH = r"([^\W\d_]{3,})\.? ([0-9]{4})"
_SHORT_YEAR = r"([^\W\d_]{3,})\.? (?:'([0-9]{2})|(3[2-9]|[4-9][0-9]))"
_MIDNIGHT = r"[Tt ]00:00:00(?:\.0+)?\Z"
_SERIAL = r"([3-6][0-9]{4})(?:[.,]([0-9]{1,12}))?"
_HOUR_OF_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([01]?[0-9]|2[0-3])"
_ZONED = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r" ?(?:[Zz]|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)"
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?")


def day(text: str, today: date | None = None) -> str:
    """The day that `text` means, as YYYY-MM-DD; one without a year is the next one from today on.

    >>> day("1.12.", date(2026, 12, 2))
    '2027-12-01'
    """
    typed = _tidy(text)
    ahead = _DAYS_AHEAD.get(fold(typed))
    if ahead is not None and today:
        return (today + timedelta(days=ahead)).isoformat()
    weekday, rest = None, re.sub(_NAMED_YEAR, "", typed)
    numbers = _numbers(rest)
    if numbers is None:
        weekday, rest = _weekday(rest)
        numbers = _numbers(rest)
    if numbers is None:
        return text
    year, month, day_of_month = numbers
    if year is None and today is None:
        return text
    if year is None and today is not None:
        year = _next_year(month, day_of_month, today)
    found = f"{year:04}-{month:02}-{day_of_month:02}"
    return text if weekday is not None and not _falls_on(found, weekday) else found


def moment(text: str, today: date | None = None, beside: str = "") -> str:
    """The day, or the time on a day, that `text` means, as YYYY-MM-DD or YYYY-MM-DDTHH:MM.

    A time alone is one on the day of the moment `beside`.
    """
    typed = _tidy(text)
    if match := re.fullmatch(_HOUR_OF_DAY, typed):
        return f"{match[1]}T{match[2]:0>2}:00"
    if exists(midnight := day(re.sub(_MIDNIGHT, "", typed), today)) and re.search(_MIDNIGHT, typed):
        return midnight  # as databases write a day
    alone = time(typed)
    if alone and beside:
        return _at(beside[:10], alone)
    match = re.fullmatch(_WITH_TIME, typed)
    clock = time(match[2]) if match else ""
    found = day(match[1].rstrip(","), today) if match and clock else ""
    return _at(found, clock) if _ISO.fullmatch(found) else day(text, today)


def _at(iso: str, clock: str) -> str:
    """A time on a day; 24:00 is the beginning of the next one (ISO 8601-1, 5.3.2)."""
    if clock == "24:00" and exists(iso):
        return f"{date.fromisoformat(iso) + timedelta(days=1)}T00:00"
    return f"{iso}T{clock}"


def without_zone(text: str) -> str:
    """Day and time as a text gives them with a time zone behind: 2027-06-12T19:00Z; else empty."""
    match = re.fullmatch(_ZONED, _tidy(text))
    return f"{match[1]}T{match[2]}" if match and exists(f"{match[1]}T{match[2]}") else ""


def without_year(read: Callable[[str, date], str], text: str) -> str:
    """What `read` understands of a day without its year: -12-05T19:00; empty for nothing.

    A weekday says a little of the year, so several are tried.
    """
    for year in range(2024, 2052):
        found = read(text, date(year, 1, 1))
        if _ISO.fullmatch(found):
            later = read(text, date(year, 1, 2))
            return found[4:] if later == found or found[5:10] == "01-01" else ""
    return ""


def span(text: str, today: date | None = None) -> tuple[str, str] | None:
    """Beginning and end where `text` names both: »5.12.2026, 19-21 Uhr«, »5.-7.12.2026«."""
    typed = _tidy(text)
    for match in re.finditer(_TO, typed):
        found = _between(typed[: match.start()], typed[match.end() :], today)
        if found:
            return found
    return None


def since(text: str, today: date | None = None) -> str:
    """The year, month or day that `text` means: YYYY, YYYY-MM or YYYY-MM-DD."""
    typed = re.sub(r"\A(?:seit|since) ", "", _tidy(text), flags=re.IGNORECASE)
    if match := re.fullmatch(_MONTH, typed):
        year, month = match[2] or match[3], int(match[1] or match[4])
        return f"{year}-{month:02}"
    named = re.fullmatch(_NAMED_MONTH, typed)
    if named and _month(named[1]):
        return f"{named[2]}-{_month(named[1]):02}"
    short = re.fullmatch(_SHORT_YEAR, typed)
    if short and _month(short[1]):
        return f"{_year(short[2] or short[3])}-{_month(short[1]):02}"
    if re.fullmatch(r"[0-9]{4}", typed):
        return typed
    found = day(typed, today if fold(typed) in _DAYS_AHEAD else None)
    return found if _ISO.fullmatch(found) else text


def time(text: str) -> str:
    """HH:MM; empty when `text` is no time of day, and for a bare number."""
    match = re.fullmatch(_TIME, re.sub(_LED, "", _tidy(text), count=1).lower())
    if (
        not match
        or not (match[2] or match[3])
        or (match[4] and (match[2] or match[3] not in ("uhr", "h")))
    ):
        return ""
    hour, half = int(match[1]), (match[3] or "").replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{match[2] or match[4] or '00'}"


def from_serial(text: str) -> str:
    """The day or time that a spreadsheet program's own number stands for; empty when it is none.

    Days since 1899-12-30 (ECMA-376, part 1, section 18.17.4.1). Old files from a Mac count from
    another day, so this is good for a question only.
    """
    match = re.fullmatch(_SERIAL, text)
    if not match:
        return ""
    found = datetime(1899, 12, 30) + timedelta(days=float(f"{match[1]}.{match[2] or 0}"))
    rounded = found + timedelta(seconds=30)
    return rounded.strftime("%Y-%m-%dT%H:%M").removesuffix("T00:00")


def exists(iso: str) -> bool:
    """Whether there is such a day or time: YYYY-MM-DD, YYYY-MM-DDTHH:MM."""
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return False
    return bool(_ISO.fullmatch(iso))


def in_words(iso: str, language: Literal["de", "en"]) -> str:
    """A day or time as people say it, with its weekday, for looking over: »Dienstag, 1.12.2026«.

    What is no day or time stays as it is.
    """
    if not exists(iso):
        return iso
    weekday = _WEEKDAYS[language][datetime.fromisoformat(iso).weekday()]
    shown = iso.replace("T", ", ") if language == "en" else in_german(iso).replace(" ", ", ")
    return f"{weekday}, {shown}"


def in_german(iso: str) -> str:
    """A day or time as a table shows it: 1.12.2026 19:30. What is none stays as it is."""
    if not exists(iso):
        return iso
    known = datetime.fromisoformat(iso)
    return f"{known.day}.{known.month}.{known.year}" + iso[10:].replace("T", " ")


def _tidy(text: str) -> str:
    """The text with single blanks, of whatever kind they were, and with digits that all know.

    There is one between 5. and Dezember, and no apostrophe within a word.
    """
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text.replace("،", ","))
    return re.sub(_UNSPOKEN, "", " ".join(digits.split()))


def _weekday(text: str) -> tuple[int | None, str]:
    """The number of the weekday in front or behind, if there is one, and the rest."""
    if match := re.match(_WEEKDAY, text):
        number = _weekday_number(match[1])
        if number is not None:
            return number, text[match.end() :]
    if match := re.fullmatch(_WEEKDAY_BEHIND, text):
        number = _weekday_number(match[2])
        if number is not None:
            return number, match[1]
    return None, text


def _weekday_number(word: str) -> int | None:
    number = _WEEKDAY_NUMBERS.get(fold(word))
    return cldr.weekdays().get(cldr.word(word)) if number is None else number


def _falls_on(iso: str, weekday: int) -> bool:
    """Whether the day falls on that weekday; of one that does not exist the field will say so."""
    return not exists(iso) or date.fromisoformat(iso).weekday() == weekday


def _numbers(text: str) -> tuple[int | None, int, int] | None:
    """Year, month and day, when `text` has the form of a day; whether it exists is not asked."""
    if match := re.fullmatch(_YEAR_FIRST, text):
        return int(match[1]), int(match[3]), int(match[4])
    if re.fullmatch(_EIGHT_DIGITS, text):
        return _of_eight(text)
    if match := re.fullmatch(_NUMBERS, text):
        return _year(match[3]), int(match[2]), int(match[1])
    if match := re.fullmatch(_EITHER_FIRST, text):
        return _either(int(match[1]), int(match[3]), int(match[4]))
    named = _named(text)
    return named if named and named[1] else None


def _of_eight(digits: str) -> tuple[int, int, int] | None:
    """Year, month and day without anything between them; a year in front is the usual way."""
    year_first = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if exists(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"):
        return year_first
    either = _either(int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    return either or (year_first if digits.startswith(("19", "20")) else None)


def _named(text: str) -> tuple[int | None, int, int] | None:
    """Year, month, day where the month is a word; month 0 when the word names none."""
    if match := re.fullmatch(_DAY_FIRST, text):
        return _year(match[3]), _month(match[2]), int(match[1])
    if match := re.fullmatch(_MONTH_FIRST, text):
        day_of_month = re.sub("[a-z]", "", match[2] or match[4])
        return _year(match[3]), _month(match[1]), int(day_of_month)
    return None


def _either(first: int, second: int, year: int) -> tuple[int, int, int] | None:
    """Day and month in the order of either side of the Atlantic, where only one can be meant."""
    if first == second or second <= 12 < first:
        return year, second, first
    return (year, first, second) if first <= 12 < second else None


def _year(text: str | None) -> int | None:
    """Of two digits, the years from 1969 to 2068 (POSIX.1-2017, strptime, %y)."""
    if text is None:
        return None
    year = int(text.removeprefix("'"))
    if len(text) == 4 and text.isdigit():
        return year
    return year + (1900 if year >= 69 else 2000)


def _month(word: str) -> int:
    """The month that begins so; 0 for none, and where it may be one of two."""
    folded = fold(word).replace("maerz", "marz").replace("jaenner", "janner")
    known = _beginning(folded, _MONTHS) or _beginning(cldr.word(word), cldr.months())
    return known.pop() if len(known) == 1 else 0


def _beginning(folded: str, months: Mapping[str, int]) -> set[int]:
    """The months that are called so, or else all that begin so."""
    if folded in months:
        return {months[folded]}
    found = {number for name, number in months.items() if name.startswith(folded)}
    return found if len(folded) >= 3 else set()


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


def _between(left: str, right: str, today: date | None) -> tuple[str, str] | None:
    """Beginning and end of what stands on both sides of a dash."""
    for begin in _beginnings(left, right, today):
        is_hour = "T" in begin and re.fullmatch(r"[0-9]{1,2}", right)
        end = moment(f"{right} Uhr" if is_hour else right, today, begin if "T" in begin else "")
        if not exists(begin) or not exists(end) or ("T" in begin) != ("T" in end):
            continue
        if end < begin and (is_hour or time(right)):  # over midnight
            later = date.fromisoformat(end[:10]) + timedelta(days=1)
            end = later.isoformat() + end[10:]
        if begin <= end:
            return begin, end
    return None


def _beginnings(left: str, right: str, today: date | None) -> Iterator[str]:
    """What the left side may say; it may leave to the right one what both share."""
    yield moment(left, today)
    if time(right):
        yield moment(f"{left} Uhr", today)
    begin, end = re.fullmatch(_BEGINNING, _weekday(left)[1]), day(right, today)
    if begin and _ISO.fullmatch(end):
        month = int(begin[2]) if begin[2] else int(end[5:7])
        yield f"{end[:4]}-{month:02}-{int(begin[1]):02}"

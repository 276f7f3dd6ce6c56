"""What is one phone number that can be dialled. Whoever reads a number asks here and nowhere else.

People write two numbers, a range of extensions or a fax beside it into one field. Taken for digits
and separators that is one long number, and whoever dials it reaches a stranger. So a text is a
number only where it can be read in one way:

- A slash or brackets stand around the area code, nowhere else: 030/23125-017, (030) 23125 017.
- No group of digits is the neighbour of the one before it: 030 23125 017 018. Nor are the last two
  opening hours behind a number: 030 231250 9-17.
- Nor does one go on behind the extension 0: 0711 216-0 115.
- Where all numbers of a country are as long as this one, pairs may be parted: +7 (495) 123-45-67.
- In Germany a number has at most 11 digits behind its 0, two more with an extension behind a hyphen
  (BNetzA, »Nummernraum für Ortsnetzrufnummern«; E.164, section 6.2.1); a mobile number 11.
- Short numbers (110, 112, 115, 116016) and numbers of services (0800, 0180, 0137, 0900) are dialled
  as they are: from abroad they lead nowhere.
- A number without its area code is shown, but not dialled: nobody knows which town is meant.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from plugins.catalogue.cache import Cache

_MOST = {"DE": 11}
_MOST_WITH_EXTENSION = 13
_CHARACTERS = r"\+?[0-9 ()/.-]{3,40}"
_COUNTRY = r"(?:(?:\+|00) ?[1-9][0-9]{0,2}[ -]?)"
_BRACKETS = rf"{_COUNTRY}?(?:\(0\) ?)?\([0-9 ]{{1,7}}\)[^()]*|{_COUNTRY}?\(0\)[^()]*"
_SLASH = (
    rf"(?:{_COUNTRY}(?:0 ?)?[1-9][0-9]{{0,4}}|0[1-9][0-9]{{1,4}}|0(?: [0-9]{{2}}){{1,2}}[0-9]?)"
    r" ?/ ?(?P<rest>[^/]+)"
)
_MOBILE = r"1[567]"
_MOBILE_SLASH = r"(?<![1-9])1[567][0-9]{1,2} ?/"
_SHORT = r"11[025]|116[0-9]{3}|118[0-9]{2,3}|19222"
_SERVICE = r"800|180|13[78]|900"
_MOST_AREA_CODE = 5
_MOST_BEFORE_EXTENSION = 8
_NEIGHBOURS = 9
_LONGEST_RANGE = 99
_MOST_LOOKED_AT = 400
_LEAST_WITH_AREA_CODE = 6
_LEAST_AS_A_WHOLE = 9

_ANOTHER = r"(?! \(?(?:01[567][0-9]|0[2-9][0-9]{1,3}\)?[ /-]+[1-9][0-9]{3}))"
_CANDIDATE = rf"[+(]?[0-9](?:{_ANOTHER}[0-9 ()/.-])*"
_EXTENSION = r"(?<=[0-9]) *(?:DW|Durchwahl)[.:]? *(?=[0-9])"
# In front of numbers of services letters stand for the keys of a telephone (ITU-T E.161).
_IN_LETTERS = r"0 ?(?:800|180|700|900)[0-9 /-]*[A-Z][A-Z -]{2,}[0-9 -]*"
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SERVICE_DIGITS = (11, 12)
_UNCLEAR = r"[^\W\d_][0-9]|[0-9][^\W\d_]|(?<!\w)[^\W\d_](?![\w.])"
_GOES_ON = r"[ /.-]*(?:[A-ZÄÖÜ]{3}|[xX]{2}|[…*?_#])|[ /-]*\.\."
_TIME = r"(?i)\b(?:uhr|bis|to|until|std|stunden|h|[ap]\.?m)\b|[0-9]:[0-9]|—"
_HOUR = re.compile(r"[01]?[0-9]|2[0-4]")
_HOUR_AND_MINUTES = re.compile(r"(?:[01][0-9]|2[0-4])(?:00|15|30|45)")
_LEAST_BEFORE_HOURS = 4
_LAST_GROUP = r"[^0-9]*[0-9]+[^0-9]*\Z"
_BLANKS = "[\u00a0\u2009\u202f]"
_DASHES = "[\u2010\u2011–]"


class PhoneNumber(NamedTuple):
    """A phone number: `uri` for dialling (RFC 3966), `shown` for reading, however it was written.

    At home it is shown without the country code. A number without its area code has no `uri`.
    """

    uri: str
    shown: str


class _Kept:
    """The numbers of earlier runs, looked up once somebody asks: most runs read none."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._numbers: dict[tuple[str, str], PhoneNumber | None] | None = None
        self._is_new = False

    def read(self, text: str, region: str) -> PhoneNumber | None:
        if self._numbers is None:
            self._numbers = self._cache.get("numbers") or {}
        if (text, region) not in self._numbers:
            self._numbers[text, region] = _read(text, region)
            self._is_new = True
        return self._numbers[text, region]

    def save(self) -> None:
        if self._is_new:
            self._cache.put("numbers", self._numbers)


_KEPT: list[_Kept] = []
"""At most one."""


@contextmanager
def numbers_cached(cache: Cache | None) -> Iterator[None]:
    """Keep what is read meanwhile: the library takes longer to load than a hundred entries."""
    _KEPT[:] = [_Kept(cache)] if cache else []
    try:
        yield
        for kept in _KEPT:
            kept.save()
    finally:
        _KEPT.clear()


@lru_cache(maxsize=4096)
def phone_number(text: str, region: str) -> PhoneNumber | None:
    """The number that a text says, read in a region (ISO 3166); `None` when it is not just one."""
    return _KEPT[0].read(text, region) if _KEPT else _read(text, region)


def _read(text: str, region: str) -> PhoneNumber | None:
    written = _plain(text)
    if not re.fullmatch(_CHARACTERS, written) or not _is_well_formed(written):
        return None
    if _is_short(_digits(written), region) and "/" not in written:
        return PhoneNumber(f"tel:{_digits(written)}", written)
    if not written.lstrip("(").startswith(("+", "0")) and _has_area_codes(region):
        return _local(written)
    return _dialled(written, region)


def first_number(text: str, region: str) -> str:
    """The first number of a text that holds more, as it is written; empty without any.

    Empty, too, where the number may go on or end elsewhere: what looks like one may be a part of it
    (030 23125O14), or the opening hour (030 231250 14-20 Uhr). Nobody is to dial a stranger.
    """
    if _is_short(text.lstrip("0"), region):
        return text.lstrip("0")
    if len(text) > _MOST_LOOKED_AT:  # each group of digits would be tried with all behind it
        return ""
    short = re.fullmatch(r"(?:\+|00)[0-9]{2} ?([0-9 ]+)", text)
    if short and _is_short(re.sub(" ", "", short[1]), region):
        return short[1]
    plain = _plain("".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text))
    plain = re.sub(_EXTENSION, "-", plain)
    if re.fullmatch(_IN_LETTERS, plain) and region == "DE":
        keys = plain.translate(_KEYS)
        return keys if len(_digits(keys)) in _SERVICE_DIGITS else ""
    if re.search(_UNCLEAR, plain):
        return ""
    for match in re.finditer(_CANDIDATE, plain):
        found = _longest(match[0].rstrip(" (/.-"), region)
        if found:
            return "" if _may_go_on(found, plain, match) else found
    return ""


def _longest(candidate: str, region: str) -> str:
    """The longest beginning that is one number; empty where it is not clear that it ends there."""
    tail = ""
    while _digits(candidate) and len(_digits(candidate)) >= _LEAST_WITH_AREA_CODE:
        number = phone_number(candidate, region)
        if number and number.uri:
            return candidate if not tail or _ends_before(candidate, tail) else ""
        candidate, tail = re.sub(_LAST_GROUP, "", candidate), re.findall(_LAST_GROUP, candidate)[0]
        if re.search(r"\(|--|//", tail):
            return ""
    return ""


def _ends_before(number: str, tail: str) -> bool:
    """Whether the group behind a number is another one's end: 017/018, 017-19, 1234 5678."""
    last, group = _groups(number)[0][-1], _digits(tail)
    mark = re.split("[0-9]", tail.strip())[0][:1]
    if last == "0" and _groups(number)[1][-1:] == ["-"]:
        return True
    if mark == "/":
        return len(group) == len(last) or (len(group) < len(last) and "/" not in number)
    if _are_hours(last, group) or mark == ".":
        return False
    is_range = mark == "-" and 0 < int(group) - int(last[-len(group) :]) <= _LONGEST_RANGE
    return is_range or (not mark and len(group) == len(last))


def _may_go_on(number: str, text: str, found: re.Match[str]) -> bool:
    """Whether what stands behind a number may belong to it, or its last digits to a time."""
    if re.match(_GOES_ON, text[found.start() + len(number) :]):
        return True
    groups = _groups(number)[0]
    return len(groups) > 2 and _are_hours(groups[-1]) and bool(re.search(_TIME, text))


def _are_hours(*groups: str) -> bool:
    """Whether groups of digits can be times of day: 9, 17, 0900."""
    return any(all(map(form.fullmatch, groups)) for form in (_HOUR, _HOUR_AND_MINUTES))


def with_area_code(text: str, region: str) -> str:
    """What was meant where the + is lost, or the 0 of a mobile number; empty where that is unclear.

    Every other first digit may be the one of an area code or of a number in town.
    """
    written = f"+{text}" if text.startswith("49") else f"0{text}" if re.match(_MOBILE, text) else ""
    number = phone_number(written, region) if region == "DE" else None
    return written if number and number.uri and len(_digits(text)) >= _LEAST_AS_A_WHOLE else ""


def _plain(text: str) -> str:
    """The text with the blank and the hyphen that keyboards have."""
    return re.sub(_DASHES, "-", re.sub(_BLANKS, " ", text))


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _is_well_formed(written: str) -> bool:
    """Whether brackets and a slash stand where they part the area code from the rest."""
    if re.search(r"[(/.-]\Z|[-./] ?[-./]", written):
        return False
    if re.search(r"[()]", written) and not re.fullmatch(_BRACKETS, written):
        return False
    slash = re.fullmatch(_SLASH, _without_brackets(written))
    if "/" in written and slash is None:
        return False
    return slash is None or slash["rest"][0] != "0" or bool(re.search(_MOBILE_SLASH, slash[0]))


def _without_brackets(written: str) -> str:
    return re.sub(r" +", " ", re.sub(r"[()]", " ", written)).strip()


def _is_short(digits: str, region: str) -> bool:
    from phonenumbers import is_emergency_number

    if not digits.isdecimal():  # the library would pass over what stands between them
        return False
    return bool(re.fullmatch(_SHORT, digits)) or is_emergency_number(digits, region)


def _has_area_codes(region: str) -> bool:
    """Whether numbers there begin with a 0 that is dialled within the country only."""
    from phonenumbers import ndd_prefix_for_region

    return ndd_prefix_for_region(region, True) == "0"


def _local(written: str) -> PhoneNumber | None:
    """The number without its area code."""
    is_one = 3 <= len(_digits(written)) <= _MOST_WITH_EXTENSION
    return PhoneNumber("", written) if is_one and not _are_several(*_groups(written)) else None


def _dialled(written: str, region: str) -> PhoneNumber | None:
    """The number with its area code."""
    import phonenumbers  # 40 ms: only when needed

    try:
        parsed = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    national, country = phonenumbers.national_significant_number(parsed), parsed.country_code or 0
    home = country == phonenumbers.country_code_for_region(region)
    if not phonenumbers.is_possible_number(parsed) or (
        home and _is_short(national.lstrip("0"), region)
    ):
        return None
    where = phonenumbers.region_code_for_country_code(country)
    is_as_long_as_all = not home and not _may_end_before_last_group(written, region)
    if not is_as_long_as_all and not _is_one(written, national, str(country), where):
        return None
    forms = phonenumbers.PhoneNumberFormat
    shown = phonenumbers.format_number(parsed, forms.NATIONAL if home else forms.INTERNATIONAL)
    if home and _is_national(written) and _digits(shown) != _digits(written):
        shown = written  # there is no such area code: nothing is known about it
    if re.match(_SERVICE, national) and region == "DE" and _is_national(written):
        return PhoneNumber(f"tel:0{national}", shown)
    return PhoneNumber(phonenumbers.format_number(parsed, forms.RFC3966), shown)


def _may_end_before_last_group(written: str, region: str) -> bool:
    """Whether a number of that country might be complete without the last group of digits."""
    import phonenumbers

    try:
        shorter = phonenumbers.parse(re.sub(_LAST_GROUP, "", written), region)
    except phonenumbers.NumberParseException:
        return False
    found = phonenumbers.is_possible_number_with_reason(shorter)
    return bool(found == phonenumbers.ValidationResult.IS_POSSIBLE)


def _is_national(written: str) -> bool:
    return not written.startswith(("+", "00"))


def _is_one(written: str, national: str, country: str, region: str) -> bool:
    """Whether the groups of digits behind the area code are those of a single number."""
    groups, marks = _groups(written)
    if not _is_national(written):
        bare = groups[0].removeprefix("00").removeprefix(country)
        groups, marks = _joined([bare, *groups[1:]], marks)
    groups, marks = _joined(groups, marks, zero="0")
    rest, between = groups[1:], marks[1:]
    most = _MOST.get(region, _MOST_WITH_EXTENSION)
    if region == "DE" and re.match(_MOBILE, national):
        return len(national) <= most
    if groups[0].startswith("0") and groups[0] in rest:
        return False
    if len(national) > most and not _has_long_extension(national, *_groups(written)):
        return False
    return len(national) <= _MOST_WITH_EXTENSION and not _are_several(rest, between)


def _has_long_extension(national: str, groups: list[str], marks: list[str]) -> bool:
    """Whether what stands before the last hyphen is one number, too short to be that of a line."""
    before = len(national) - len(groups[-1])
    return marks[-1:] == ["-"] and _MOST_AREA_CODE < before <= _MOST_BEFORE_EXTENSION


def _joined(groups: list[str], marks: list[str], zero: str = "") -> tuple[list[str], list[str]]:
    """The first group in front of the second, if it is nothing but this."""
    if groups[0] == zero and len(groups) > 1:
        return [zero + groups[1], *groups[2:]], marks[1:]
    return groups, marks


def _groups(written: str) -> tuple[list[str], list[str]]:
    """The groups of digits, and what stands between them: a hyphen, a slash or nothing."""
    plain = _without_brackets(written).removeprefix("+")
    marks = [mark.strip() for mark in re.split("[0-9]+", plain)[1:-1]]
    return re.findall("[0-9]+", plain), marks


def _are_several(groups: list[str], marks: list[str]) -> bool:
    """Whether the last groups are two extensions (17-19, 017 018) rather than parts of one number.

    Groups that are all of the same length are how a number is written in pairs.
    """
    if any(group == "0" and mark == "-" for group, mark in zip(groups[1:-1], marks, strict=False)):
        return True
    if marks[-2:] == ["", "-"] and _are_opening_hours(*groups[-3:]):
        return True
    if len({*map(len, groups)}) == 1 and len(groups) > 2:
        return False
    if marks[-(len(groups) - 1) :].count("-") > 1:
        return True
    if len(groups) < 2 or len(groups[-1]) != len(groups[-2]):
        return False
    return 0 < int(groups[-1]) - int(groups[-2]) <= _NEIGHBOURS


def _are_opening_hours(number: str, *times: str) -> bool:
    """Whether the end of a number is rather the time from which and to which somebody answers."""
    is_long = len(number) >= _LEAST_BEFORE_HOURS and len(times) > 1
    return is_long and _are_hours(*times) and int(times[0]) < int(times[1])

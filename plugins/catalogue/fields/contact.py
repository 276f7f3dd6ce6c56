"""Addresses and numbers under which somebody is reached."""

import re
from functools import lru_cache
from typing import Any, ClassVar
from urllib.parse import urlsplit

from plugins.catalogue.fields.base import NUMBER, TEXT, Control, Text
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.patterns import WEB, bounded
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.nodes import Scalar
from plugins.catalogue.phones import first_number, phone_number, with_area_code

_MOST_LOOKED_AT = 400


class Email(Text):
    """An e-mail address (RFC 5322, checked offline)."""

    name = ("E-Mail-Adresse", "e-mail address")
    control = "email"
    _plain = re.compile(
        r"[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}"
    )

    def parse(self, scalar: Scalar, context: Context) -> Any:
        text = scalar.text
        if (self._plain.fullmatch(text) and len(text) <= 200) or _is_email(text):
            return text
        found = _addresses(text)
        if len(found) > 1:
            context.problems.add("MAIL-SEVERAL", scalar.place, value=text, one=found[0])
        else:
            suggestion = next(iter(found), "")
            context.problems.add("MAIL-FORM", scalar.place, value=text, suggestion=suggestion)
        return INVALID

    def pattern(self, region: str) -> str:
        return r"[^@\s]{1,254}@[^@\s]{1,254}"


@lru_cache(maxsize=4096)
def _is_email(text: str) -> bool:
    """The library's word, asked only about addresses that are not of the plainest form."""
    from email_validator import EmailNotValidError, validate_email  # 30 ms: only when needed

    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


_AT = r"(?i) ?[(\[{] ?(?:at|ät|@|affe) ?[)\]}] ?"
_DOT = r"(?i) ?[(\[{] ?(?:dot|punkt|\.) ?[)\]}] ?"
_ADDRESS = r"(?i)(?:mailto:|e-?mail: ?|mail: ?|[^@<>]*<)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+?)[>.]*"
_BETWEEN = r"\s*[,;/|]\s*|\s+(?:und|oder|and|or|&)\s+"


def _addresses(text: str) -> tuple[str, ...]:
    """The addresses that stand in a text, also behind »mailto:« or with »(at)«.

    None where one may be broken: »fest team@chor.example« is not »team@chor.example«.
    """
    if len(text) > _MOST_LOOKED_AT or "\n" in text:
        return ()
    plain = re.sub(_DOT, ".", re.sub(_AT, "@", text))
    parts = [part for part in re.split(_BETWEEN, plain) if "@" in part]
    found = [match[1] for part in parts if (match := re.fullmatch(_ADDRESS, part))]
    is_all = len(found) == len(parts) and all(map(_is_email, found))
    return tuple(dict.fromkeys(found)) if is_all else ()


class Phone(Text):
    """A phone number, national in the site's region or with its country code."""

    name = ("Telefonnummer", "phone number")
    control = "tel"
    types = NUMBER

    def parse(self, scalar: Scalar, context: Context) -> Any:
        written, region = scalar.text, context.region
        number = phone_number(written, region)
        if number is None:
            one = first_number(written, region)
            like = f": {one}" if one else ""
            context.problems.add("TEL-FORM", scalar.place, value=written, one=one, like=like)
            return INVALID
        if not number.uri:
            suggestion = with_area_code(written, region)
            context.problems.add("TEL-AREA", scalar.place, value=written, suggestion=suggestion)
        return number

    def written(self, value: Any) -> Any:
        return value.shown

    def pattern(self, region: str) -> str:
        return r"\+?[0-9 \u00a0\u2009\u202f()/.\u2010\u2011–-]{3,40}"


_BARE = r"(?i)(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?"
"""An address of the web as people write it: www.chor.example."""


class WebAddress(Text):
    """An address on the web: http or https, with a host, nothing hidden in it."""

    name = ("Webadresse", "web address")
    control: ClassVar[Control] = "url"

    def parse(self, scalar: Scalar, context: Context) -> Any:
        text = scalar.text
        problem = _web_address_problem(text)
        if problem:
            bare = re.fullmatch(r"(?!\w+:)[\w-]+(\.[\w-]+)+(/\S*)?", text)
            suggestion = f"https://{text}" if bare and "@" not in text else ""
            if text.startswith("webcal://"):
                suggestion = text.replace("webcal", "https", 1)
            context.problems.add(problem, scalar.place, value=text, suggestion=suggestion)
            return INVALID
        return text

    def pattern(self, region: str) -> str:
        return WEB

    def tidy(self, text: str) -> str:
        text = super().tidy(text)
        return f"https://{text}" if re.fullmatch(_BARE, text) else text


class Account(WebAddress):
    """An account in a social network: its web address, or a handle such as @chor."""

    name = ("Adresse oder Name", "web address or handle")
    control = "text"
    types = TEXT
    _scheme = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

    def is_free(self, text: str) -> bool:
        return not self._scheme.match(text)

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if self._scheme.match(scalar.text):
            return super().parse(scalar, context)
        return Line(300).parse(scalar, context)

    def pattern(self, region: str) -> str:
        return rf"{WEB}|(?!{self._scheme.pattern}){bounded('.', 300)}"

    def tidy(self, text: str) -> str:
        return Text.tidy(self, text)


def _web_address_problem(text: str) -> str:
    if len(text) > 2000:
        return "URL-LONG"
    if re.search(r"[\s\"<>\\^`{|}]", text):
        return "URL-CHARACTER"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "URL-FORM"
    if parts.scheme not in ("http", "https"):
        return "URL-SCHEME"
    if parts.username is not None or parts.password is not None:
        return "URL-USER"
    labels = host.split(".")
    if len(labels) < 2 or not all(re.fullmatch(r"\w(?:[\w-]*\w)?", part) for part in labels):
        return "URL-FORM"
    return ""


class Postcode(Text):
    """A postcode, as text: 01067 keeps its zero."""

    name = ("Postleitzahl", "postcode")
    types = NUMBER
    numeric = False

    def parse(self, scalar: Scalar, context: Context) -> Any:
        if re.fullmatch(self.pattern(context.region), scalar.text):
            return scalar.text
        context.problems.add("ADR-POSTCODE", scalar.place, value=scalar.text)
        return INVALID

    def pattern(self, region: str) -> str:
        return "[0-9]{5}" if region == "DE" else "[A-Z0-9][A-Z0-9 -]{2,9}"

    def of_number(self, digits: str, region: str) -> str:
        german = region == "DE" and re.fullmatch("[0-9]{4}", digits)
        return f"0{digits}" if german else digits

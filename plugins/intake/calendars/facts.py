"""What an event of a calendar says besides when it is: title, text, place, link. Nothing else.

Who organises it, who is invited, who has agreed, alarms and attachments are never looked at: they
are people's names and addresses, and no association has asked them.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from icalendar.cal import Component

from plugins.catalogue.characters import without_forbidden
from plugins.intake.submission.html_text import text_in
from plugins.intake.tree import Branch

_TAG = re.compile(
    r"</?(?:a|b|br|div|em|h[1-6]|html|i|li|ol|p|span|strong|table|u|ul)\b[^<>]*>", re.I
)
_LINK = re.compile(
    r"<a\b[^<>]{0,2000}?\bhref\s*=\s*[\"']?(https?://[^\"'\s<>]+)[^<>]{0,2000}>"
    r"((?:[^<]|<(?!/?a\b)){0,500})</a\s*>",
    re.I,
)
_ITEM = re.compile(r"<li\b[^<>]{0,2000}>", re.I)
_INVITATION = re.compile(r"^_{20,}$\n(?:.*\n){0,6}?.*\bTeams\b[\s\S]*?(?:^_{20,}$|\Z)", re.M)
"""What Outlook adds to an event: how those who were invited join."""
_CODE = re.compile(
    r"^.*\b(?:Passcode|Kenncode|Kennwort|Passwort|Password|PIN|"
    r"(?:Meeting|Besprechungs|Konferenz|Conference)[- ]?ID)\b *[:#].*$\n?",
    re.I | re.M,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_TOWN = re.compile(r"(?:D-)?([0-9]{5}) +(\S.*)")
_STREET = re.compile(r"\D.* [0-9]+ ?[a-zA-Z]?(?: ?[-/] ?[0-9]+ ?[a-zA-Z]?)?")
_COUNTRIES = frozenset({"deutschland", "germany", "allemagne", "almanya"})
_LONG = 200
"""So long the lines of a place may be."""


def facts_of(component: Component) -> Branch:
    """The fields of an entry, those that are empty left out."""
    title = one_line(_text(component, "SUMMARY"))
    place, online = _place(_text(component, "LOCATION"))
    fields: Branch = {"title": title, "venue": place, "online": online, "text": _words(component)}
    return {key: value for key, value in fields.items() if value}


def one_line(text: str) -> str:
    """The text on one line, without signs that no entry may have."""
    return " ".join(without_forbidden(text.replace("\t", " ")).split())


def _text(component: Component, name: str) -> str:
    """A property as text; of several the first one that says anything."""
    found = component.get(name)
    every = found if isinstance(found, list) else [found]
    return next((str(one) for one in every if one is not None and str(one).strip()), "")


def _words(component: Component) -> str:
    """The description, and where more is to be read. Outlook writes some as a web page only.

    Who was invited got codes to come in by; they are for nobody else.
    """
    text = _text(component, "DESCRIPTION")
    text = text or _text(component, "X-ALT-DESC")
    text = text_in(_ITEM.sub(r"\g<0>- ", _LINK.sub(_linked, text))) if _TAG.search(text) else text
    lines = (line.rstrip() for line in without_forbidden(text.replace("\t", " ")).split("\n"))
    text = _CODE.sub("", _INVITATION.sub("", "\n".join(lines)))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    link = web_address(_text(component, "URL"))
    return f"{text}\n\nMehr: {link}".strip() if link and link not in text else text


def _linked(match: re.Match[str]) -> str:
    """The words of a link, and in brackets where it leads."""
    address, words = match[1], match[2]
    return words if address in words else f"{words} ({address})"


def web_address(text: str) -> str:
    """The address, if it is one of the web that the model takes; else nothing."""
    text = text.strip()
    if len(text) > 2000 or not _ADDRESS.fullmatch(text) or re.search(r"[\\^`{|}]", text):
        return ""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    is_plain = parts.username is None and "." in host.strip(".")
    return text if is_plain and re.fullmatch(r"[\w.-]+", host) else ""


def _place(text: str) -> tuple[Branch, str]:
    """The place with its parts, as far as they can be told apart, and the address of a meeting."""
    online = next(filter(None, map(web_address, _ADDRESS.findall(text))), "")
    text = _ADDRESS.sub("", text) if online else text
    pieces = [one_line(piece) for piece in re.split(r"[\n;]|, ", without_forbidden(text))]
    return _venue([piece for piece in pieces if re.search(r"\w", piece)]), online


def _venue(pieces: list[str]) -> Branch:
    """`Haus, Uferweg 1, 01067 Musterstadt, Deutschland`, which is how most programs write it."""
    if pieces and pieces[-1].casefold() in _COUNTRIES:
        del pieces[-1]
    town = _TOWN.fullmatch(pieces[-1]) if pieces else None
    if town is None:
        return _filled(name=", ".join(pieces))
    street = pieces[-2] if len(pieces) > 1 and _STREET.fullmatch(pieces[-2]) else ""
    names: Iterable[str] = pieces[: -2 if street else -1]
    name = ", ".join(dict.fromkeys(names))
    return _filled(name=name, street=street, postal_code=town[1], city=town[2])


def _filled(**parts: str) -> Branch:
    """What is too long for a line of a place is cut at a word: a place is found all the same."""
    return {key: _cut(value) for key, value in parts.items() if value}


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1].rpartition(" ")[0][: _LONG - 1] + "…"

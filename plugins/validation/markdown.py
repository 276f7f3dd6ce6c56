"""Finds what stands where in Markdown text, without converting it.

Converting is the renderer's business, and so is safety: it sanitises what Markdown gives. Here an
author is told, at the right line and column, what will not be taken over.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.catalogue.diagnostics import Diagnostic, Place
from plugins.catalogue.model import Entry, Translation

# Code stands between ticks that are not inside of words, as the page has it
# (rendering/markup/dialect.py).
_NOT_READ = re.compile(
    r"(?<![\w`\\])(?P<ticks>`+)(?!`)(?:(?!\n\s*\n)(?s:.))+?(?<!`)(?P=ticks)(?![\w`])"
    r"|\\[\\`*_{}\[\]()<>#+.!|-]"
)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>\n]*>|<!--")
_IMAGE = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_INLINE = re.compile(r"\]\([ \t\n]*(<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)")
_AUTOMATIC = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>")

_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_ALLOWED = re.compile(
    r"(?i:https?://[^/?#\\]+.*|mailto:[^/]+@.+|tel:[+0-9][0-9()./-]*|/(?![/\\]).*|\#.*)"
)


class Substring(NamedTuple):
    """A piece of a text and its offset in it."""

    text: str
    offset: int


@dataclass(frozen=True)
class Passage:
    """The text of an entry, or of its translation `owner`."""

    entry: Entry
    owner: Entry | Translation

    @property
    def text(self) -> str:
        """The Markdown."""
        return self.owner.text

    def problem(self, offset: int, code: str, **details: object) -> Diagnostic:
        """A diagnostic at a character of the text."""
        return problem_in_text(self.owner, offset, code, **details)


def problem_in_text(
    owner: Entry | Translation, offset: int, code: str, **details: object
) -> Diagnostic:
    """A diagnostic at a character of the text of an entry or a translation."""
    found, text = owner.problem("text", code, **details), owner.text
    down, right = text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1
    return replace(found, place=Place(found.place.line + down, found.place.column + right))


def owners(entry: Entry) -> tuple[Entry | Translation, ...]:
    """Whatever of an entry has a text: itself, and its translations."""
    return (entry, *entry.translations)


def passages(entries: Iterable[Entry], *containing: str) -> Iterator[Passage]:
    """Every text of entries and translations that contains one of these."""
    for entry in entries:
        for owner in owners(entry):
            for part in containing:
                if part in owner.text:
                    yield Passage(entry, owner)
                    break


def tags(text: str) -> Iterator[Substring]:
    """HTML tags and comments, outside of code."""
    for match in _TAG.finditer(_readable(text)):
        yield Substring(match[0], match.start())


def images(text: str) -> Iterator[Substring]:
    """Pictures, outside of code."""
    for match in _IMAGE.finditer(_readable(text)):
        yield Substring(match[0], match.start())


def links(text: str) -> Iterator[Substring]:
    """Where links lead: inline, and between < and >; outside of code."""
    readable = _blank(_IMAGE, _readable(text))
    for match in _INLINE.finditer(readable):
        opening = readable.rfind("[", 0, match.start())
        if opening >= 0 and "\n\n" not in readable[opening : match.start()]:
            yield _destination(text, *match.span(1))
    for match in _AUTOMATIC.finditer(readable):
        yield _destination(text, *match.span(1))


def leads_somewhere(destination: str) -> bool:
    """Whether a link may lead there: the web, e-mail, telephone, or an address of this site.

    Read the way a browser does: entities resolved, white space and invisible characters dropped.
    """
    plain = destination
    for _ in range(3):
        plain = _IGNORED.sub("", html.unescape(plain))
    return _ALLOWED.fullmatch(plain) is not None and _is_address(plain)


def _is_address(text: str) -> bool:
    """Whether it can be taken apart at all: `http://[a` and `http://a]b@c/` cannot."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def _destination(text: str, start: int, end: int) -> Substring:
    shown = text[start:end]
    if shown.startswith("<") and shown.endswith(">"):
        return Substring(shown[1:-1], start + 1)
    return Substring(shown, start)


def _readable(text: str) -> str:
    """`text` with code and escaped characters blank, everything else at its place."""
    return _blank(_NOT_READ, text) if "`" in text or "\\" in text else text


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)

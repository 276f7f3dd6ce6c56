"""Bytes to text: encodings that are beyond doubt, line ends, composed characters.

UTF-16 announces itself by its first two bytes (Unicode Standard, section 23.8), so does UTF-8 with
a mark. Windows-1252 does not; a file is taken for that only when nothing else is plausible: no part
of it is UTF-8 beyond ASCII; every other character is a letter or mark that the Windows encodings of
western, central and eastern Europe's Latin scripts (1252, 1250, 1254) agree on; no mark stands
inside a word, as wrong letters from DOS or old Macintosh files would; an umlaut or ß is among them.
"""

import re
import unicodedata
from typing import NamedTuple

from plugins.catalogue.characters import unix

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_GERMAN = "äöüÄÖÜß"
_MARKS = "„“”‚‘’»«–—…€§°·\xa0"
_PLAUSIBLE = re.compile(f"[\x00-\x7f{_GERMAN}éáâçëíîóôú{_MARKS}]*")
_INSIDE_WORD = re.compile(rf"[^\W\d_][{_MARKS.replace('’', '')}][^\W\d_]")


class Decoded(NamedTuple):
    """The text of a file, and what had to be mended in its bytes."""

    text: str
    repairs: tuple[str, ...]


def decoded(data: bytes) -> Decoded | None:
    """The text of a file, composed and with line ends of Unix; `None` where its encoding is unsure.

    The last line ends like the others, and nothing but it: `line-ends` too.

    The repairs are named `encoding`, `mark`, `line-ends` and `unicode`.
    """
    text, repairs = _text(data)
    if text is None:
        return None
    ended = unix(text).rstrip("\n") + "\n"
    composed = unicodedata.normalize("NFC", ended)
    changes = (("line-ends", text != ended), ("unicode", ended != composed))
    return Decoded(composed, (*repairs, *(name for name, changed in changes if changed)))


def _text(data: bytes) -> tuple[str | None, tuple[str, ...]]:
    if data.startswith(_UTF16_MARKS):
        return _strictly(data, "utf-16"), ("encoding",)
    if data.startswith(_UTF8_MARK):
        return _strictly(data.removeprefix(_UTF8_MARK), "utf-8"), ("mark",)
    text = _strictly(data, "utf-8")
    return (text, ()) if text is not None else (_windows(data), ("encoding",))


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _windows(data: bytes) -> str | None:
    """The text in Windows-1252; `None` when it may be another encoding."""
    text = None if _UTF8_SEQUENCE.search(data) else _strictly(data, "cp1252")
    if text is None or not _PLAUSIBLE.fullmatch(text) or _INSIDE_WORD.search(text):
        return None
    return text if any(letter in text for letter in _GERMAN) else None

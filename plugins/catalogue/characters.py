"""Bytes to text: UTF-8 without characters that hide something, and how such are called."""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.nodes import ReadingStopped

MAX_BYTES = 64 * 1024
"""What an entry may have."""

MAX_LIST_BYTES = 512 * 1024
"""What a closed list may have: its words are there in every language."""


# Characters that hide something or break lines in some programs but not in others.
_LINE_BREAKS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
FORBIDDEN = f"{_CONTROL}{_LINE_BREAKS}{_BIDI}{_INVISIBLE}"
"""All of them, as they stand in a class of a regular expression."""

_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
_FAMILIES = (
    (f"[{_LINE_BREAKS}]", "ENC-LINE-BREAK"),
    (f"[{_BIDI}]", "ENC-BIDI"),
    (f"[{_INVISIBLE}]", "ENC-INVISIBLE"),
)


def decode(data: bytes, problems: Problems, most: int = MAX_BYTES) -> str:
    """UTF-8, without the surprises that have been recorded; a line ends as on Unix."""
    if len(data) > most:
        problems.add("FILE-SIZE", Place(1, 1), size=len(data) // 1024, limit=most // 1024)
        raise ReadingStopped
    if data.startswith(_UTF16):
        problems.add("ENC-UTF16", Place(1, 1))
        data = in_utf8(data)
    if data.startswith(b"\xef\xbb\xbf"):
        problems.add("ENC-BOM", Place(1, 1))
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.add("ENC-UTF8", _place_after(before), byte=f"0x{data[error.start]:02X}")
        text = _tolerant(data)
    text = unix(text)
    for position, code in islice(forbidden(text), 20):
        problems.add(code, _place_after(text[:position]), character=name_of(text[position]))
    return _FORBIDDEN.sub("", text)


_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def in_utf8(data: bytes) -> bytes:
    """The same text in UTF-8, where the file says that it is UTF-16."""
    return data.decode("utf-16", "replace").encode() if data.startswith(_UTF16) else data


def _tolerant(data: bytes) -> str:
    """What is not UTF-8 as older programs on Windows write it, byte by byte, for reading on."""
    return re.sub(
        "[\udc80-\udcff]",
        lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"),
        data.decode("utf-8", "surrogateescape"),
    )


def unix(text: str) -> str:
    """The text with its lines ending as on Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Position and code of every character that must not be in a text."""
    for match in _FORBIDDEN.finditer(text):
        code = next((c for family, c in _FAMILIES if re.match(family, match[0])), "ENC-CONTROL")
        yield match.start(), code


def without_forbidden(text: str) -> str:
    """The text without the characters that must not be in one; a line ends as on Unix."""
    return _FORBIDDEN.sub("", unix(text))


def name_of(character: str) -> str:
    """How a character is called that cannot be shown: U+200B."""
    return f"U+{ord(character):04X}"


def _place_after(text: str) -> Place:
    return Place(text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)

"""Text from strangers on a terminal: whatever could steer it or hide something is spelled out."""

import io
import sys
import unicodedata
from typing import TextIO

# Persian and several Indian scripts need these two to be written at all; they steer nothing.
_JOINERS = "\u200c\u200d"
# The middle and end of a Korean syllable that is written in its parts.
_JOINED = frozenset(map(chr, range(0x1160, 0x1200)))


def speak_utf8(*streams: object) -> None:
    """Let the program's streams speak UTF-8, whatever the machine's usual encoding is."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def failed(command: str, message: str) -> int:
    """Say in one line on standard error that a command itself failed; its exit code."""
    say(sys.stderr, f"{command}: {message}")
    return 2


def say(stream: TextIO, *lines: str) -> None:
    """Print each of the `lines` on a line of its own; what could steer a terminal is spelled out.

    Also a forge: whatever names and values are in it, a line begins as we began it.
    """
    if lines:
        print("\n".join(map(escape, lines)), file=stream, flush=True)


def escape(text: str) -> str:
    r"""`text` on one line, with control, bidi and invisible characters as `\u202e`."""
    return text if text.isprintable() else "".join(map(character, text))


def character(character: str) -> str:
    """The character itself, or its escape when it is not a visible one."""
    if character.isprintable() or character in _JOINERS:
        return character
    return character.encode("unicode_escape").decode("ascii")


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: none for marks, two for wide characters."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or character in _JOINED:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

"""What texts look like, in patterns that JSON Schema understands (ECMA-262).

A pattern is held against text as an editor sees it. It may let through what the check refuses (a
date such as 2026-02-30); it must never refuse what the check accepts.
"""

_YEAR = "(?:1[0-9]{3}|2[01][0-9]{2}|2200)"
DAY = f"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
TIME = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]"
MONTH = f"{_YEAR}(?:-(?:0[1-9]|1[0-2]))?"
_LINK = r'[^\s"<>\\^`{|}]'
_HOST = r'[^\s"<>\\^`{|}/?#@]{1,2000}'
WEB = rf"[hH][tT][tT][pP][sS]?://{_HOST}\.{_HOST}(?:[/?#]{_LINK}{{0,2000}})?"


def bounded(character: str, most: int) -> str:
    """At most so many of these, the first and the last of them not blank."""
    return rf"\S(?:{character}{{0,{most - 2}}}\S)?"


def any_case(*words: str) -> str:
    """Any of these words, in capital and small letters; `i` flags are not for JSON Schema."""
    return "|".join("".join(map(_any_case, word)) for word in words)


def _any_case(character: str) -> str:
    """The character itself, or its capital. Blanks in a text stand for any blanks."""
    if "a" <= character <= "z":
        return f"[{character}{character.upper()}]"
    return rf"\{character}" if character in r"\^$.*+?()[]{}|/" else character

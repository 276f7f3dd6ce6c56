"""A mail's words, whatever the program of its author made of them."""

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

_SINGLE = re.compile(
    r"(?:iso-?8859-\d+|windows-?125\d|cp\d{3,4}|us-ascii|ascii|latin-?\d+|koi8-[rut]|macintosh)"
)
_OTHERS = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|gb2312|gbk|gb18030|big5|shift_jis|euc-[a-z]{2}|iso-2022-[a-z]{2}"
)


def decoded(data: bytes, charset: str) -> str:
    """The text of bytes that are said to be in a character set, which they may not be.

    What can be read as UTF-8 and has more than ASCII in it is UTF-8, whatever is said.
    """
    name = charset.strip().lower()
    wide = bool(_OTHERS.fullmatch(name)) and not name.startswith("utf8")
    known = name if wide or _SINGLE.fullmatch(name) else "utf-8"
    for choice in (known, "utf-8") if wide else ("utf-8", known):
        try:
            return data.decode(choice)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def header(message: Message, name: str) -> str:
    """A header on one line, its encoded words decoded; empty when it is missing."""
    raw = str(message.get(name, ""))[:2000]
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        return " ".join(raw.split())
    words = (
        decoded(part, charset or "utf-8") if isinstance(part, bytes) else part
        for part, charset in parts
    )
    return " ".join("".join(words).encode("utf-8", "replace").decode().split())


def unflowed(text: str, *, delete_space: bool) -> str:
    """The paragraphs of a text in format=flowed (RFC 3676): a line that ends in a blank goes on."""
    found: list[str] = []
    begun: list[str] = []
    depth = ""
    for line in text.split("\n"):
        quote = re.match(r"(?:>)*", line)
        deep = quote[0] if quote else ""
        rest = line[len(deep) :].removeprefix(" ")
        if begun and deep != depth:
            found.append(_with_quote(depth, "".join(begun)))
            begun = []
        depth = deep
        is_signature = rest == "-- " and not begun
        if rest.endswith(" ") and not is_signature:
            begun.append(rest[:-1] if delete_space else rest)
        else:
            found.append(_with_quote(depth, "".join((*begun, rest))))
            begun = []
    if begun:
        found.append(_with_quote(depth, "".join(begun)))
    return "\n".join(found)


def _with_quote(depth: str, rest: str) -> str:
    return f"{depth} {rest}" if depth else rest

"""The register of codes: what each of them says, in one file a family, which needs no Python.

Families and their files stand in the order in which an entry is looked at: from its bytes to its
sense. Behind them come those of what is made of entries, and of what they are made from. A file is
read when the first of its codes is asked for: a run that finds nothing reads none. docs/sprachen.md
says how a text is edited.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

InBoth = Mapping[str, str]
"""The same text in German and in English, by "de" and "en"."""

_FILES = (
    "ENC FILE YML FLD ID-REF URL-MAIL-TEL GEO-ADR DATE-RRULE MD IMG PRIV DUP TR EASY REP SYS "
    "OUT PUB SHEET"
).split()
"""A file is called by what the codes in it begin with."""


class Code(NamedTuple):
    """One thing that can be wrong: how bad it is, what is said, why it matters, what can be done.

    `since` is the version that reported it first. `message` and `remedy` have places such as
    {value} that the finding fills. What it looks like wrong and right stands in
    tests/cases/<CODE>/.
    """

    severity: Literal["error", "warning", "notice"]
    since: str
    message: InBoth
    cause: InBoth
    remedy: InBoth


class Family(NamedTuple):
    """Codes about the same kind of thing: what that is, and the command of make that finds them."""

    name: str
    title: InBoth
    command: str
    codes: Mapping[str, Code]


def registered(code: str) -> Code:
    """What the register knows of a code. Raises `KeyError`."""
    return _read(_FILE_OF[code.partition("-")[0]]).codes[code]


def families() -> tuple[Family, ...]:
    """All families, in their order."""
    return tuple(map(_read, _FILES))


def found_by(command: str) -> tuple[str, ...]:
    """The codes that a command of make finds."""
    return tuple(code for one in families() if one.command == command for code in one.codes)


_FILE_OF = {prefix: name for name in _FILES for prefix in name.split("-")}


@cache
def _read(name: str) -> Family:
    return family_in(Path(__file__).with_name(f"{name}.toml"))


def family_in(file: Path) -> Family:
    """What a file says of its family. Raises `ValueError`, which names what is wrong, and where."""
    import tomllib  # only when something was found

    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        family = tables.pop("family")
        title = _whole("family", family.pop("title"))
        codes = {code: _code(code, tables) for code in tables}
    except ValueError as error:
        raise ValueError(f"{file.name}: {error}") from None
    return Family(file.stem.replace("-", "/"), title, **family, codes=codes)


def _code(name: str, tables: Mapping[str, Any]) -> Code:
    own = tables[name]
    if {*own} != {*Code._fields}:
        raise ValueError(f"{name}: {', '.join(Code._fields)}?")
    texts = {key: _whole(name, _as(key, own, tables)) for key in ("message", "cause", "remedy")}
    return Code(**{**own, **texts})


def _as(key: str, own: Mapping[str, Any], tables: Mapping[str, Any]) -> InBoth:
    """The texts under a key, or what stands there at the code that is named in their place."""
    texts: InBoth = own[key]
    if [*texts] == ["as"]:
        texts = tables.get(texts["as"], {}).get(key, {})
    return texts


def _whole(name: str, texts: InBoth) -> InBoth:
    """The texts, each on one line."""
    if {*texts} != {"de", "en"}:
        raise ValueError(f"{name}: de, en?")
    return {language: _line(text) for language, text in texts.items()}


def _line(text: str) -> str:
    return " ".join(map(str.strip, text.strip().split("\n")))

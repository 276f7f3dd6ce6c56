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

Texts = Mapping[str, str]
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
    message: Texts
    cause: Texts
    remedy: Texts


class Family(NamedTuple):
    """Codes about the same kind of thing: what that is, and the command of make that finds them."""

    name: str
    title: Texts
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
    return family_in(Path(__file__).with_name(f"{name}.yaml"))


def family_in(file: Path) -> Family:
    """What a file says of its family.

    Raises `ValueError` for a code that lacks something or has too much, and `yaml.YAMLError`, which
    names the line, for what cannot be read at all.
    """
    import yaml  # takes as long as all else that a check imports: only when something was found

    with file.open("rb") as stream:
        codes = yaml.load(stream, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    family = codes.pop("family")
    known = {code: _code(f"{file.name}: {code}", said) for code, said in codes.items()}
    return Family(file.stem.replace("-", "/"), **family, codes=known)


def _code(where: str, said: Mapping[str, Any]) -> Code:
    try:
        code = Code(**said)
        if all({*texts} == {"de", "en"} for texts in (code.message, code.cause, code.remedy)):
            return code
    except TypeError:
        pass
    raise ValueError(f"{where}: {', '.join(Code._fields)}? de, en?")

"""The fields that a form may ask for: those with a step in the table of their kind.

The others are the office's. Whoever hands something in cannot set them under any name.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from plugins.catalogue.descriptions import TABLES, label
from plugins.catalogue.descriptions.forms import PICTURE_SHOWS
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import Entry
from plugins.catalogue.text import fold
from plugins.intake.new.fields import field_at

PICTURES = frozenset({"images.alt", "image.alt"})
"""The descriptions of pictures that came along."""

_NUMBER = re.compile(r"[1-9][0-9]?")
_NUMBERED = re.compile(r" ?\b([1-9][0-9]?)(?=:|\Z)")
_COLON = re.compile(r"[\s*_]*[:\uff1a][\s*_]*")
_DECORATION = " \t*_•·"
LONGEST = 120
"""Of a line so many characters can be a label."""


class LabelledField(NamedTuple):
    """A field that a line names, and what stands behind its label."""

    path: str
    rest: str


def is_form_field(kind: type[Entry], path: str) -> bool:
    """Whether a form may ask for the field at a path: `contacts.1.name`.

    Nobody is asked for the name of a picture's file: they send the picture.
    """
    steps = path.split(".")
    row = TABLES[kind].get(".".join(s for s in steps if not _NUMBER.fullmatch(s)))
    if row is None or not row.step or path != _numbered(kind, path):
        return False
    field = field_at(kind, path)
    leaf = field.leaf
    return field.shape == "pairs" or (leaf is not None and "images" not in leaf.kinds)


def is_halved(kind: type[Entry], path: str) -> bool:
    """Whether a form asks for the two halves of its value apart: a day and a time."""
    if not is_form_field(kind, path):
        return False
    leaf = field_at(kind, path).leaf
    return leaf is not None and leaf.control in ("moment", "nth")


def _numbered(kind: type[Entry], path: str) -> str:
    """The path with a number where a list has records and with none elsewhere: 1 where it lacks.

    Empty when there is no such field.
    """
    plain = [step for step in path.split(".") if not _NUMBER.fullmatch(step)]
    number = next(iter(_NUMBER.findall(path)), "1")
    found: list[str] = []
    for step in plain:
        try:
            field = field_at(kind, ".".join((*found, step)))
        except KeyError:
            return ""
        is_list = field.shape == "many" and field.leaf is None
        found += (step, number) if is_list else (step,)
    return ".".join(found)


def labels(kind: type[Entry]) -> Mapping[str, str]:
    """The path of each field by its label as `plain` has it; # stands for the number in both."""
    return _labels(kind.folder)


@lru_cache(maxsize=16)
def _labels(folder: str) -> Mapping[str, str]:
    kind = FOLDERS[folder]
    found: dict[str, str] = {}
    for path in TABLES[kind]:
        numbered = _numbered(kind, path)
        if is_form_field(kind, numbered):
            called, template = label(kind, numbered), re.sub(r"\.1\b", ".#", numbered)
            if path in PICTURES:
                found[plain(PICTURE_SHOWS)] = template.replace("#", "1")
            several = plain(label(kind, path))
            found[_hashed(plain(called))] = template
            found.setdefault(plain(called.replace(" 1:", ":")), template)
            found.setdefault(several, template)
            one = TABLES[kind][path].one
            if one and "#" not in template:  # Thema 1, Thema
                found.setdefault(f"{plain(one)}#", template)
                found.setdefault(plain(one), template)
    return found


def plain(called: str) -> str:
    """A label as labels are compared: without case, accents, and blanks around colons."""
    return _COLON.sub(":", fold(" ".join(called.split())).strip(_DECORATION))


def _hashed(called: str) -> str:
    return _NUMBERED.sub("#", called)


def prefixes(line: str) -> list[tuple[str, str]]:
    """What may be the label at the beginning of a line, the longest first, and what is behind.

    Bold type that a mail program turned into stars goes, where the line begins with it.
    """
    ends = [match.start() for match in re.finditer("[:\uff1a]", line[:LONGEST])][:5]
    marks = "*_ " if line.lstrip()[:1] in ("*", "_") else ""
    behind = ((end, line[end + 1 :].strip()) for end in reversed(ends))
    return [(plain(line[:end]), rest.lstrip(marks) if marks else rest) for end, rest in behind]


def named(kind: type[Entry], line: str) -> LabelledField | None:
    """The field that a line names at its beginning, if any."""
    known = labels(kind)
    for called, rest in prefixes(line):
        template = known.get(called) or known.get(_hashed(called))
        if template:
            number = next(iter(_NUMBERED.findall(called)), "1")
            return LabelledField(template.replace("#", number), rest)
    return None

"""What `make check` says in one way only: a list or a place without its brackets, a day or a time.

    topics: musik, sport        topics: [musik, sport]
    venue: Bürgerhaus           venue: {name: Bürgerhaus}
    start: 5.12.2026 19:30      start: 2026-12-05T19:30

Each part of the list is known, and no association is called like the place: nothing else can be
meant. An id that leads nowhere may be that of an entry still to come, so it stays; so does a place
whose name may go on behind a #. A day stays whose year has two digits, whose month could be its
day, or that a spreadsheet program counted; so does a time where only a day may stand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import yaml

from plugins.catalogue import dates
from plugins.catalogue.diagnostics import Diagnostic, Place
from plugins.catalogue.names import ID
from plugins.intake.fix.layout import ParsedText
from plugins.intake.yaml_text import Patch, patched

Replacements = Mapping[Place, str]
"""What is to be written instead of the value at a place."""

_WRITTEN = {"FLD-LIST": "value", "REF-PLACE": "place"}
_DATED = ("DATE-FORMAT", "DATE-TIME-FORMAT")
_LED = re.compile(r"\b(?:ab|from|seit|since)\b", re.IGNORECASE)


def decided(found: Iterable[Diagnostic]) -> Mapping[str, Replacements]:
    """By file: what can be written where one thing is wrong and one thing helps."""
    found = tuple(found)
    cut = {(one.path, one.place.line) for one in found if one.code == "YML-CUT"}
    at: dict[tuple[str, Place], list[Diagnostic]] = defaultdict(list)
    for one in found:
        at[one.path, one.place].append(one)
    answers: dict[str, dict[Place, str]] = defaultdict(dict)
    for (path, place), (first, *others) in at.items():
        written = "" if others or (path, place.line) in cut else _written(first)
        if written:
            answers[path][place] = written
    return answers


def _written(found: Diagnostic) -> str:
    """What the file is to say instead; empty where a person has to decide."""
    details = dict(found.details)
    if found.code in _DATED:
        return _dated(details["value"], details["suggestion"])
    is_decided = found.code in _WRITTEN and not ID.fullmatch(details["value"])
    return details[_WRITTEN[found.code]] if is_decided else ""


def _dated(value: str, suggestion: str) -> str:
    """The day or time that is proposed, where the text says this and nothing else."""
    is_all = suggestion == dates.moment(value) and not _LED.search(value)
    return suggestion if is_all and dates.exists(suggestion) and suggestion[:4] in value else ""


def repair(parsed: ParsedText, answers: Replacements) -> str:
    """The file with each value written as it was decided."""
    return patched(parsed.text, _patches(parsed, answers))


def _patches(parsed: ParsedText, answers: Replacements) -> Iterator[Patch]:
    for node, _ in parsed.nodes:
        start = node.start_mark
        written = answers.get(Place(start.line + 1, start.column + 1))
        if written is not None and isinstance(node, yaml.ScalarNode):
            yield Patch(start.index, node.end_mark.index, written)

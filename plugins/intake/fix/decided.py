"""What `make check` says in one way only: a list without its brackets, a place without its braces.

    topics: musik, sport        topics: [musik, sport]
    venue: Bürgerhaus           venue: {name: Bürgerhaus}

Each part of the list is known, and no association is called like the place: nothing else can be
meant. An id that leads nowhere may be that of an entry still to come, so it stays; so does a place
whose name may go on behind a #.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import yaml

from plugins.catalogue.diagnostics import Diagnostic, Place
from plugins.catalogue.values import ID
from plugins.intake.fix.layout import Page

Decided = Mapping[Place, str]
"""What is to be written instead of the value at a place."""

_WRITTEN = {"FLD-LIST": "value", "REF-PLACE": "place"}


def decided(found: Iterable[Diagnostic]) -> Mapping[str, Decided]:
    """By file: what can be written where one thing is wrong and one thing helps."""
    found = tuple(found)
    cut = {(one.path, one.place.line) for one in found if one.code == "YML-CUT"}
    at: dict[tuple[str, Place], list[Diagnostic]] = defaultdict(list)
    for one in found:
        at[one.path, one.place].append(one)
    answers: dict[str, dict[Place, str]] = defaultdict(dict)
    for (path, place), (first, *others) in at.items():
        details = dict(first.details)
        if (path, place.line) in cut:
            continue
        if not others and first.code in _WRITTEN and not ID.fullmatch(details["value"]):
            answers[path][place] = details[_WRITTEN[first.code]]
    return answers


def repair(page: Page, answers: Decided) -> str:
    """The file with each value written as it was decided, the last one first."""
    lines = list(page.lines)
    nodes = [part.node for part in page.parts if isinstance(part.node, yaml.ScalarNode)]
    for node in sorted(nodes, key=lambda node: node.start_mark.line, reverse=True):
        start, end = node.start_mark, node.end_mark
        written = answers.get(Place(start.line + 1, start.column + 1))
        if written is not None:
            whole = lines[start.line][: start.column] + written + lines[end.line][end.column :]
            lines[start.line : end.line + 1] = [whole]
    return "\n".join(lines)

"""What would change in a text, word by word, so that a moved comma is found at a glance."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 1500
"""So many words are compared; of a longer text all of it counts as changed."""
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class DiffSegment(NamedTuple):
    """Some of a text, and whether the other text lacks it."""

    text: str
    differs: bool


Segments = tuple[DiffSegment, ...]


def compared(old: str, new: str) -> tuple[Segments, Segments]:
    """Both texts in pieces; where there is only one, or nothing in common, all of it is marked."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if not before or not after or len(before) + len(after) > MOST:
        return _whole(old), _whole(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < 0.6:  # little in common: crumbs would only confuse
        return _whole(old), _whole(new)
    steps = matcher.get_opcodes()
    left = ((before[a:b], tag != "equal") for tag, a, b, _, _ in steps)
    right = ((after[c:d], tag != "equal") for tag, _, _, c, d in steps)
    return tuple(_joined(left)), tuple(_joined(right))


def _whole(text: str) -> Segments:
    return (DiffSegment(text, True),) if text else ()


def _joined(parts: Iterator[tuple[Sequence[str], bool]]) -> Iterator[DiffSegment]:
    for words, differs in parts:
        if words:
            yield DiffSegment("".join(words), differs)

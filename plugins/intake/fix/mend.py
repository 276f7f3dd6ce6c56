"""One file: its bytes to its mended text. What a repair would change in meaning, it may not do."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from plugins.catalogue import characters, source
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.base import Field
from plugins.intake.fix import blanks, colons, decided, order, phone_form, quotes
from plugins.intake.fix.decided import Replacements
from plugins.intake.fix.encoding import decoded
from plugins.intake.fix.layout import ParsedText
from plugins.intake.fix.meaning import meaning
from plugins.intake.fix.shape import VOCABULARY

REPAIRS: tuple[tuple[str, Callable[[ParsedText], str]], ...] = (
    ("phones", phone_form.repair),
    ("quotes", quotes.repair),
    ("order", order.repair),
    ("blanks", blanks.repair),
)
"""The repairs of a file that can be read, in the order in which they are made."""


_BLANK_START = re.compile(r"\s+---[ \t]*\n")


@dataclass(frozen=True)
class Mended:
    """The text of a file after all repairs, and which of them changed something.

    `refused` names those that would have changed the meaning and were not made.
    """

    text: str
    repairs: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def mend(
    data: bytes,
    shape: Field,
    *,
    is_markdown: bool,
    region: str = "DE",
    answers: Replacements = MappingProxyType({}),
) -> Mended | None:
    """Mend one file; `None` when it cannot be read, also not without the faults of its bytes.

    `answers` is what the checks of all entries together leave no choice about.
    """

    def meaning_of(data: bytes) -> object:
        """What our reader gives; `None` when there is anything to say against the file."""
        problems = Problems("")
        document = source.read(data, problems, markdown=is_markdown, most=most)
        return None if problems or document is None else meaning(document, shape, region)

    most = characters.MAX_LIST_BYTES if shape is VOCABULARY else characters.MAX_BYTES
    start = decoded(data) if len(data) <= most else None
    if start is None:
        return None
    text, names = start.text, list(start.repairs)
    if is_markdown and _BLANK_START.match(text):
        text, names = text.lstrip(), [*names, "start"]
    if meaning_of(text.encode()) is None:
        text, names = colons.repair(text, shape, is_markdown=is_markdown), [*names, "quotes"]
    before, meant = meaning_of(data), meaning_of(text.encode())
    if meant is None or before not in (None, meant):
        return None
    refused: list[str] = []
    new = decided.repair(ParsedText(text, shape, is_markdown, region), answers) if answers else text
    if new != text and (again := meaning_of(new.encode())) is not None:
        text, names, meant = new, [*names, "decided"], again
    for name, repair in REPAIRS:
        new = repair(ParsedText(text, shape, is_markdown, region))
        if new != text and meaning_of(new.encode()) == meant:
            text, names = new, [*names, name]
        elif new != text:
            refused.append(name)
    return Mended(text, tuple(dict.fromkeys(names)), tuple(refused))

"""In another city nothing is left of the sample: no names, no addresses that cannot be.

Each file says it once.
"""

import re
from collections.abc import Iterable, Iterator

from plugins.catalogue.diagnostics import Diagnostic, diagnostic
from plugins.catalogue.model import Entry, Translation
from plugins.validation.context import RuleContext
from plugins.validation.markdown import problem_in_text
from plugins.validation.rules.private_data import values

SAMPLE = "Musterstadt"
"""The city of the sample content."""

# Its name, also in addresses; who answers for it in the imprint; hosts that are reserved for
# examples (RFC 2606 and RFC 6761), and numbers that are for films (Bundesnetzagentur).
_LEFT = (
    r"(?i)(?:[\w-]+@)?(?:[\w-]+\.)*(?:musterstadt\b(?:\.[\w-]+)*|[\w-]+\.example\b"
    r"|example\.(?:com|net|org)\b)|\bMiriam Brandt\b|(?:\b0|\+49 ?)30[ /-]?23125[ -]?[0-9]*"
)


def check(owner: Entry | Translation, context: RuleContext) -> Iterator[Diagnostic]:
    if not context.site.texts or not re.search(
        _LEFT, repr(owner)
    ):  # sooner had than the file's nodes
        return
    fields = [value for value in values(owner.origin) if re.search(_LEFT, value.text)]
    found = ", ".join(left([*(value.text for value in fields), owner.text]))
    if fields:
        yield diagnostic(owner.origin.path, fields[0].place, "FLD-SAMPLE", {"value": found})
    elif match := re.search(_LEFT, owner.text):
        yield problem_in_text(owner, match.start(), "FLD-SAMPLE", value=found)


def left(texts: Iterable[str]) -> list[str]:
    """What is left over in the texts, each thing once."""
    return list(dict.fromkeys(match[0] for text in texts for match in re.finditer(_LEFT, text)))

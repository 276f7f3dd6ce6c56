"""Quotation marks around values that other programs would take for something else.

Our reader takes every value for text. A spreadsheet, an editor or a script makes 567 of 01067, and
»false« of the language `no`. Quotation marks that are not needed stay: they do no harm. A text
behind which a # begins stays without them: whether that is a comment only its author knows.
"""

from collections.abc import Iterator

import yaml

from plugins.catalogue.fields.base import UNKNOWN, Field
from plugins.intake.fix.layout import ParsedText, is_on_one_line
from plugins.intake.scalars import needs_quotes, quoted
from plugins.intake.yaml_text import Patch, patched

# Plain, these stand for no value at all; quoted they would become one.
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def repair(parsed: ParsedText) -> str:
    """The file with quotation marks where they are needed."""
    return patched(parsed.text, _patches(parsed))


def _patches(parsed: ParsedText) -> Iterator[Patch]:
    for node, field in parsed.nodes:
        if isinstance(node, yaml.ScalarNode) and _lacks_quotes(node, field):
            start, end = node.start_mark.index, node.end_mark.index
            is_cut = parsed.text[end:].partition("\n")[0].lstrip().startswith("#")
            if is_cut and any(text.is_free(node.value) for text in field.texts()):
                continue
            yield Patch(start, end, quoted(node.value))


def _lacks_quotes(node: yaml.ScalarNode, field: Field) -> bool:
    is_plain = field is not UNKNOWN and not node.style and is_on_one_line(node)
    return is_plain and node.value not in _NOTHING and needs_quotes(node.value, field)

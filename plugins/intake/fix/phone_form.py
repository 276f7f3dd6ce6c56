"""Phone numbers in one form: +49 30 23125100 (ITU-T E.123, international notation).

It can be dialled from every country and does not depend on a setting. What is dialled as it is
(115, 0800 ...), lacks its area code or is not one number has no such form and stays as written.
"""

from collections.abc import Iterator

import yaml

from plugins.catalogue.fields.contact import Phone
from plugins.catalogue.phones import phone_number
from plugins.intake.fix.layout import ParsedText, is_on_one_line
from plugins.intake.scalars import scalar
from plugins.intake.yaml_text import Patch, patched


def repair(parsed: ParsedText) -> str:
    """The file with its phone numbers in one form."""
    return patched(parsed.text, _patches(parsed))


def _patches(parsed: ParsedText) -> Iterator[Patch]:
    for node, field in parsed.nodes:
        if isinstance(field, Phone) and isinstance(node, yaml.ScalarNode) and is_on_one_line(node):
            written = international(node.value.strip(), parsed.region)
            if written != node.value:
                yield Patch(node.start_mark.index, node.end_mark.index, scalar(written))


def international(text: str, region: str) -> str:
    """The number in international form; unchanged when it has none or would be another number."""
    number = phone_number(text, region)
    if number is None or not number.uri.startswith("tel:+"):
        return text
    written = number.uri.removeprefix("tel:").replace("-", " ")
    again = phone_number(written, region)
    return written if again and again.uri == number.uri else text

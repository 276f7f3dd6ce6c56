"""Phone numbers in one form: +49 30 23125100 (ITU-T E.123, international notation).

It can be dialled from every country and does not depend on a setting. What is dialled as it is
(115, 0800 ...), lacks its area code or is not one number has no such form and stays as written.
"""

from collections.abc import Iterator

import yaml

from plugins.catalogue.fields.contact import Phone
from plugins.catalogue.phones import phone_number
from plugins.intake.fix.layout import Edit, Page, is_on_one_line
from plugins.intake.scalars import scalar


def repair(page: Page) -> str:
    """The file with its phone numbers in one form."""
    return page.edited(_edits(page))


def _edits(page: Page) -> Iterator[Edit]:
    for node, field in page.parts:
        if isinstance(field, Phone) and isinstance(node, yaml.ScalarNode) and is_on_one_line(node):
            written = international(node.value.strip(), page.region)
            if written != node.value:
                start, end = node.start_mark, node.end_mark
                yield Edit(start.line, start.column, end.column, scalar(written))


def international(text: str, region: str) -> str:
    """The number in international form; unchanged when it has none or would be another number."""
    number = phone_number(text, region)
    if number is None or not number.uri.startswith("tel:+"):
        return text
    written = number.uri.removeprefix("tel:").replace("-", " ")
    again = phone_number(written, region)
    return written if again and again.uri == number.uri else text

"""The state of an entry when its sheet was written: a short digest for every cell.

It travels in a hidden column of the sheet itself, so that it survives saving as .ods or .csv, a
mail, and another computer. Digests instead of values, because a second copy of every text would
double the sheet and could be edited by mistake. Eight hex digits tell whether a cell changed; they
are no protection against somebody who wants to deceive (who could edit the entry as well).
"""

import hashlib
import re

from plugins.intake.sheet.flat import Cells

LENGTH = 8

Base = Cells
"""Digests by column; a column that is not there was empty."""

_FORM = re.compile(r"([a-z0-9-]+)((?: [a-z0-9_.]+=[0-9a-f]{8})*)")


def digest(key: str, text: str) -> str:
    """Eight hex digits of SHA-256 over column and text; nothing for an empty cell."""
    data = f"{key}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:LENGTH] if text else ""


def written(entry_id: str, cells: Cells) -> str:
    """What the hidden column says about an entry."""
    return " ".join([entry_id, *(f"{key}={digest(key, text)}" for key, text in cells.items())])


def read(text: str, entry_id: str) -> Base | None:
    """The digests of the entry `entry_id`.

    `None` when there are none, when they have been damaged, or when they are another entry's:
    somebody copied a row to begin a new one.
    """
    match = _FORM.fullmatch(text.strip())
    if not match or match[1] != entry_id:
        return None
    pairs = (item.partition("=") for item in match[2].split())
    return {key: value for key, _, value in pairs}

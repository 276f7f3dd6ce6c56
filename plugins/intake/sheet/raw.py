"""What a spreadsheet program made of a cell, back to the text that somebody meant."""

import re

from plugins.catalogue.fields.base import Text
from plugins.catalogue.fields.contact import Phone
from plugins.catalogue.phones import with_area_code
from plugins.catalogue.source import forbidden, name_of
from plugins.intake.sheet.grid import Cell
from plugins.intake.sheet.messages import Finding, finding

ERROR = re.compile(
    r"#(?:NV|N/A|[A-ZÄÖÜ]{2,14}!|DIV/0!|NAME\?|GETTING_DATA|#+)|(?:Err|Fehler|Error):[0-9]{3}"
)
"""What Excel and LibreOffice show where a formula has failed, in German and English."""

_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]|\N{REPLACEMENT CHARACTER}")
"""A question mark inside of a word: what programs write for a letter that a file cannot hold."""


def text_of(cell: Cell, field: Text, region: str) -> str:
    """The text of the cell, before the field reads it."""
    if cell.kind == "b":
        return ("ja" if cell.text == "1" else "nein") if field.answers else _truth(cell)
    return field.of_number(cell.text, region) if cell.kind == "n" else cell.text


def _truth(cell: Cell) -> str:
    return "WAHR" if cell.text == "1" else "FALSCH"


def has_lost_letters(old: str, new: str) -> bool:
    """Whether the new text is the old one with question marks for letters beyond ASCII."""
    changed = [(o, n) for o, n in zip(old, new, strict=False) if o != n]
    return (
        len(old) == len(new)
        and bool(changed)
        and all(n == "?" and not o.isascii() for o, n in changed)
    )


def problem(cell: Cell, field: Text, region: str, row: int, column: int) -> Finding | None:
    """What is wrong with the cell, or worth saying about it, whatever its field."""
    hidden = next(forbidden(cell.text.replace("\r\n", "\n").replace("\r", "\n")), None)
    if ERROR.fullmatch(cell.text.strip()):
        return finding(row, column, "SHEET-ERROR", value=cell.text.strip())
    if hidden is not None:
        character = name_of(cell.text.replace("\r\n", "\n").replace("\r", "\n")[hidden[0]])
        return finding(row, column, hidden[1], character=character)
    if any("/" not in word and _LOST.search(word) for word in cell.text.split()):
        return finding(row, column, "SHEET-LETTERS", value=cell.text)
    if cell.kind == "n" and isinstance(field, Phone):
        meant = with_area_code(cell.text, region)
        like = f": {meant}" if meant else ""
        return finding(row, column, "SHEET-PHONE", value=cell.text, like=like)
    mended = text_of(cell, field, region)
    if cell.kind == "n" and mended != cell.text:
        return finding(row, column, "SHEET-ZERO", value=cell.text, mended=mended)
    return None

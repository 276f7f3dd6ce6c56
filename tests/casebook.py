"""The folders in tests/cases: what is wrong, what is said about it, and what is right."""

from collections.abc import Sequence
from pathlib import Path

from plugins.catalogue.codes import Family, families
from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings import Display, concise
from plugins.validation.examples import mended

CASES = Path(__file__).parent / "cases"
FAMILIES = families()
CODES = {code: known for family in FAMILIES for code, known in family.codes.items()}

WITH_CASE = [code for code in CODES if not code.startswith(("PUB-", "SHEET-"))]
"""What keeps a site from being published is in no file: tests/publishing/test_codes.py. What is
wrong with sheets is in no content: tests/intake/sheet/test_messages.py."""


def several(family: Family) -> str:
    """The folder with many faults at once."""
    return f"several-{family.name.replace('/', '-')}"


def compare(name: str, found: Sequence[Diagnostic], *, bless: bool) -> None:
    """What is said about a case is what was said before."""
    expected = CASES / name / "expected.txt"
    shown = concise.render(found, Display("de"))
    if bless:
        expected.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == expected.read_text(encoding="utf-8")


def lay_mended(code: str, folder: Path) -> Path:
    """The files of a case once the remedy was followed, in a folder."""
    for name, data in mended(CASES / code).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder

"""What is called by number: this program, and the format of the entries that it reads.

How each rises: docs/decisions/0025-versions.md. How a release is made: CONTRIBUTING.md.
"""

import re
from pathlib import Path

VERSION = "0.1.0"
"""`publiccode.yml` and `CHANGELOG.md` say the same."""

FORMAT = 1
"""It rises with each of the MIGRATIONS in plugins/intake/fix/migrations.py."""

FILE = "format.yaml"
"""Says of a content folder which format its entries have. Without it they have the first one."""

_HEAD = "# Das Format der Einträge in diesem Ordner. make fix schreibt es, sonst niemand.\n"
_LINE = re.compile(r"(?:#[^\n]*\n|\s)*format: ([1-9][0-9]{0,3})\s*")
_MAX_BYTES = 1000


def format_of(content: Path) -> int:
    """The format of the entries in a folder; 0 where its file says none."""
    file = content / FILE
    try:
        if file.is_symlink() or (file.exists() and not file.is_file()):
            return 0
        if not file.exists():
            return 1
        with file.open(encoding="utf-8") as stream:
            match = _LINE.fullmatch(stream.read(_MAX_BYTES))
    except (OSError, UnicodeDecodeError):
        return 0
    return int(match[1]) if match else 0


def written(format: int) -> str:
    """The text of the file."""
    return f"{_HEAD}format: {format}\n"

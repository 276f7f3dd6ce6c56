"""The fonts that a page has in the tests, whatever the machine has: a narrow set or a wide one.

Visitors have all kinds; a layout that holds with both holds with what is in between. Chromium takes
its fonts from fontconfig, which reads the file that FONTCONFIG_FILE names. On a Mac it does not ask
fontconfig, so there the tests see what the system has.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

FILES = Path(__file__).resolve().parents[2] / ".cache" / "tools" / "fonts"

FONTS: Mapping[str, tuple[str, ...]] = {
    "narrow": ("Source Sans 3", "DejaVu Sans"),
    "wide": ("DejaVu Sans",),
}
"""Families: the first that has a sign shows it; Arabic only the second has.

In German the wide one takes a sixth more room than the narrow one, a third more in bold. It is as
wide as Verdana, and the only one that many a server has.
"""

WITH_EACH = pytest.mark.parametrize("fonts", FONTS)
"""For tests of what depends on how much room words take."""

# Whatever a style sheet asks for, by name or as `system-ui` or `serif`, is one of these.
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{files}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong">{families}</edit>
  </match>
</fontconfig>
"""


def configuration(fonts: str, folder: Path) -> Path:
    """Write into the folder a file for fontconfig that knows this set and nothing else."""
    families = "".join(f"<string>{family}</string>" for family in FONTS[fonts])
    file = folder / "fonts.conf"
    text = CONFIGURATION.format(files=FILES, cache=folder / "cache", families=families)
    file.write_text(text, encoding="utf-8")
    return file

"""The city of the tests as a checkout of its own: this code with other settings and no entries."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.waiting import MOST

ROOT = Path(__file__).resolve().parents[1]
SITES = ROOT / "tests" / "sites"
VOCABULARY = SITES / "vocabulary"
TODAY = "2026-11-22"
NOTHING: Mapping[str, str] = MappingProxyType({})
SETTINGS = (ROOT / "pelican.conf.py").read_text(encoding="utf-8")


def check_out(folder: Path) -> None:
    """Write the city of the tests into `folder`: this code, its own settings and closed lists."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    shutil.copytree(VOCABULARY, folder / "content" / "vocabulary")
    (folder / "pelican.conf.py").write_text(settings_text(), encoding="utf-8")


def settings_text() -> str:
    """A pelican.conf.py in which the city of the tests took the place of the one that is there.

    Plugins that a city added are its own: the tests do without them.
    """
    parts = r"^# --- (?:Your city|What make was given) -.*\n"
    head, _, rest = re.split(parts, SETTINGS, flags=re.M)
    rest = re.sub(r'^    "(?!plugins\.).*\n', "", rest, flags=re.M)
    return head + (SITES / "city.py").read_text(encoding="utf-8") + rest


def run(
    city: Path, module: str, *arguments: str, code: int = 0, given: Mapping[str, str] = NOTHING
) -> str:
    """What one of the programs says there, given what make would give it; its code must be that."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=city,
        env={**os.environ, "TODAY": TODAY, "LANGUAGES": "de", **given},
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr

"""The city of the tests as a checkout of its own: this code with other settings and no entries."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.sites.city import ADDRESSES
from tests.waiting import MOST

ROOT = Path(__file__).resolve().parents[1]
SITES = ROOT / "tests" / "sites"
VOCABULARY = SITES / "vocabulary"
TODAY = "2026-11-22"
SETTINGS = (ROOT / "pelican.conf.py").read_text(encoding="utf-8")
NOTHING: Mapping[str, str] = MappingProxyType({})


def check_out(folder: Path, root: Path = ROOT) -> None:
    """Write the city of the tests into `folder`: this code, its own settings and closed lists."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("plugins", "theme"):
        shutil.copytree(root / name, folder / name, ignore=ignore)
    shutil.copytree(VOCABULARY, folder / "content" / "vocabulary")
    own = SETTINGS if root == ROOT else (root / "pelican.conf.py").read_text(encoding="utf-8")
    (folder / "pelican.conf.py").write_text(settings_text(own), encoding="utf-8")


def settings_text(settings: str = SETTINGS) -> str:
    """A pelican.conf.py in which the city of the tests took the place of the one that is there.

    Plugins that a city added are its own: the tests do without them, unless they are in plugins/.
    Words in addresses for which that city has none are taken along.
    """
    parts = r"(^# --- (?:Your city|What make was given) -.*\n)"
    head, here, own, there, rest = re.split(parts, settings, flags=re.M)
    rest = re.sub(r'^    "(?!plugins\.).*\n', "", rest, flags=re.M)
    words = {key: word for key, word in _addresses(own).items() if key not in ADDRESSES}
    more = f"ADDRESSES |= {words!r}\n" if words else ""
    return head + here + (SITES / "city.py").read_text(encoding="utf-8") + more + there + rest


def _addresses(settings: str) -> dict[str, str]:
    for node in ast.parse(settings).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ADDRESSES":
            return dict(ast.literal_eval(node.value))
    return {}


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

"""How long `make check` takes: cold, with nothing changed, with one entry changed."""

import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import corpus
from benchmarks.measure import Cost, run
from benchmarks.tools import ROOT, Size, inherited

STAGES = ("cold", "nothing changed", "one changed")


def measured(size: Size, rounds: int, work: Path) -> Mapping[str, Sequence[Cost]]:
    """The costs of each stage, in a copy of the checkout in `work` whose cache is its own."""
    content, folder = work / "content", work / "checkout"
    corpus.write(content, *size)
    for name in ("plugins", "content/vocabulary"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    shutil.copy(ROOT / "pelican.conf.py", folder)
    given = {"CONTENT": str(content), "TODAY": corpus.TODAY.isoformat(), "LANGUAGES": "de"}
    environment = {**inherited(), **given, "XDG_STATE_HOME": str(work / "state")}
    command = [sys.executable, "-m", "plugins.validation"]
    run(command, folder, environment)  # Python's own cache of compiled code
    entry = min((content / "associations").iterdir())
    costs: dict[str, list[Cost]] = {stage: [] for stage in STAGES}
    for number in range(rounds):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        costs["cold"].append(run(command, folder, environment))
        costs["nothing changed"].append(run(command, folder, environment))
        entry.write_text(f"{entry.read_text(encoding='utf-8')}\nNoch {number}.\n", encoding="utf-8")
        costs["one changed"].append(run(command, folder, environment))
    return costs

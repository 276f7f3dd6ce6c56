"""How long `make check` takes: cold, with nothing changed, with one entry changed.

    python -m benchmarks.check [RUNS]

Prints medians of seconds by the clock, start-up included, for a city and for 10,000 entries.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks import corpus
from benchmarks.measure import Cost, fast_folder, run
from benchmarks.tools import ROOT, Size

SIZES: Sequence[Size] = ((45, 100, 50), (1430, 7140, 1430))
STAGES = ("cold", "nothing changed", "one changed")


def measured(size: Size, runs: int, work: Path) -> dict[str, list[Cost]]:
    """The costs of each stage, in a copy of the checkout whose cache is its own."""
    content, folder = work / "content", work / "checkout"
    corpus.write(content, *size)
    for name in ("plugins", "content/vocabulary"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    shutil.copy(ROOT / "pelican.conf.py", folder)
    given = {"CONTENT": str(content), "TODAY": corpus.TODAY.isoformat(), "LANGUAGES": "de"}
    environment = {**os.environ, **given, "XDG_STATE_HOME": str(work / "state")}
    command = [sys.executable, "-m", "plugins.validation"]
    run(command, folder, environment)  # Python's own cache of compiled code
    entry = min((content / "associations").iterdir())
    costs: dict[str, list[Cost]] = {stage: [] for stage in STAGES}
    for number in range(runs):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        costs["cold"].append(run(command, folder, environment))
        costs["nothing changed"].append(run(command, folder, environment))
        entry.write_text(f"{entry.read_text(encoding='utf-8')}\nNoch {number}.\n", encoding="utf-8")
        costs["one changed"].append(run(command, folder, environment))
    return costs


def main(arguments: Sequence[str]) -> None:
    """Print a table."""
    runs = int(arguments[0]) if arguments else 5
    print("| entries | " + " | ".join(STAGES) + " | memory |")
    print("| ---: " * (len(STAGES) + 2) + "|")
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="check-", dir=fast_folder()) as folder:
            costs = measured(size, runs, Path(folder))
        seconds = [f"{median(c.wall for c in costs[stage]):.2f} s" for stage in STAGES]
        memory = median(cost.memory for cost in costs["cold"]) / 1e6
        print(f"| {sum(size):,} | {' | '.join(seconds)} | {memory:.0f} MB |")


if __name__ == "__main__":
    main(sys.argv[1:])

"""`make bench`: our site and its peers, built over the same corpus, turn by turn.

    make bench RUNS=3                 medians of three instead of five
    make bench SIZE=small             the smallest size only; printed, not written down
    make bench SIZE=large             also 10,000 associations, 50,000 events, 10,000 postings
    make bench LANGUAGES=de,en,ar     our site in these languages, the peers' in German

TODAY= is the date that is written beside the numbers. The corpus has a date of its own.
"""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from rich.console import Console

from benchmarks import corpus, table
from benchmarks.measure import Cost, Failed, fast_folder
from benchmarks.table import STAGES, Result, Results
from benchmarks.tools import OURS, ROOT, SITES, MakeSite, Missing, Size, Tool, ours
from plugins.catalogue.languages import SITE_LANGUAGE

DOCUMENT = ROOT / "docs" / "performance.md"
USUAL: tuple[Size, ...] = ((45, 100, 50), (1000, 5000, 1000))
SIZES: Mapping[str, tuple[Size, ...]] = {
    "": USUAL,
    "small": USUAL[:1],
    "large": (*USUAL, (10000, 50000, 10000)),
}


def main(environment: Mapping[str, str]) -> int:
    """Measure what was asked for, print the table, write it down; the exit code."""
    console = Console(stderr=True)
    chosen, runs = environment.get("SIZE", ""), environment.get("RUNS") or "5"
    if chosen not in SIZES or not runs.isdigit() or runs == "0":
        console.print("make bench: SIZE=small or large, RUNS=1 or more")
        return 2
    languages = (environment.get("LANGUAGES") or SITE_LANGUAGE).replace(",", " ").split()
    sites: Mapping[str, MakeSite] = {**SITES, OURS: partial(ours, languages=languages)}
    try:
        results, versions = measured(SIZES[chosen], int(runs), sites, console)
    except Failed as error:
        console.print(f"make bench: {error}", markup=False)
        return 2
    Console(width=None if sys.stdout.isatty() else 200).print(table.terminal(results))
    for sentence in table.pages_differ(results, OURS):
        console.print(sentence, markup=False)
    if chosen != "small":
        today = environment.get("TODAY") or date.today().isoformat()
        _write_down(results, facts(today, int(runs), languages, versions))
    return 0


def measured(
    sizes: Sequence[Size], runs: int, sites: Mapping[str, MakeSite], console: Console
) -> tuple[Results, list[str]]:
    """The results by size, and the tools with their versions."""
    results: dict[Size, list[Result]] = {}
    versions: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=fast_folder()) as folder:
        for size in sizes:
            work = Path(folder) / "-".join(map(str, size))
            work.mkdir()
            tools = ready(work, size, sites, console)
            versions = [f"{tool.name} {tool.version}".strip() for tool in tools]
            results[size] = compare(tools, runs, console)
            shutil.rmtree(work)
    return results, versions


def ready(work: Path, size: Size, sites: Mapping[str, MakeSite], console: Console) -> list[Tool]:
    """A site for every tool that there is; what is missing is said and left out."""
    tools = []
    for name, site in sites.items():
        try:
            tools.append(site(work, size))
        except Missing as error:
            console.print(f"{name} is left out: {error}", markup=False)
    return tools


def compare(tools: Sequence[Tool], runs: int, console: Console) -> list[Result]:
    """Every stage with every tool in turn, as often as asked: A B C, A B C."""
    costs: dict[str, dict[str, list[Cost]]] = {
        tool.name: {stage: [] for stage in STAGES} for tool in tools
    }
    for number in range(1, runs + 1):
        for stage in STAGES:
            for tool in tools:
                cost: Cost = getattr(tool, stage)(number)
                costs[tool.name][stage].append(cost)
                _say(console, f"{number}/{runs} {stage} {tool.name}", cost)
    return [Result(tool.name, tool.pages(), costs[tool.name]) for tool in tools]


def facts(today: str, runs: int, languages: Sequence[str], versions: Sequence[str]) -> list[str]:
    """What one must know of the machine and the run to judge the numbers."""
    place = "a memory file system" if fast_folder() else "the folder for temporary files"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.machine()}"
    return [
        f"{today}; medians of {runs} runs; content of {corpus.TODAY}",
        f"{cores} cores, {system}, Python {platform.python_version()}, {place}",
        ", ".join(versions),
        f"this site in {', '.join(languages)}; the peers' in one language",
    ]


def _say(console: Console, what: str, cost: Cost) -> None:
    took = f"{cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.memory / 1e6:.0f} MB"
    console.print(f"{what}: {took}", highlight=False)


def _write_down(results: Results, said: Sequence[str]) -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    text = table.put(document, table.markdown(results, said))
    DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(os.environ))

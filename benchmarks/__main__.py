"""`make bench`: our site and its peers, built over the same corpus, turn by turn.

    make bench                                   195 and 7,000 entries, medians of five
    make bench ARGS="--rounds 3"                 medians of three
    make bench ARGS="--size small"               45 associations, 100 events, 50 postings only
    make bench ARGS="--size small medium large"  also 10,000, 50,000 and 10,000
    make bench ARGS="--write"                    the tables go into docs/performance.md as well
    make bench ARGS="--only hugo"                our site and Hugo's two
    make bench ARGS="--rows cold body"           these rows of the tables only

TODAY= is the date that is written beside the numbers. The corpus has a date of its own.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.console import Console

from benchmarks import check, corpus, table
from benchmarks.measure import Cost, Failed, fast_folder
from benchmarks.table import BESIDE, CHECKED, SIZES, STAGES, Measured, Result, Results
from benchmarks.tools import (
    EQUAL_HUGO,
    HUGO,
    OURS,
    ROOT,
    SITES,
    MakeSite,
    Missing,
    Size,
    Tool,
    every_language,
    ours,
)

DOCUMENT = ROOT / "docs" / "performance.md"
NAMED: Mapping[str, Size] = dict(zip(("small", "medium", "large"), SIZES, strict=True))
IN_LANGUAGES = ("cold", "body", "title")
ROWS = (*STAGES, *BESIDE, "check", "languages")
LANGUAGES = 12


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Measure what was asked for, print the tables, write them down if wanted; the exit code."""
    console = Console(stderr=True)
    given = _read(arguments)
    wanted = {OURS, EQUAL_HUGO, HUGO} if given.only == "hugo" else set(SITES)
    sites = {name: site for name, site in SITES.items() if name in wanted}
    sizes = [NAMED[name] for name in given.size]
    others = os.getloadavg()[0]
    try:
        results, versions = measured(sizes, given.rounds, sites, given.rows, console)
    except Failed as error:
        console.print(f"make bench: {error}", markup=False)
        return 2
    today = environment.get("TODAY") or date.today().isoformat()
    text = table.markdown(results, facts(today, given.rounds, others, versions))
    print(text)
    for sentence in table.not_comparable(results):
        console.print(sentence, markup=False)
    if given.write:
        document = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(table.put(document, text), encoding="utf-8")
    return 0


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--size", nargs="+", choices=NAMED, default=["small", "medium"])
    parser.add_argument("--rounds", type=int, default=5, choices=range(1, 100), metavar="N")
    parser.add_argument("--only", choices=["hugo"], help="leave stock Pelican and Eleventy out")
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=ROWS, help="cold is always one")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {DOCUMENT.name}")
    return parser.parse_args(arguments)


def measured(
    sizes: Sequence[Size],
    rounds: int,
    sites: Mapping[str, MakeSite],
    rows: Collection[str],
    console: Console,
) -> tuple[Results, list[str]]:
    """The results by size, and the tools with their versions."""
    results: dict[Size, Measured] = {}
    versions: list[str] = []
    stages = [stage for stage in (*STAGES, *BESIDE) if stage == "cold" or stage in rows]
    with tempfile.TemporaryDirectory(prefix="bench-", dir=fast_folder()) as folder:
        for size in sizes:
            with _folder(folder, size) as work:
                tools = ready(work, size, sites, console)
                versions = [f"{tool.name} {tool.version}".strip() for tool in tools]
                found = compare(tools, rounds, console, stages)
            with _folder(folder, size) as work:
                several = _languages(work, size, rounds, console) if "languages" in rows else []
            with _folder(folder, size) as work:
                checked = _checked(work, size, rounds, console) if "check" in rows else {}
            results[size] = Measured(found, several, checked)
    return results, versions


@contextmanager
def _folder(parent: str, size: Size) -> Iterator[Path]:
    """An empty folder, gone afterwards: there is not room for everything at once."""
    work = Path(parent) / "-".join(map(str, size))
    work.mkdir()
    try:
        yield work
    finally:
        shutil.rmtree(work)


def ready(work: Path, size: Size, sites: Mapping[str, MakeSite], console: Console) -> list[Tool]:
    """A site for every tool that there is; what is missing is said and left out."""
    tools = []
    for name, site in sites.items():
        try:
            tools.append(site(work, size))
        except Missing as error:
            console.print(f"{name} is left out: {error}", markup=False)
    return tools


def compare(
    tools: Sequence[Tool],
    rounds: int,
    console: Console,
    stages: Sequence[str],
) -> list[Result]:
    """Every stage with every tool in turn, as often as asked: A B C, A B C."""
    costs: dict[str, dict[str, list[Cost]]] = {
        tool.name: {stage: [] for stage in stages} for tool in tools
    }
    for number in range(1, rounds + 1):
        for stage in stages:
            for tool in tools:
                if stage in STAGES or stage in tool.beside:
                    cost: Cost = getattr(tool, stage)(number)
                    costs[tool.name][stage].append(cost)
                    _say(console, f"{number}/{rounds} {stage} {tool.name}", cost)
    return [_result(tool, costs[tool.name]) for tool in tools]


def _result(tool: Tool, costs: Mapping[str, Sequence[Cost]]) -> Result:
    files = tool.written()
    pages = sum(path.suffix == ".html" for path in files)
    return Result(tool.name, pages, len(files), sum(p.stat().st_size for p in files), costs)


def _languages(work: Path, size: Size, rounds: int, console: Console) -> list[tuple[int, Result]]:
    """Our site in one language and in all. The largest has a million files then: not measured."""
    if size == SIZES[-1]:
        return []
    sites = dict(in_languages(work, size, (1, LANGUAGES)))
    results = compare(list(sites.values()), rounds, console, IN_LANGUAGES)
    return list(zip(sites, results, strict=True))


def _checked(work: Path, size: Size, rounds: int, console: Console) -> Mapping[str, Sequence[Cost]]:
    """What `make check` takes, with the number of entries that belongs to this size."""
    costs = check.measured(CHECKED[size], rounds, work)
    for stage, found in costs.items():
        _say(console, f"check, {stage}", found[-1])
    return costs


def in_languages(work: Path, size: Size, numbers: Sequence[int]) -> Iterator[tuple[int, Tool]]:
    """Our site in so many languages, each with a cache of its own.

    One association is translated into each, so that every language has a plan of its own.
    """
    every = every_language()
    for number in numbers:
        site = work / str(number) / "site"
        site.mkdir(parents=True)
        yield number, replace(ours(site, size, every[:number]), name=f"{number} languages")


def facts(today: str, rounds: int, others: float, versions: Sequence[str]) -> list[str]:
    """What one must know of the machine and the run to judge the numbers.

    `others` is how many processes ran in the minute before.
    """
    place = "a memory file system" if fast_folder() else "the folder for temporary files"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.machine()}"
    return [
        f"{today}; medians of {rounds} rounds in one run; content of {corpus.TODAY}",
        f"{cores} cores, {system}, Python {platform.python_version()}, {place}",
        f"when it began, {others:.1f} other processes were running",
        ", ".join(versions),
        "in German, but for further languages; content, output and caches on one file system",
    ]


def _say(console: Console, what: str, cost: Cost) -> None:
    took = f"{cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.largest / 1e6:.0f} MB"
    console.print(f"{what}: {took}", highlight=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))

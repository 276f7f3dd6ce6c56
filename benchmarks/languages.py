"""What another language costs: our site in German alone, in three languages, in all of its own.

    python -m benchmarks.languages [RUNS [ASSOCIATIONS EVENTS POSTINGS]]

One association is translated into each, so that every language has a plan of its own. Prints
medians: CPU seconds of all processes, which others on the machine disturb least, and seconds by
the clock; then how many times that of German alone it is. The numbers of languages take turns.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from benchmarks.__main__ import compare
from benchmarks.measure import fast_folder
from benchmarks.table import STAGES, Result
from benchmarks.tools import ROOT, Size, Tool, ours
from plugins.catalogue.settings import from_file

SOME = 3


def sites(work: Path, size: Size) -> Iterator[Tool]:
    """The site in one, three, and all languages, each with a cache of its own."""
    every = from_file(ROOT / "pelican.conf.py").languages
    for languages in (every[:1], every[:SOME], every):
        site = work / str(len(languages)) / "site"
        site.mkdir(parents=True)
        yield replace(ours(site, size, languages), name=str(len(languages)))


def table(results: Sequence[Result]) -> Iterator[str]:
    """A row for each number of languages."""
    yield "| languages | pages | cold: CPU (wall) | one title changed | nothing changed |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    for result in results:
        costs = " | ".join(_cost(result, results[0], stage) for stage in STAGES)
        yield f"| {result.tool} | {result.pages:,} | {costs} |"


def _cost(result: Result, german: Result, stage: str) -> str:
    cpu, wall = result.cpu(stage), result.wall(stage)
    return f"{cpu:.2f} s ({wall:.2f}), {cpu / german.cpu(stage):.1f} ×"


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    runs, *size = map(int, arguments or ("5",))
    associations, events, postings = size or (45, 100, 50)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=fast_folder()) as folder:
        tools = list(sites(Path(folder), (associations, events, postings)))
        results = compare(tools, runs, Console(stderr=True))
    print("\n".join(table(results)))


if __name__ == "__main__":
    main(sys.argv[1:])
